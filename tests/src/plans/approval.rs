use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::world::{Answer, Persona};

/// The version that was frozen last.
async fn latest(desk: &Desk) -> Value {
    let seen = desk.see("versions { number contentHash }").await;
    seen["versions"].as_array().unwrap().last().unwrap().clone()
}

async fn decide(desk: &Desk, who: &Persona, with: Value) -> Answer {
    let version = latest(desk).await;
    let mut input = json!({
        "plan": desk.plan, "number": version["number"], "contentHash": version["contentHash"], "decision": "APPROVED",
    });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    let shown = "plan { approval { state } }";
    desk.world.act(who, "planApprove", shown, input).await
}

async fn state(desk: &Desk) -> Value {
    desk.see("approval { state }").await["approval"]["state"].clone()
}

async fn waiting(desk: &Desk, who: &Persona) -> Value {
    let document = "{ plansToApprove { number plan { id case { alias } } frozenBy { name } } }";
    let seen = desk.world.ask(who, document, json!({})).await;
    seen.data()["plansToApprove"].clone()
}

both! {
    async fn rule_071_an_approval_binds_to_the_hash_and_falls_away_with_a_change(world) {
        let desk = Desk::new(world).await;
        let sage = &desk.team.supervisor;
        assert_eq!(desk.see("approval { state }").await["approval"], Value::Null);
        assert_eq!(waiting(&desk, sage).await, json!([]));
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        desk.active().await;
        assert_eq!(state(&desk).await, "WAITING");
        let list = waiting(&desk, sage).await;
        assert_eq!(list[0]["plan"]["case"]["alias"], "River");
        assert_eq!(list[0]["frozenBy"]["name"], "Wren Cedar");
        // Exactly what was looked at, and nothing else.
        let other = json!({ "contentHash": "00".repeat(32) });
        assert_eq!(decide(&desk, sage, other).await.wrong(), ["contentHash NOT_ALLOWED_HERE"]);
        let no_hash = json!({ "contentHash": "heron" });
        assert_eq!(decide(&desk, sage, no_hash).await.wrong(), ["contentHash MALFORMED"]);
        let earlier = json!({ "number": 1 });
        assert_eq!(decide(&desk, sage, earlier).await.wrong(), ["number NOT_ALLOWED_HERE"]);
        let approved = decide(&desk, sage, json!({ "comment": "Well heard." })).await;
        assert_eq!(approved.done()["plan"]["approval"]["state"], "APPROVED");
        assert_eq!(waiting(&desk, sage).await, json!([]));
        let version = latest(&desk).await;
        let seen = desk.see("approval { version { approvals { decision comment contentHash by { name } } } }").await;
        let word = json!([{ "decision": "APPROVED", "comment": "Well heard.", "contentHash": version["contentHash"],
            "by": { "name": "Sage Alder" } }]);
        assert_eq!(seen["approval"]["version"]["approvals"], word);
        // How things go on is no change of what was agreed on; another goal is.
        desk.change_goal(&goal, 1, json!({ "state": "ACCEPTED" })).await.done();
        assert_eq!(state(&desk).await, "APPROVED");
        desk.change_goal(&goal, 2, json!({ "text": "Ride by the sea.", "state": "ACCEPTED" })).await.done();
        let seen = desk.see("approval { state } draft { material } prompts").await;
        assert_eq!(seen["approval"]["state"], "FELL_AWAY");
        assert_eq!(seen["draft"]["material"], true);
        assert!(seen["prompts"].as_array().unwrap().contains(&json!("APPROVAL_FELL_AWAY")));
        // A draft is not decided on: it is frozen first, and waits then.
        assert_eq!(decide(&desk, sage, json!({})).await.wrong(), ["number NOT_ALLOWED_HERE"]);
        desk.act("planActivate", json!({})).await.done();
        assert_eq!(state(&desk).await, "WAITING");
        decide(&desk, sage, json!({})).await.done();
        assert_eq!(state(&desk).await, "APPROVED");
    }

    async fn rule_071_a_version_is_given_back_with_a_word(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let sage = &desk.team.supervisor;
        let wordless = json!({ "decision": "RETURNED" });
        assert_eq!(decide(&desk, sage, wordless).await.wrong(), ["comment REQUIRED"]);
        let word = json!({ "decision": "RETURNED", "comment": "Ask her about school." });
        assert_eq!(decide(&desk, sage, word).await.done()["plan"]["approval"]["state"], "RETURNED");
        assert_eq!(waiting(&desk, sage).await, json!([]));
        desk.act("planMove", json!({ "to": "UNDER_REVIEW" })).await.done();
        desk.act("planActivate", json!({})).await.done();
        assert_eq!(state(&desk).await, "WAITING");
    }

    async fn rule_071_nobody_approves_their_own_and_only_supervisors_do(world) {
        let desk = Desk::new(world).await;
        let (sage, wren) = (&desk.team.supervisor, &desk.team.specialist);
        desk.active().await;
        let refused = decide(&desk, wren, json!({})).await;
        assert_eq!(refused.outcome()["why"], "role_may_not");
        assert_eq!(waiting(&desk, wren).await, json!([]));
        // A supervisor who wrote some of it has somebody else look at it, whoever froze it.
        let strength = json!({ "plan": desk.plan, "expectedVersion": desk.version().await, "kind": "HOPE", "text": "Sings." });
        desk.world.act(sage, "planStrengthAdd", "plan { id }", strength).await.done();
        desk.act("planActivate", json!({})).await.done();
        let refused = decide(&desk, sage, json!({})).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
        assert_eq!(refused.outcome()["why"], "not_yourself");
        // Or who froze it.
        let activate = json!({ "id": desk.plan, "expectedVersion": desk.version().await });
        desk.strength("Draws horses.").await.done();
        let mut activate = activate;
        activate["expectedVersion"] = json!(desk.version().await);
        desk.world.act(sage, "planActivate", "plan { id }", activate).await.done();
        assert_eq!(decide(&desk, sage, json!({})).await.outcome()["why"], "not_yourself");
    }
}
