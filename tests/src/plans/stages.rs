use serde_json::{Value, json};
use server::access::Role;

use super::desk::Desk;
use crate::both;
use crate::world::Answer;

async fn note(desk: &Desk, with: Value) -> Answer {
    let mut input = json!({ "case": desk.team.case, "notedOn": "2026-03-04" });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    let who = &desk.team.specialist;
    desk.world.act(who, "stageNote", "case { id }", input).await
}

both! {
    async fn rule_070_a_stage_is_noted_by_goal_or_topic_keeps_its_history_and_goes_both_ways(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        note(&desk, json!({ "goal": goal, "stage": "ACTION", "notedOn": "2026-03-02" })).await.done();
        note(&desk, json!({ "goal": goal, "stage": "CONTEMPLATION" })).await.done();
        note(&desk, json!({ "topic": "School", "stage": "PREPARATION", "notedOn": "2026-03-03" })).await.done();
        let seen = desk.case("stages { stage topic goal { text } notedOn notedBy { name } }").await;
        let by = json!({ "name": "Wren Cedar" });
        let horse = json!({ "text": "Ride a horse." });
        let history = json!([
            { "stage": "CONTEMPLATION", "topic": null, "goal": horse, "notedOn": "2026-03-04", "notedBy": by },
            { "stage": "PREPARATION", "topic": "School", "goal": null, "notedOn": "2026-03-03", "notedBy": by },
            { "stage": "ACTION", "topic": null, "goal": horse, "notedOn": "2026-03-02", "notedBy": by },
        ]);
        assert_eq!(seen["stages"], history);
    }

    async fn rule_070_a_stage_is_never_needed_and_what_makes_none_is_refused(world) {
        let desk = Desk::new(world).await;
        // Without any stage a plan is lived by like every other.
        desk.active().await;
        assert_eq!(desk.case("stages { stage }").await["stages"], json!([]));
        assert_eq!(note(&desk, json!({ "stage": "ACTION" })).await.wrong(), ["goal REQUIRED"]);
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        let two = json!({ "goal": goal, "topic": "School", "stage": "ACTION" });
        assert_eq!(note(&desk, two).await.wrong(), ["topic NOT_ALLOWED_HERE"]);
        let ahead = json!({ "topic": "School", "stage": "ACTION", "notedOn": "2026-03-06" });
        assert_eq!(note(&desk, ahead).await.wrong(), ["notedOn IN_THE_FUTURE"]);
        let other = desk.world.case(&desk.team.supervisor, "Comet").await;
        desk.world.assign(&desk.team.supervisor, &other, &desk.team.specialist, "RESOURCE_SPECIALIST").await;
        let elsewhere = json!({ "case": other, "goal": goal, "stage": "ACTION" });
        assert_eq!(note(&desk, elsewhere).await.wrong(), ["goal UNKNOWN_ID"]);
    }

    async fn rule_070_stages_are_for_staff_and_no_statement_can_count_them(world) {
        let desk = Desk::new(world).await;
        note(&desk, json!({ "topic": "School", "stage": "PRECONTEMPLATION" })).await.done();
        let volunteer = desk.world.person("Robin Moss", &[Role::PeerVolunteer]).await;
        desk.world.assign(&desk.team.supervisor, &desk.team.case, &volunteer, "VOLUNTEER").await;
        let document = "query($id: ID!) { case(id: $id) { alias stages { stage } safetyPlan { version } supportProfile { version } } }";
        let seen = desk.world.ask(&volunteer, document, json!({ "id": desk.team.case })).await;
        let nothing = json!({ "alias": "River", "stages": [], "safetyPlan": null, "supportProfile": null });
        assert_eq!(seen.data()["case"], nothing);
        use sea_orm::ConnectionTrait;
        let db = desk.world.sql().await;
        let rows = "SELECT stage FROM stage_entry";
        let row = db
            .query_one_raw(sea_orm::Statement::from_string(db.get_database_backend(), rows))
            .await
            .unwrap()
            .unwrap();
        let sealed: Vec<u8> = row.try_get_by_index(0).unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("contemplation"));
        for change in ["UPDATE stage_entry SET noted_on = '2026-01-01'", "DELETE FROM stage_entry"] {
            assert!(db.execute_unprepared(change).await.is_err(), "{change}");
        }
    }
}

#[test]
fn rule_070_nothing_in_the_schema_sums_stages_up() {
    let schema = server::graphql::sdl();
    let uses = schema
        .lines()
        .filter(|line| line.contains("StageOfChange") || line.contains("[StageEntry"));
    let uses: Vec<_> = uses.map(str::trim).collect();
    assert_eq!(
        uses.len(),
        4,
        "the list, the entry, its input and the vocabulary: {uses:#?}"
    );
}
