use serde_json::json;

use super::desk::Desk;
use crate::both;

both! {
    async fn rule_065_no_plan_becomes_active_without_a_voice(world) {
        let desk = Desk::new(world).await;
        let all = ["voice MISSING_VOICE", "strengths MISSING_STRENGTH"];
        assert_eq!(desk.act("planActivate", json!({})).await.wrong(), all);
        // There is no way around it.
        assert_eq!(desk.go("ACTIVE").await.wrong(), all);
        desk.strength("Runs fast.").await.done();
        desk.review("2026-04-01").await.done();
        assert_eq!(desk.act("planActivate", json!({})).await.wrong(), ["voice MISSING_VOICE"]);
        assert_eq!(desk.see("state activatedAt").await, json!({ "state": "DRAFT", "activatedAt": null }));
        let note = json!({ "kind": "CHOSE_NOT_TO_TAKE_PART", "note": "Not today.", "nextOfferOn": "2026-03-11" });
        desk.act("planVoiceRecord", note).await.done();
        let active = desk.act("planActivate", json!({})).await;
        assert_eq!(active.done()["plan"]["state"], "ACTIVE");
        assert_eq!(desk.see("activatedAt").await["activatedAt"], "2026-03-04T15:00:00+00:00");
    }

    async fn rule_067_no_plan_becomes_active_without_a_strength_and_keeps_its_last(world) {
        let desk = Desk::new(world).await;
        desk.words("Let me sleep first.").await.done();
        desk.review("2026-04-01").await.done();
        assert_eq!(desk.act("planActivate", json!({})).await.wrong(), ["strengths MISSING_STRENGTH"]);
        assert_eq!(desk.strength("  ").await.wrong(), ["text REQUIRED"]);
        desk.strength("Makes people laugh.").await.done();
        desk.act("planActivate", json!({})).await.done();
        let seen = desk.see("strengths { id kind text }").await;
        assert_eq!(seen["strengths"][0]["text"], "Makes people laugh.");
        let last = seen["strengths"][0]["id"].clone();
        let refused = desk.act("planStrengthRemove", json!({ "id": last })).await;
        assert_eq!(refused.wrong(), ["id MISSING_STRENGTH"]);
        desk.strength("Sings.").await.done();
        desk.act("planStrengthRemove", json!({ "id": last })).await.done();
        assert_eq!(desk.see("strengths { text }").await["strengths"], json!([{ "text": "Sings." }]));
    }

    async fn rule_072_a_plan_is_looked_at_again_on_a_day_to_come(world) {
        let desk = Desk::new(world).await;
        assert_eq!(desk.review("2026-03-03").await.wrong(), ["reviewOn IN_THE_PAST"]);
        desk.active().await;
        // By the cadence, which is sooner than the team had it.
        assert_eq!(desk.case("nextReviewOn").await["nextReviewOn"], "2026-03-05");
        desk.go("UNDER_REVIEW").await.done();
        desk.world.later(chrono::Duration::days(60));
        let desk = desk.again().await;
        let overdue = "{ cases(filter: { view: TEAM, reviewOverdue: true }) { edges { node { alias } } } }";
        let found = desk.world.ask(&desk.team.supervisor, overdue, json!({})).await;
        assert_eq!(found.data()["cases"]["edges"], json!([{ "node": { "alias": "River" } }]));
        assert_eq!(desk.act("planActivate", json!({})).await.wrong(), ["reviewOn IN_THE_PAST"]);
        desk.review("2026-06-01").await.done();
        desk.act("planActivate", json!({})).await.done();
        let found = desk.world.ask(&desk.team.supervisor, overdue, json!({})).await;
        assert_eq!(found.data()["cases"]["edges"], json!([]));
    }
}
