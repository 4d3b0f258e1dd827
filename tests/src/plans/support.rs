use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::world::Answer;

const SECTIONS: [&str; 8] = [
    "WARNING_SIGNS",
    "COPING_STRATEGIES",
    "SAFE_PLACES",
    "WHAT_ADULTS_DO",
    "IF_LEAVING",
    "IF_CONTACTED",
    "TECH_SAFETY",
    "EMERGENCY_CONTACTS",
];

fn sections(of: &[&str]) -> Value {
    let section =
        |name: &&str| json!({ "section": name, "lines": [format!("What is in {name}.")] });
    of.iter().map(section).collect()
}

async fn write(desk: &Desk, version: i64, sections: Value, people: Value) -> Answer {
    let input = json!({
        "case": desk.team.case, "expectedVersion": version, "sections": sections, "safePeople": people,
    });
    let shown = "case { safetyPlan { version settledAt } }";
    let who = &desk.team.specialist;
    desk.world.act(who, "safetyPlanWrite", shown, input).await
}

async fn settle(desk: &Desk, version: i64) -> Answer {
    let input = json!({ "case": desk.team.case, "expectedVersion": version });
    let shown = "case { safetyPlan { version settledAt settledBy { name } } }";
    let who = &desk.team.specialist;
    desk.world.act(who, "safetyPlanSettle", shown, input).await
}

async fn profile(desk: &Desk, version: i64, with: Value) -> Answer {
    let mut input = json!({
        "case": desk.team.case, "expectedVersion": version, "triggers": [], "calming": [],
        "contact": [], "doNotAsk": [], "welcomeItems": [],
    });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    let shown = "case { supportProfile { version } }";
    let who = &desk.team.specialist;
    desk.world
        .act(who, "supportProfileWrite", shown, input)
        .await
}

