use chrono::Duration;
use serde_json::json;

use super::desk::Desk;
use crate::both;

/// Blanks, line breaks and slips of the pen.
const WORDS: &str = "  i just wanted to see my sister \n\nits not that deep ";

async fn away_and_back(desk: &Desk) -> String {
    let episode = desk.open(json!({})).await;
    desk.tell(&episode, "LAW_ENFORCEMENT", json!({}))
        .await
        .done();
    desk.tell(&episode, "NCMEC", json!({})).await.done();
    desk.back(&episode, json!({})).await.done();
    episode
}

both! {
    async fn rule_054_the_return_starts_what_is_to_be_done(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        desk.later(Duration::days(3)).await;
        let early = desk.back(&episode, json!({ "at": "2026-03-04T14:59:59Z" })).await;
        assert_eq!(early.wrong(), ["at IN_THE_PAST"]);
        let future = desk.back(&episode, json!({ "at": "2026-03-08T15:00:00Z" })).await;
        assert_eq!(future.wrong(), ["at IN_THE_FUTURE"]);
        let back = desk.back(&episode, json!({ "at": "2026-03-07T12:00:00Z", "location": "RELATIVE", "note": "At her aunt's." })).await;
        assert_eq!(back.done()["episode"]["whereabouts"], "RECOVERED");
        for (code, due) in [
            ("recovery_le", "2026-03-08T12:00:00+00:00"),
            ("recovery_ncmec", "2026-03-08T12:00:00+00:00"),
            ("return_conversation", "2026-03-08T12:00:00+00:00"),
            ("screening_on_return", "2026-03-10T12:00:00+00:00"),
            ("medical_offer", "2026-03-10T12:00:00+00:00"),
        ] {
            assert_eq!(desk.clock(code).await["dueAt"], due, "{code}");
        }
        let twice = desk.back(&episode, json!({})).await;
        assert_eq!(twice.problem(), "MoveProblem");
        // One call to the police says both, and the first came too late.
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        assert_eq!((desk.status("missing_le").await, desk.status("recovery_le").await), ("MET_LATE".to_owned(), "MET".to_owned()));
        assert!(!desk.standing().await.iter().any(|clock| clock.starts_with("ncic")), "nobody searches any more");
    }

    async fn rule_054_it_closes_when_each_question_is_answered_and_says_which_are_open(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        let missing = desk.follow(&episode, "episodeClose", json!({})).await;
        assert_eq!(missing.wrong()[0], "returned REQUIRED");
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        desk.tell(&episode, "NCMEC", json!({})).await.done();
        desk.back(&episode, json!({})).await.done();
        let all = ["lawEnforcement REQUIRED", "ncmec REQUIRED", "conversation REQUIRED", "factors REQUIRED", "experiences REQUIRED", "screening REQUIRED", "placementResponse REQUIRED"];
        assert_eq!(desk.follow(&episode, "episodeClose", json!({})).await.wrong(), all);
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        desk.tell(&episode, "NCMEC", json!({})).await.done();
        desk.talk(&episode, json!({ "factors": ["WANTED_FAMILY"], "youthWords": WORDS })).await.done();
        let open = desk.episode(&episode, "stillOpen").await;
        assert_eq!(open["stillOpen"], json!(["EXPERIENCES", "SCREENING", "PLACEMENT_RESPONSE"]));
        desk.talk(&episode, json!({ "experiences": ["CHOSE_NOT_TO_SAY"] })).await.done();
        let no_reason = desk.follow(&episode, "returnFollowUpRecord", json!({ "screening": "NOT_DONE" })).await;
        assert_eq!(no_reason.wrong(), ["screeningNote MISSING_REASON"]);
        desk.follow(&episode, "returnFollowUpRecord", json!({ "screening": "NOT_DONE", "screeningNote": "She sleeps.", "placementResponse": "Her sister visits on Sundays." })).await.done();
        assert_eq!(desk.status("screening_on_return").await, "MET");
        let closed = desk.follow(&episode, "episodeClose", json!({})).await;
        assert_eq!(closed.done()["episode"]["stillOpen"], json!([]));
        assert_eq!(desk.follow(&episode, "episodeClose", json!({})).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        // What was recommended while they were away is so no more; what is the team's stays.
        assert_eq!((desk.status("le_ncic_entry").await, desk.status("court_notice").await), ("NOT_APPLICABLE".to_owned(), "NOT_DUE".to_owned()));
    }

    async fn rule_010_rule_054_the_words_are_kept_exactly_and_none_are_required(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        let early = desk.talk(&episode, json!({})).await;
        assert_eq!(early.wrong(), ["episode NOT_ALLOWED_HERE"]);
        desk.back(&episode, json!({})).await.done();
        let nothing = desk.talk(&episode, json!({})).await;
        assert_eq!(nothing.done()["conversation"]["factorsAnswer"], json!(null));
        let told = desk.talk(&episode, json!({ "factors": ["OTHER", "FELT_UNSAFE_HERE"], "youthWords": WORDS })).await;
        let told = &told.done()["conversation"];
        assert_eq!((&told["youthWords"], &told["factors"], &told["factorsAnswer"]), (&json!(WORDS), &json!(["FELT_UNSAFE_HERE", "OTHER"]), &json!("ANSWERED")));
    }

    async fn rule_055_to_decline_is_a_good_answer_and_is_offered_again(world) {
        let mut desk = Desk::new(world).await;
        let episode = away_and_back(&desk).await;
        for answer in ["DECLINED_BY_YOUTH", "NOT_SAFE_TO_ASK_YET"] {
            let no_day = desk.talk(&episode, json!({ "answer": answer })).await;
            assert_eq!(no_day.wrong(), ["reOfferOn REQUIRED"]);
            let past = desk.talk(&episode, json!({ "answer": answer, "reOfferOn": "2026-03-01" })).await;
            assert_eq!(past.wrong(), ["reOfferOn IN_THE_PAST"]);
            let told = desk.talk(&episode, json!({ "answer": answer, "reOfferOn": "2026-03-09", "factors": ["OTHER"] })).await;
            assert_eq!(told.wrong(), ["factors NOT_ALLOWED_HERE"]);
        }
        let empty = desk.talk(&episode, json!({ "factorsAnswer": "ANSWERED", "experiencesAnswer": "DECLINED_BY_YOUTH" })).await;
        assert_eq!(empty.wrong(), ["factors REQUIRED", "reOfferOn REQUIRED"]);
        desk.talk(&episode, json!({ "answer": "DECLINED_BY_YOUTH", "reOfferOn": "2026-03-09" })).await.done();
        // The offer was made: its clock is met, and another runs to the end of that day in Texas.
        let clocks: Vec<_> = desk.clocks().await.into_iter().filter(|clock| clock["code"] == "return_conversation").collect();
        assert_eq!((&clocks[0]["status"], &clocks[1]["status"], &clocks[1]["dueAt"]), (&json!("MET"), &json!("NOT_DUE"), &json!("2026-03-10T05:00:00+00:00")));
        let open = desk.episode(&episode, "stillOpen").await;
        assert_eq!(open["stillOpen"], json!(["LAW_ENFORCEMENT", "NCMEC", "SCREENING", "PLACEMENT_RESPONSE"]));
        desk.later(Duration::days(4)).await;
        desk.talk(&episode, json!({ "answer": "NOT_SAFE_TO_ASK_YET", "reOfferOn": "2026-03-12" })).await.done();
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        desk.tell(&episode, "NCMEC", json!({})).await.done();
        let done = json!({ "screening": "DECLINED_BY_YOUTH", "placementResponse": "She has her own key now." });
        desk.follow(&episode, "returnFollowUpRecord", done).await.done();
        desk.follow(&episode, "episodeClose", json!({})).await.done();
    }

    async fn rule_054_who_was_only_away_is_not_reported_as_found(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({ "whereabouts": "AWAY_KNOWN_LOCATION" })).await;
        desk.back(&episode, json!({ "how": "RETURNED_ON_OWN" })).await.done();
        assert_eq!(desk.standing().await, ["medical_offer NOT_DUE", "return_conversation NOT_DUE", "screening_on_return NOT_DUE"]);
    }
}
