use chrono::Duration;
use serde_json::json;

use super::desk::{Asked, Desk, IN_CARE};
use crate::both;

both! {
    async fn rule_048_a_missing_child_in_state_care_starts_both_clocks_at_the_time_we_heard_of_it(world) {
        let desk = Desk::new(world).await;
        // Heard at nine in the morning, written down six hours later.
        desk.open(json!({ "infoReceivedAt": "2026-03-04T09:00:00Z" })).await;
        for code in ["missing_le", "missing_ncmec", "court_notice"] {
            let clock = desk.clock(code).await;
            assert_eq!(clock["startedAt"], "2026-03-04T09:00:00+00:00");
            assert_eq!(clock["dueAt"], "2026-03-05T09:00:00+00:00");
            assert_eq!(clock["recommended"], false);
        }
        assert_eq!(desk.clock("court_notice").await["jurisdiction"], "TX");
        let codes = ["court_notice NOT_DUE", "missing_le NOT_DUE", "missing_ncmec NOT_DUE", "search_renewal NOT_DUE"];
        assert_eq!(desk.standing().await, codes);
    }

    async fn rule_048_outside_of_state_care_the_clocks_are_recommended(world) {
        let desk = Desk::with(world, Asked { custody: "PARENT", ..IN_CARE }).await;
        desk.open(json!({})).await;
        assert_eq!(desk.clock("missing_le").await["recommended"], true);
        assert_eq!(desk.clock("missing_ncmec").await["recommended"], true);
        // The court of a state that has no custody is not told.
        assert!(!desk.standing().await.iter().any(|clock| clock.starts_with("court")));
    }

    async fn rule_048_a_states_shorter_clock_is_the_one_that_counts(world) {
        let desk = Desk::with(world, Asked { state: "KY", ..IN_CARE }).await;
        desk.open(json!({})).await;
        let police = desk.clock("missing_le").await;
        assert_eq!((&police["jurisdiction"], &police["dueAt"]), (&json!("KY"), &json!("2026-03-05T03:00:00+00:00")));
        let center = desk.clock("missing_ncmec").await;
        assert_eq!((&center["jurisdiction"], &center["dueAt"]), (&json!("US"), &json!("2026-03-05T15:00:00+00:00")));
        assert_eq!(desk.clocks().await.iter().filter(|clock| clock["code"] == "missing_le").count(), 1);
    }

    async fn rule_048_what_cannot_be_is_refused(world) {
        let desk = Desk::new(world).await;
        let future = desk.try_open(json!({ "infoReceivedAt": "2026-03-04T15:00:01Z", "lastSeenAt": "2026-03-05T00:00:00Z" })).await;
        assert_eq!(future.wrong(), ["infoReceivedAt IN_THE_FUTURE", "lastSeenAt IN_THE_FUTURE"]);
        let back = desk.try_open(json!({ "whereabouts": "RECOVERED" })).await;
        assert_eq!(back.wrong(), ["whereabouts NOT_ALLOWED_HERE"]);
        assert!(desk.clocks().await.is_empty());
        desk.open(json!({})).await;
        assert_eq!(desk.try_open(json!({})).await.wrong(), ["case NOT_ALLOWED_HERE"]);
    }

    async fn rule_050_the_police_report_after_the_center_was_told_starts_a_follow_up(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        desk.tell(&episode, "NCMEC", json!({})).await.done();
        assert_eq!(desk.status("missing_ncmec").await, "MET");
        desk.later(Duration::hours(2)).await;
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        assert_eq!(desk.status("missing_le").await, "MET");
        // Rule 51: a step of its own, within 24 hours of the report.
        let confirm = desk.clock("ncic_confirm").await;
        assert_eq!((&confirm["status"], &confirm["dueAt"]), (&json!("NOT_DUE"), &json!("2026-03-05T17:00:00+00:00")));
        // Rule 50: the center was told before there was a report.
        assert_eq!(desk.status("ncmec_followup").await, "NOT_DUE");
        desk.tell(&episode, "NCMEC", json!({})).await.done();
        assert_eq!(desk.status("ncmec_followup").await, "MET");
        desk.tell(&episode, "NCIC_ENTRY_CONFIRMED", json!({})).await.done();
        assert_eq!(desk.status("ncic_confirm").await, "MET");
        let update = desk.clock("ncic_update").await;
        assert_eq!((&update["status"], &update["recommended"]), (&json!("NOT_DUE"), &json!(true)));
        // A second report starts nothing anew.
        let before = desk.standing().await.len();
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        assert_eq!(desk.standing().await.len(), before);
    }

    async fn rule_051_the_entry_in_the_national_system_is_confirmed_in_a_step_of_its_own(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        assert!(!desk.standing().await.iter().any(|clock| clock.starts_with("ncic")), "nothing to confirm before there is a report");
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        desk.later(Duration::hours(25)).await;
        assert_eq!(desk.status("ncic_confirm").await, "OVERDUE");
        // Another call to the police is no confirmation.
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        assert_eq!(desk.status("ncic_confirm").await, "OVERDUE");
        desk.tell(&episode, "NCIC_ENTRY_CONFIRMED", json!({})).await.done();
        assert_eq!(desk.status("ncic_confirm").await, "MET_LATE");
    }

    async fn rule_050_no_follow_up_where_the_police_were_told_first(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        desk.later(Duration::hours(1)).await;
        desk.tell(&episode, "NCMEC", json!({})).await.done();
        assert!(!desk.standing().await.iter().any(|clock| clock.starts_with("ncmec_followup")));
    }

    async fn rule_058_away_and_known_where_starts_no_clock_and_missing_does(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({ "whereabouts": "AWAY_KNOWN_LOCATION" })).await;
        assert_eq!(desk.case("whereabouts").await["whereabouts"], "AWAY_KNOWN_LOCATION");
        assert!(desk.clocks().await.is_empty());
        desk.later(Duration::days(2)).await;
        desk.follow(&episode, "whereaboutsSet", json!({ "to": "MISSING", "infoReceivedAt": "2026-03-06T14:00:00Z" })).await.done();
        assert_eq!(desk.case("whereabouts").await["whereabouts"], "MISSING");
        assert_eq!(desk.clock("missing_le").await["dueAt"], "2026-03-07T14:00:00+00:00");
        // The clocks of the law run on when it is known where; asking everybody again ends.
        desk.follow(&episode, "whereaboutsSet", json!({ "to": "LOCATED_NOT_RETURNED" })).await.done();
        assert_eq!((desk.status("missing_le").await, desk.status("search_renewal").await), ("NOT_DUE".to_owned(), "NOT_APPLICABLE".to_owned()));
        // Missing once more: what runs already runs on.
        desk.follow(&episode, "whereaboutsSet", json!({ "to": "MISSING" })).await.done();
        let standing = desk.standing().await;
        assert_eq!(standing.iter().filter(|clock| clock.starts_with("missing_le")).count(), 1);
        assert!(standing.contains(&"search_renewal NOT_DUE".to_owned()));
    }

    async fn rule_058_nobody_moves_where_there_is_no_way(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        let back = desk.follow(&episode, "whereaboutsSet", json!({ "to": "RECOVERED" })).await;
        assert_eq!(back.problem(), "MoveProblem");
        assert_eq!(back.outcome()["allowed"], json!(["AWAY_KNOWN_LOCATION", "LOCATED_NOT_RETURNED"]));
        let stale = json!({ "id": episode, "expectedVersion": 7, "to": "LOCATED_NOT_RETURNED" });
        let stale = desk.act("whereaboutsSet", "episode { id }", stale).await;
        assert_eq!(stale.problem(), "ConflictProblem");
        assert_eq!(stale.outcome()["fields"], json!([{ "path": ["to"], "yours": "LOCATED_NOT_RETURNED", "theirs": "MISSING" }]));
        let future = desk.follow(&episode, "whereaboutsSet", json!({ "to": "AWAY_KNOWN_LOCATION", "infoReceivedAt": "2026-03-04T16:00:00Z" })).await;
        assert_eq!(future.wrong(), ["infoReceivedAt IN_THE_FUTURE"]);
    }

    async fn rule_059_the_search_is_renewed_every_thirty_days_while_missing(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        // Three in the afternoon in UTC is nine in Texas; in summer it would be ten.
        assert_eq!(desk.clock("search_renewal").await["dueAt"], "2026-04-03T14:00:00+00:00");
        desk.later(Duration::days(20)).await;
        let done = desk.clock("search_renewal").await;
        desk.meet(&done, json!({})).await.done();
        let renewed: Vec<_> = desk.clocks().await.into_iter().filter(|clock| clock["code"] == "search_renewal").collect();
        assert_eq!((&renewed[0]["status"], &renewed[1]["status"]), (&json!("MET"), &json!("NOT_DUE")));
        assert_eq!(renewed[1]["dueAt"], "2026-04-23T15:00:00+00:00");
        // Back: it comes no more.
        desk.back(&episode, json!({})).await.done();
        assert_eq!(desk.status("search_renewal").await, "NOT_APPLICABLE");
        let open = desk.clocks().await.into_iter().filter(|clock| clock["code"] == "search_renewal" && clock["status"] == "NOT_DUE");
        assert_eq!(open.count(), 0);
    }

    async fn rule_007_repeated_times_away_ask_for_a_talk_and_tell_no_number(world) {
        let desk = Desk::new(world).await;
        for prompt in [json!(null), json!(null), json!("REVIEW_TOGETHER")] {
            let episode = desk.open(json!({})).await;
            assert_eq!(desk.case("carePrompt").await["carePrompt"], prompt);
            desk.back(&episode, json!({})).await.done();
        }
        assert_eq!(desk.case("whereabouts").await["whereabouts"], "RECOVERED");
    }
}
