use serde_json::{Value, json};

use super::desk::{Asked, Desk, IN_CARE, merged, open};
use crate::both;
use crate::world::Answer;

async fn record(desk: &Desk, event: &str, with: Value) -> Answer {
    let input = json!({ "case": desk.team.case, "event": event });
    let input = merged(input, with);
    desk.act(
        "clockEventRecord",
        "case { id runningClocks { code } }",
        input,
    )
    .await
}

both! {
    async fn rule_056_first_identification_starts_a_clock_of_its_own_and_only_once(world) {
        let desk = Desk::new(world).await;
        desk.open(json!({})).await;
        record(&desk, "IDENTIFIED_AS_TRAFFICKED", json!({ "at": "2026-03-04T12:00:00Z" })).await.done();
        let clock = desk.clock("victim_le").await;
        assert_eq!((&clock["dueAt"], &clock["recommended"]), (&json!("2026-03-05T12:00:00+00:00"), &json!(false)));
        assert_eq!(desk.status("missing_le").await, "NOT_DUE");
        let again = record(&desk, "IDENTIFIED_AS_TRAFFICKED", json!({})).await;
        assert_eq!(again.wrong(), ["event NOT_ALLOWED_HERE"]);
        // The report of somebody missing is another one.
        let input = json!({ "case": desk.team.case, "party": "LAW_ENFORCEMENT", "method": "PHONE", "agency": "Example County Sheriff", "personSpokenTo": "Deputy Larch", "reference": "EC-0043" });
        desk.act("noticeRecord", "notice { id }", input).await.done();
        assert_eq!((desk.status("victim_le").await, desk.status("missing_le").await), ("MET".to_owned(), "NOT_DUE".to_owned()));
    }

    async fn rule_056_to_record_the_first_known_type_is_the_identification(world) {
        let desk = Desk::new(world).await;
        let known = async |which: &str| {
            let input = json!({ "case": desk.team.case, "type": which, "asOf": "2026-03-03", "source": "TOLD_BY_PROFESSIONAL" });
            desk.act("traffickingTypeRecord", "entry { id }", input).await.done();
            desk.clocks().await.len()
        };
        let before = desk.clocks().await.len();
        assert_eq!(known("NOT_YET_KNOWN").await, before);
        assert_eq!(known("FAMILIAL").await, before + 1);
        assert_eq!(desk.clock("victim_le").await["dueAt"], "2026-03-05T15:00:00+00:00");
        assert_eq!(known("OTHER").await, before + 1);
        let again = record(&desk, "IDENTIFIED_AS_TRAFFICKED", json!({})).await;
        assert_eq!(again.wrong(), ["event NOT_ALLOWED_HERE"]);
    }

    async fn rule_056_outside_of_state_care_it_starts_none(world) {
        let desk = Desk::with(world, Asked { custody: "PARENT", ..IN_CARE }).await;
        record(&desk, "IDENTIFIED_AS_TRAFFICKED", json!({})).await.done();
        assert!(desk.clocks().await.is_empty());
    }

    async fn rule_057_officials_have_to_tell_hhs_and_others_are_recommended_to(world) {
        let desk = Desk::with(world, Asked { kind: "COURT", ..IN_CARE }).await;
        record(&desk, "FOREIGN_NATIONAL_CONCERN", json!({})).await.done();
        let clock = desk.clock("otip_rfa").await;
        assert_eq!((&clock["dueAt"], &clock["recommended"], &clock["party"]), (&json!("2026-03-05T15:00:00+00:00"), &json!(false), &json!("HHS_OTIP")));
    }

    async fn rule_057_where_a_family_asked_it_is_recommended_unless_the_organisation_is_official(world) {
        let desk = Desk::with(world, Asked { kind: "FAMILY", ..IN_CARE }).await;
        record(&desk, "FOREIGN_NATIONAL_CONCERN", json!({})).await.done();
        assert_eq!(desk.clock("otip_rfa").await["recommended"], true);
        let request = uuid::Uuid::from_u128(7);
        server::clocks::load(&desk.world.app, "Meadow", "official = true", request).await.unwrap();
        let supervisor = desk.team.supervisor.clone();
        let case = open(&desk.world, &supervisor, "Lake", Asked { kind: "FAMILY", ..IN_CARE }).await;
        let input = json!({ "case": case, "event": "FOREIGN_NATIONAL_CONCERN" });
        let shown = "case { runningClocks { code recommended } }";
        let done = desk.world.act(&supervisor, "clockEventRecord", shown, input).await;
        assert_eq!(done.done()["case"]["runningClocks"], json!([{ "code": "otip_rfa", "recommended": false }]));
    }
}
