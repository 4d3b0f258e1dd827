use chrono::Duration;
use serde_json::json;

use super::desk::{Desk, IN_CARE, open};
use crate::both;
use crate::world::text;

both! {
    async fn rule_061_a_clock_stands_as_its_instants_say(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        // Of 24 hours, a quarter is left from the eighteenth on.
        for (later, status) in [
            (Duration::zero(), "NOT_DUE"),
            (Duration::hours(18) - Duration::microseconds(1), "NOT_DUE"),
            (Duration::microseconds(1), "DUE_SOON"),
            (Duration::hours(6), "DUE_SOON"),
            (Duration::microseconds(1), "OVERDUE"),
        ] {
            desk.later(later).await;
            assert_eq!(desk.status("missing_le").await, status, "{later}");
        }
    }

    async fn rule_061_met_in_time_met_late_waived_and_not_applicable(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        desk.later(Duration::hours(30)).await;
        // What was done in time is met in time, whenever it is written down.
        let police = desk.clock("missing_le").await;
        desk.meet(&police, json!({ "at": "2026-03-05T14:59:59Z" })).await.done();
        let center = desk.clock("missing_ncmec").await;
        desk.meet(&center, json!({ "at": "2026-03-05T15:00:01Z" })).await.done();
        let court = desk.clock("court_notice").await;
        let input = json!({ "id": court["id"], "expectedVersion": court["version"], "reason": "The judge was in the room." });
        let waived = desk.world.act(&desk.team.supervisor, "clockWaive", "clock { status reason endedBy { name } }", input).await;
        assert_eq!(waived.done()["clock"], json!({ "status": "WAIVED", "reason": "The judge was in the room.", "endedBy": { "name": "Sage Alder" } }));
        let renewal = desk.clock("search_renewal").await;
        let input = json!({ "id": renewal["id"], "expectedVersion": renewal["version"], "reason": "Her aunt has her." });
        desk.act("clockMarkNotApplicable", "clock { status }", input).await.done();
        // What comes again comes again, until somebody is back.
        assert_eq!(desk.standing().await, ["court_notice WAIVED", "missing_le MET", "missing_ncmec MET_LATE", "search_renewal NOT_APPLICABLE", "search_renewal NOT_DUE"]);
    }

    async fn rule_061_a_waiver_needs_a_supervisor_and_a_reason(world) {
        let desk = Desk::new(world).await;
        desk.open(json!({})).await;
        let clock = desk.clock("missing_le").await;
        let input = |reason: &str| json!({ "id": clock["id"], "expectedVersion": 1, "reason": reason });
        let refused = desk.act("clockWaive", "clock { status }", input("We are few today.")).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
        for mutation in ["clockWaive", "clockMarkNotApplicable"] {
            let none = desk.world.act(&desk.team.supervisor, mutation, "clock { status }", input(" ")).await;
            assert_eq!(none.wrong(), ["reason REQUIRED"]);
        }
        assert_eq!(desk.status("missing_le").await, "NOT_DUE");
    }

    async fn rule_049_a_clock_ends_with_agency_person_time_and_number_only(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        desk.later(Duration::hours(3)).await;
        let clock = desk.clock("missing_le").await;
        for field in ["agency", "personSpokenTo", "reference"] {
            let without = desk.meet(&clock, json!({ field: "  " })).await;
            assert_eq!(without.wrong(), [format!("{field} REQUIRED")]);
        }
        let future = desk.meet(&clock, json!({ "at": "2026-03-04T18:00:01Z" })).await;
        assert_eq!(future.wrong(), ["at IN_THE_FUTURE"]);
        // Back-dated: both times are told, and that they differ.
        let met = desk.meet(&clock, json!({ "at": "2026-03-04T16:00:00Z" })).await;
        let met = &met.done()["clock"];
        assert_eq!((&met["metAt"], &met["endedAt"], &met["backDated"]), (&json!("2026-03-04T16:00:00+00:00"), &json!("2026-03-04T18:00:00+00:00"), &json!(true)));
        assert_eq!((&met["agency"], &met["personSpokenTo"], &met["reference"]), (&json!("Example County Sheriff"), &json!("Deputy Larch, badge 14"), &json!("EC-0042")));
        assert_eq!(met["endedBy"]["name"], "Wren Cedar");
        // It has ended: not once more, and not from an older version.
        let stale = desk.meet(&clock, json!({})).await;
        assert_eq!(stale.problem(), "ConflictProblem");
        let again = desk.meet(&desk.clock("missing_le").await, json!({})).await;
        assert_eq!((again.problem(), &again.outcome()["from"], &again.outcome()["allowed"]), ("MoveProblem", &json!("MET"), &json!([])));
    }

    async fn rule_049_a_notice_is_the_evidence_and_is_flagged_when_written_down_later(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        desk.later(Duration::hours(2)).await;
        for field in ["agency", "personSpokenTo", "reference"] {
            let without = desk.tell(&episode, "LAW_ENFORCEMENT", json!({ field: "" })).await;
            assert_eq!(without.wrong(), [format!("{field} REQUIRED")]);
        }
        let future = desk.tell(&episode, "LAW_ENFORCEMENT", json!({ "at": "2026-03-04T18:00:00Z" })).await;
        assert_eq!(future.wrong(), ["at IN_THE_FUTURE"]);
        let now = desk.tell(&episode, "COURT", json!({})).await;
        assert_eq!(now.done()["notice"]["backDated"], false);
        let told = desk.tell(&episode, "LAW_ENFORCEMENT", json!({ "at": "2026-03-04T15:10:00Z" })).await;
        let notice = &told.done()["notice"];
        assert_eq!((&notice["at"], &notice["recordedAt"], &notice["backDated"]), (&json!("2026-03-04T15:10:00+00:00"), &json!("2026-03-04T17:00:00+00:00"), &json!(true)));
        let fields = "clocks { code metAt backDated notice { id } }";
        let clocks = desk.episode(&episode, fields).await["clocks"].as_array().unwrap().clone();
        let police = clocks.iter().find(|clock| clock["code"] == "missing_le").unwrap();
        assert_eq!(police, &json!({ "code": "missing_le", "metAt": "2026-03-04T15:10:00+00:00", "backDated": true, "notice": { "id": notice["id"] } }));
        // A call from before we heard of it proves nothing about this clock.
        let before = desk.tell(&episode, "NCMEC", json!({ "at": "2026-03-04T14:00:00Z" })).await;
        before.done();
        assert_eq!(desk.status("missing_ncmec").await, "NOT_DUE");
        let elsewhere = desk.tell(&desk.team.case, "NCMEC", json!({})).await;
        assert_eq!(elsewhere.wrong(), ["episode UNKNOWN_ID"]);
    }

    async fn rule_047_twenty_four_hours_pass_alike_over_both_changes_of_the_clocks(world) {
        for (heard, due) in [("2026-03-07T20:00:00Z", "2026-03-08T20:00:00+00:00"), ("2026-10-31T20:00:00Z", "2026-11-01T20:00:00+00:00")] {
            world.clock.set(heard.parse().unwrap());
            let name = heard[..7].replace('-', " ");
            let supervisor = world.person(&format!("Sage {name}"), &[server::access::Role::Supervisor]).await;
            let case = open(&world, &supervisor, "River", IN_CARE).await;
            let input = json!({ "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
            let opened = world.act(&supervisor, "episodeOpen", "episode { clocks { code dueAt } }", input).await;
            let clocks = opened.done()["episode"]["clocks"].as_array().unwrap().clone();
            let police = clocks.iter().find(|clock| clock["code"] == "missing_le").unwrap();
            assert_eq!(text(&police["dueAt"]), due);
        }
    }

    async fn a_retry_with_the_same_key_is_one_change(world) {
        let desk = Desk::new(world).await;
        let key = desk.world.key();
        let one = desk.open(json!({ "clientMutationKey": key })).await;
        let two = desk.open(json!({ "clientMutationKey": key })).await;
        assert_eq!(one, two);
        assert_eq!(desk.clocks().await.len(), 4);
    }
}
