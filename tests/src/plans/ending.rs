use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::world::Answer;

async fn end(desk: &Desk, outcomes: Value, with: Value) -> Answer {
    let mut input = json!({
        "outcomes": outcomes, "remains": "The hearing in May.", "aftercare": "VIA_SUPPORTER",
        "aftercareNote": "Through Aunt Linden.", "youthAgreement": "YOUTH_AGREES",
    });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    desk.act("planEnd", input).await
}

both! {
    async fn rule_076_a_plan_ends_with_what_came_of_each_goal_and_what_remains(world) {
        let desk = Desk::new(world).await;
        let horse = desk.goal("YOUTH", "Ride a horse.").await;
        let dentist = desk.goal("TEAM", "See a dentist.").await;
        let told = |goal: &str, words: &str, voice: &str| json!({ "goal": goal, "words": words, "voice": voice });
        let all = || json!([told(&horse, "I did it. twice!", "YOUTH"), told(&dentist, "She chose another time.", "TEAM")]);
        assert_eq!(end(&desk, all(), json!({})).await.problem(), "MoveProblem");
        desk.active().await;
        // There is no way around it.
        assert_eq!(desk.go("COMPLETED").await.wrong(), ["to NOT_ALLOWED_HERE"]);
        let some = json!([told(&horse, "I did it.", "YOUTH")]);
        assert_eq!(end(&desk, some, json!({})).await.wrong(), [format!("outcomes.{dentist} REQUIRED")]);
        let twice = json!([told(&horse, "Yes.", "YOUTH"), told(&horse, "Yes.", "YOUTH"), told(&dentist, "No.", "TEAM")]);
        assert_eq!(end(&desk, twice, json!({})).await.wrong(), ["outcomes.1.goal NOT_ALLOWED_HERE"]);
        let blank = json!([told(&horse, " ", "YOUTH"), told(&desk.plan, "No.", "TEAM")]);
        assert_eq!(end(&desk, blank, json!({ "remains": "" })).await.wrong(), [
            "outcomes.0.words REQUIRED", "outcomes.1.goal UNKNOWN_ID", "remains REQUIRED",
        ]);
        let stale = json!({ "expectedVersion": 1 });
        assert_eq!(end(&desk, all(), stale).await.problem(), "ConflictProblem");
        end(&desk, all(), json!({})).await.done();
        let fields = "state endings { outcomes { goal { text } words voice } remains aftercare aftercareNote youthAgreement endedBy { name } }";
        let seen = desk.see(fields).await;
        assert_eq!(seen["state"], "COMPLETED");
        let ending = json!({
            "outcomes": [
                { "goal": { "text": "Ride a horse." }, "words": "I did it. twice!", "voice": "YOUTH" },
                { "goal": { "text": "See a dentist." }, "words": "She chose another time.", "voice": "TEAM" },
            ],
            "remains": "The hearing in May.", "aftercare": "VIA_SUPPORTER", "aftercareNote": "Through Aunt Linden.",
            "youthAgreement": "YOUTH_AGREES", "endedBy": { "name": "Wren Cedar" },
        });
        assert_eq!(seen["endings"], json!([ending]));
        // Opening again is one act, and keeps all of it.
        desk.go("UNDER_REVIEW").await.done();
        let seen = desk.see(fields).await;
        assert_eq!(seen["state"], "UNDER_REVIEW");
        assert_eq!(seen["endings"], json!([ending]));
        assert_eq!(desk.case("openGoals").await["openGoals"], 2);
        end(&desk, all(), json!({ "remains": "Nothing now." })).await.done();
        let seen = desk.see("endings { remains }").await;
        assert_eq!(seen["endings"], json!([{ "remains": "Nothing now." }, { "remains": "The hearing in May." }]));
    }
}
