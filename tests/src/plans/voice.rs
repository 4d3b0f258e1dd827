use serde_json::json;

use super::desk::{Desk, goal};
use crate::both;

/// Blanks, line breaks, slips of the pen, marks that other programs would fold or drop.
const WORDS: &str = "  i dont wanna talk abt it!! \n\n\tjust let me see juniper \u{1f426}…  e\u{301} \u{200f}ok? \r\n ";

async fn refused(desk: &Desk, input: serde_json::Value) -> Vec<String> {
    desk.act("planVoiceRecord", input).await.wrong()
}

both! {
    async fn rule_010_own_words_are_kept_exactly(world) {
        let desk = Desk::new(world).await;
        desk.words(WORDS).await.done();
        let mut wanted = goal("YOUTH", WORDS);
        wanted["inYouthWords"] = json!(true);
        desk.add("planGoalAdd", wanted).await.done();
        let seen = desk.see("voice { kind words recordedBy { name } } goals { text inYouthWords }").await;
        assert_eq!(seen["voice"]["kind"], "OWN_WORDS");
        assert_eq!(seen["voice"]["words"], WORDS);
        assert_eq!(seen["voice"]["recordedBy"]["name"], "Wren Cedar");
        assert_eq!(seen["goals"], json!([{ "text": WORDS, "inYouthWords": true }]));
    }

    async fn rule_065_without_words_it_says_why_and_when_it_is_offered_next(world) {
        let desk = Desk::new(world).await;
        for kind in ["NOT_YET_REACHABLE", "CHOSE_NOT_TO_TAKE_PART"] {
            assert_eq!(refused(&desk, json!({ "kind": kind })).await, ["note REQUIRED", "nextOfferOn REQUIRED"]);
            let with_words = json!({ "kind": kind, "words": "no", "note": "At the door.", "nextOfferOn": "2026-03-05" });
            assert_eq!(refused(&desk, with_words).await, ["words NOT_ALLOWED_HERE"]);
            let past = json!({ "kind": kind, "note": "At the door.", "nextOfferOn": "2026-03-03" });
            assert_eq!(refused(&desk, past).await, ["nextOfferOn IN_THE_PAST"]);
            let far = json!({ "kind": kind, "note": "At the door.", "nextOfferOn": "2126-03-03" });
            assert_eq!(refused(&desk, far).await, ["nextOfferOn NOT_ALLOWED_HERE"]);
            let right = json!({ "kind": kind, "note": "Asleep.", "nextOfferOn": "2026-03-05" });
            desk.act("planVoiceRecord", right).await.done();
            let voice = desk.see("voice { kind words note nextOfferOn }").await;
            let kept = json!({ "kind": kind, "words": null, "note": "Asleep.", "nextOfferOn": "2026-03-05" });
            assert_eq!(voice["voice"], kept);
        }
        assert_eq!(refused(&desk, json!({ "kind": "OWN_WORDS", "words": " \n " })).await, ["words REQUIRED"]);
    }

    async fn rule_065_a_plan_that_waits_is_on_the_dashboard_until_there_is_a_voice(world) {
        let desk = Desk::new(world).await;
        assert!(waits(&desk).await);
        desk.go("AWAITING_YOUTH_VOICE").await.done();
        assert!(waits(&desk).await);
        let not_yet = json!({ "kind": "NOT_YET_REACHABLE", "note": "Asleep.", "nextOfferOn": "2026-03-05" });
        desk.act("planVoiceRecord", not_yet).await.done();
        assert!(!waits(&desk).await);
        assert_eq!(desk.case("planState").await["planState"], "AWAITING_YOUTH_VOICE");
        desk.words("Here I am.").await.done();
        assert_eq!(desk.case("planState").await["planState"], "DRAFT");
    }
}

async fn waits(desk: &Desk) -> bool {
    let document =
        "{ cases(filter: { view: TEAM, withoutYouthVoice: true }) { edges { node { alias } } } }";
    let answer = desk
        .world
        .ask(&desk.team.supervisor, document, json!({}))
        .await;
    !answer.data()["cases"]["edges"]
        .as_array()
        .unwrap()
        .is_empty()
}