both! {
    async fn rule_068_a_safety_plan_stands_with_every_section_and_a_person_the_youth_chose(world) {
        let desk = Desk::new(world).await;
        assert_eq!(desk.case("safetyPlan { version }").await["safetyPlan"], Value::Null);
        assert_eq!(settle(&desk, 0).await.problem(), "NotFoundProblem");
        // What is there so far is kept; what is missing is said, and it does not stand.
        let chosen_by_team = json!([{ "name": "Ms. Alder", "reach": "555-0134", "chosenByYouth": false }]);
        write(&desk, 0, sections(&SECTIONS[..7]), chosen_by_team).await.done();
        let seen = desk.case("safetyPlan { missing needsChosenPerson settledAt }").await;
        let missing = json!({ "missing": ["EMERGENCY_CONTACTS"], "needsChosenPerson": true, "settledAt": null });
        assert_eq!(seen["safetyPlan"], missing);
        let refused = settle(&desk, 1).await;
        assert_eq!(refused.wrong(), ["sections.EMERGENCY_CONTACTS REQUIRED", "safePeople REQUIRED"]);
        let chosen = json!([{ "name": "Aunt Linden", "reach": "She picks up at night.", "chosenByYouth": true }]);
        write(&desk, 1, sections(&SECTIONS), chosen).await.done();
        let settled = settle(&desk, 2).await;
        assert_eq!(settled.done()["case"]["safetyPlan"]["settledBy"]["name"], "Wren Cedar");
        let seen = desk.case("safetyPlan { sections { section lines } safePeople { name reach chosenByYouth } }").await;
        assert_eq!(seen["safetyPlan"]["sections"], sections(&SECTIONS));
        assert_eq!(seen["safetyPlan"]["safePeople"][0]["name"], "Aunt Linden");
        // What is written anew was not gone through together yet.
        let open = write(&desk, 3, sections(&SECTIONS[..2]), json!([])).await;
        assert_eq!(open.done()["case"]["safetyPlan"], json!({ "version": 4, "settledAt": null }));
    }

    async fn rule_068_who_writes_over_another_sees_both_and_what_is_too_much_is_refused(world) {
        let desk = Desk::new(world).await;
        write(&desk, 0, sections(&SECTIONS[..1]), json!([])).await.done();
        let yours = json!([{ "section": "WARNING_SIGNS", "lines": ["It gets quiet."] }]);
        let stale = write(&desk, 0, yours.clone(), json!([])).await;
        assert_eq!(stale.problem(), "ConflictProblem");
        let both = json!([{ "path": ["sections", "WARNING_SIGNS"], "yours": "It gets quiet.", "theirs": "What is in WARNING_SIGNS." }]);
        assert_eq!(stale.outcome()["fields"], both);
        let twice = json!([yours[0], yours[0]]);
        assert_eq!(write(&desk, 1, twice, json!([])).await.wrong(), ["sections.WARNING_SIGNS NOT_ALLOWED_HERE"]);
        let blank = json!([{ "section": "SAFE_PLACES", "lines": ["The library.", " "] }]);
        assert_eq!(write(&desk, 1, blank, json!([])).await.wrong(), ["sections.SAFE_PLACES.1 REQUIRED"]);
        let many = json!([{ "section": "SAFE_PLACES", "lines": vec!["A bench."; 51] }]);
        assert_eq!(write(&desk, 1, many, json!([])).await.wrong(), ["sections.SAFE_PLACES TOO_LONG"]);
        let nameless = json!([{ "name": " ", "chosenByYouth": true }]);
        assert_eq!(write(&desk, 1, json!([]), nameless).await.wrong(), ["safePeople.0.name REQUIRED"]);
        write(&desk, 1, yours, json!([])).await.done();
    }

    async fn rule_126_what_is_not_asked_again_is_shown_to_all_assigned_staff(world) {
        let desk = Desk::new(world).await;
        let told = json!([{ "topic": "The summer at the lake", "instead": "Ask Wren; it is written down." }]);
        let calms = json!([{ "kind": "PET", "text": "Holding the cat." }]);
        let off = json!([{ "kind": "UNIFORM", "text": "Uniforms in the door." }]);
        profile(&desk, 0, json!({ "doNotAsk": told, "calming": calms, "triggers": off })).await.done();
        let document = "query($id: ID!) { case(id: $id) { supportProfile { version doNotAsk { topic instead } \
            calming { kind text } triggers { kind } writtenBy { name } } } }";
        for who in [&desk.team.specialist, &desk.team.advocate, &desk.team.supervisor] {
            let seen = desk.world.ask(who, document, json!({ "id": desk.team.case })).await;
            let seen = &seen.data()["case"]["supportProfile"];
            assert_eq!(seen["doNotAsk"], told);
            assert_eq!(seen["calming"], calms);
            assert_eq!(seen["writtenBy"]["name"], "Wren Cedar");
        }
        // The advocate reads; who plans writes.
        let input = json!({
            "case": desk.team.case, "expectedVersion": 1, "triggers": [], "calming": [],
            "contact": [], "doNotAsk": [], "welcomeItems": [],
        });
        let who = &desk.team.advocate;
        let refused = desk.world.act(who, "supportProfileWrite", "case { id }", input).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
    }

    async fn a_profile_is_written_before_there_is_a_plan_and_by_one_at_a_time(world) {
        let desk = Desk::new(world).await;
        profile(&desk, 0, json!({ "welcomeItems": ["A soft blanket."] })).await.done();
        let stale = profile(&desk, 0, json!({ "welcomeItems": ["A journal."] })).await;
        let both = json!([{ "path": ["welcomeItems"], "yours": "A journal.", "theirs": "A soft blanket." }]);
        assert_eq!(stale.outcome()["fields"], both);
        let blank = json!({ "calming": [{ "kind": "MUSIC", "text": "" }], "doNotAsk": [{ "topic": "" }] });
        let wrong = profile(&desk, 1, blank).await.wrong();
        assert_eq!(wrong, ["doNotAsk.0.topic REQUIRED", "calming.0.text REQUIRED"]);
        let (one, other) = tokio::join!(
            profile(&desk, 1, json!({ "welcomeItems": ["Tea."] })),
            profile(&desk, 1, json!({ "welcomeItems": ["Cocoa."] })),
        );
        let done = [one, other].iter().filter(|answer| answer.outcome()["__typename"] == "SupportProfileWriteSuccess").count();
        assert_eq!(done, 1);
    }
}
