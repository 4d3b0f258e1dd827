//! What happens elsewhere on the case calls for a review of the plan that is lived by (rule 72).

use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::cases::desk::act;
use crate::sharing::desk::Desk as Sharing;

async fn called(desk: &Desk) -> Value {
    desk.see("state reviewOn reviewCalls { trigger answered by { name } }")
        .await
}

async fn facts(desk: &Desk, with: Value) {
    let mut input = json!({ "since": "2026-03-03", "reason": "A court order." });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    let (who, case) = (&desk.team.specialist, &desk.team.case);
    let done = act(&desk.world, who, case, "caseFactsChange", input).await;
    done.done();
}

both! {
    async fn rule_072_a_withdrawn_release_calls_for_a_review(world) {
        let sharing = Sharing::new(world).await;
        let (first, second) = (sharing.release(json!({})).await, sharing.release(json!({})).await);
        // Before a plan is lived by there is nothing to look at again.
        sharing.withdraw(&first).await.done();
        let desk = Desk::on(sharing.world, sharing.team).await;
        desk.active().await;
        assert_eq!(called(&desk).await, json!({ "state": "ACTIVE", "reviewOn": "2026-03-05", "reviewCalls": [] }));
        let withdraw = async |id: &str| {
            let input = json!({ "id": id, "how": "ORAL" });
            desk.world.act(&desk.team.advocate, "releaseWithdraw", "release { status }", input).await
        };
        let version = desk.version().await;
        assert_eq!(withdraw(&second).await.done()["release"]["status"], "WITHDRAWN");
        let by = json!({ "name": "Fern Fir" });
        assert_eq!(called(&desk).await, json!({
            "state": "ACTIVE", "reviewOn": "2026-03-04",
            "reviewCalls": [{ "trigger": "CONSENT_WITHDRAWN", "answered": false, "by": by }],
        }));
        assert_eq!(desk.version().await, version + 1);
        // What is refused calls for nothing.
        assert_eq!(withdraw(&second).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        assert_eq!(called(&desk).await["reviewCalls"].as_array().unwrap().len(), 1);
    }

    async fn rule_072_other_hands_or_another_state_call_for_a_review(world) {
        let desk = Desk::new(world).await;
        facts(&desk, json!({ "legalCustody": "PARENT" })).await;
        desk.active().await;
        // The kind of community says nothing of where somebody lives now.
        facts(&desk, json!({ "communityType": "RURAL" })).await;
        assert_eq!(called(&desk).await, json!({ "state": "ACTIVE", "reviewOn": "2026-03-05", "reviewCalls": [] }));
        let call = json!({ "trigger": "PLACEMENT_CHANGE", "answered": false, "by": { "name": "Wren Cedar" } });
        // One change of several facts is one thing that happened.
        facts(&desk, json!({ "legalCustody": "KIN", "jurisdiction": "OK" })).await;
        assert_eq!(called(&desk).await, json!({ "state": "ACTIVE", "reviewOn": "2026-03-04", "reviewCalls": [call.clone()] }));
        facts(&desk, json!({ "jurisdiction": "TX" })).await;
        assert_eq!(called(&desk).await["reviewCalls"], json!([call.clone(), call]));
    }

    async fn rule_072_a_plan_that_has_ended_is_not_called_for(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        desk.end().await.done();
        facts(&desk, json!({ "legalCustody": "KIN" })).await;
        assert_eq!(called(&desk).await["reviewCalls"], json!([]));
    }
}
