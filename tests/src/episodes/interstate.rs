use serde_json::json;

use super::desk::Desk;
use crate::both;

both! {
    async fn rule_060_five_business_days_after_consent_and_five_more_where_both_agree(world) {
        let desk = Desk::new(world).await;
        let early = json!({ "case": desk.team.case, "event": "RETURN_CONSENT_RECEIVED", "at": "2026-03-04T16:00:00Z" });
        let early = desk.act("clockEventRecord", "case { id }", early).await;
        assert_eq!(early.wrong(), ["at IN_THE_FUTURE"]);
        let input = json!({ "case": desk.team.case, "event": "RETURN_CONSENT_RECEIVED" });
        desk.act("clockEventRecord", "case { id }", input).await.done();
        let clock = desk.clock("icj_return").await;
        // Nine in the morning in Texas, over the change of the clocks.
        assert_eq!(clock["dueAt"], "2026-03-11T14:00:00+00:00");
        let input = |sending: &str, receiving: &str| json!({ "id": clock["id"], "expectedVersion": 1, "sendingOffice": sending, "receivingOffice": receiving });
        let one = desk.act("clockExtend", "clock { id }", input("Hazel Moor, Example State", " ")).await;
        assert_eq!(one.wrong(), ["receivingOffice REQUIRED"]);
        let shown = "clock { dueAt extendedBy canBeExtended extendedBySendingOffice extendedByReceivingOffice version }";
        let both = desk.act("clockExtend", shown, input("Hazel Moor", "Rowan Lake")).await;
        assert_eq!(both.done()["clock"], json!({
            "dueAt": "2026-03-18T14:00:00+00:00", "extendedBy": 5, "canBeExtended": false,
            "extendedBySendingOffice": "Hazel Moor", "extendedByReceivingOffice": "Rowan Lake", "version": 2,
        }));
        let again = json!({ "id": clock["id"], "expectedVersion": 2, "sendingOffice": "Hazel Moor", "receivingOffice": "Rowan Lake" });
        assert_eq!(desk.act("clockExtend", "clock { id }", again).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        desk.open(json!({})).await;
        let other = desk.clock("missing_le").await;
        let never = json!({ "id": other["id"], "expectedVersion": 1, "sendingOffice": "Hazel Moor", "receivingOffice": "Rowan Lake" });
        assert_eq!(desk.act("clockExtend", "clock { id }", never).await.wrong(), ["id NOT_ALLOWED_HERE"]);
    }

    async fn rule_060_who_collects_a_young_person_is_verified_and_nobody_leaves_that_out(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        desk.back(&episode, json!({ "interstate": true })).await.done();
        let clock = desk.clock("icj_verify_collector").await;
        let input = json!({ "id": clock["id"], "expectedVersion": 1, "reason": "They looked like her parents." });
        for mutation in ["clockWaive", "clockMarkNotApplicable"] {
            let refused = desk.world.act(&desk.team.supervisor, mutation, "clock { id }", input.clone()).await;
            assert_eq!(refused.wrong(), ["id NOT_ALLOWED_HERE"], "{mutation}");
        }
        let open = desk.follow(&episode, "episodeClose", json!({})).await.wrong();
        assert!(open.contains(&"collector REQUIRED".to_owned()), "{open:?}");
        desk.meet(&clock, json!({ "agency": "Compact office of Example State", "reference": "Passport and court order seen" })).await.done();
        let open = desk.follow(&episode, "episodeClose", json!({})).await.wrong();
        assert!(!open.contains(&"collector REQUIRED".to_owned()), "{open:?}");
    }

    async fn rule_060_a_return_within_the_state_has_no_compact_steps(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        desk.back(&episode, json!({})).await.done();
        assert!(!desk.standing().await.iter().any(|clock| clock.starts_with("icj")));
    }
}
