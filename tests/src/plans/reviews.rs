use chrono::Duration;
use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::world::Answer;

async fn hold(desk: &Desk, with: Value) -> Answer {
    let mut input = json!({ "changed": "She sleeps better.", "youthAgreement": "YOUTH_AGREES" });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    desk.act("planReviewHold", input).await
}

async fn due(desk: &Desk) -> Value {
    desk.see("reviewOn").await["reviewOn"].clone()
}

both! {
    async fn rule_072_reviews_follow_the_cadence_from_the_first_activation(world) {
        let mut desk = Desk::new(world).await;
        assert_eq!(hold(&desk, json!({})).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        desk.active().await;
        // Further away than the cadence has it is no promise.
        assert_eq!(due(&desk).await, "2026-03-05");
        assert_eq!(desk.review("2026-04-01").await.wrong(), ["reviewOn NOT_ALLOWED_HERE"]);
        let mut days = Vec::new();
        for wait in [1, 2, 4, 23, 30, 30] {
            desk.world.later(Duration::days(wait));
            desk = desk.again().await;
            hold(&desk, json!({})).await.done();
            days.push(due(&desk).await);
        }
        assert_eq!(days, ["2026-03-07", "2026-03-11", "2026-04-03", "2026-05-03", "2026-06-02", "2026-08-31"]);
        // Sooner is the team's choice, later is not.
        let later = json!({ "nextOn": "2026-10-01" });
        assert_eq!(hold(&desk, later).await.wrong(), ["nextOn NOT_ALLOWED_HERE"]);
        let past = json!({ "nextOn": "2026-03-01" });
        assert_eq!(hold(&desk, past).await.wrong(), ["nextOn IN_THE_PAST"]);
        hold(&desk, json!({ "nextOn": "2026-07-01" })).await.done();
        assert_eq!(due(&desk).await, "2026-07-01");
        assert_eq!(desk.case("nextReviewOn").await["nextReviewOn"], "2026-07-01");
    }

    async fn rule_072_a_review_asks_what_changed_and_whether_the_young_person_agrees(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        assert_eq!(hold(&desk, json!({ "changed": " " })).await.wrong(), ["changed REQUIRED"]);
        let words = json!({ "youthAgreement": "YOUTH_PARTLY", "youthWords": "the school part is ok  " });
        hold(&desk, words).await.done();
        hold(&desk, json!({ "changed": "A new room.", "youthAgreement": "CHOSE_NOT_TO_SAY" })).await.done();
        let seen = desk.see("reviews { dueOn changed youthAgreement youthWords heldBy { name } nextOn }").await;
        let by = json!({ "name": "Wren Cedar" });
        assert_eq!(seen["reviews"], json!([
            { "dueOn": "2026-03-05", "changed": "A new room.", "youthAgreement": "CHOSE_NOT_TO_SAY", "youthWords": null, "heldBy": by, "nextOn": "2026-03-05" },
            { "dueOn": "2026-03-05", "changed": "She sleeps better.", "youthAgreement": "YOUTH_PARTLY", "youthWords": "the school part is ok  ", "heldBy": by, "nextOn": "2026-03-05" },
        ]));
    }

    async fn rule_072_what_happens_opens_a_review_early_and_rule_069_says_nothing_of_failing(world) {
        let desk = Desk::new(world).await;
        let asks = json!({ "trigger": "YOUTH_ASKS" });
        assert_eq!(desk.act("planReviewOpen", asks.clone()).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        desk.active().await;
        let again = json!({ "trigger": "MISSING_AGAIN", "note": "Since Tuesday." });
        desk.act("planReviewOpen", again).await.done();
        desk.act("planReviewOpen", asks).await.done();
        let seen = desk.see("state reviewOn prompts reviewCalls { trigger note answered by { name } } goals { id state }").await;
        // Nothing else moves: plan and goals stand as they stood.
        assert_eq!(seen["state"], "ACTIVE");
        assert_eq!(seen["goals"], json!([{ "id": goal, "state": "PROPOSED" }]));
        assert_eq!(seen["reviewOn"], "2026-03-04");
        assert!(seen["prompts"].as_array().unwrap().contains(&json!("REVIEW_CALLED")));
        let by = json!({ "name": "Wren Cedar" });
        assert_eq!(seen["reviewCalls"], json!([
            { "trigger": "YOUTH_ASKS", "note": null, "answered": false, "by": by },
            { "trigger": "MISSING_AGAIN", "note": "Since Tuesday.", "answered": false, "by": by },
        ]));
        hold(&desk, json!({})).await.done();
        let seen = desk.see("reviewOn prompts reviewCalls { answered }").await;
        assert_eq!(seen["reviewCalls"], json!([{ "answered": true }, { "answered": true }]));
        assert_eq!(seen["reviewOn"], "2026-03-05");
        assert!(!seen["prompts"].as_array().unwrap().contains(&json!("REVIEW_CALLED")));
    }
}
