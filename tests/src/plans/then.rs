//! What moved since a plan was last looked at together.

use chrono::Duration;
use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::world::text;

async fn then(desk: &Desk) -> Value {
    let fields = "atLastReview { at review { heldAt } reading { goals { goal text state agreement steps { step text state } } } } \
        goals { id steps { id } }";
    desk.see(fields).await
}

/// Moves the only step of a goal.
async fn step_to(desk: &Desk, state: &str) {
    let seen = desk.see("goals { steps { id version text dueOn } }").await;
    let step = &seen["goals"][0]["steps"][0];
    let change = json!({
        "id": step["id"], "expectedVersion": step["version"], "text": step["text"], "dueOn": step["dueOn"],
        "ownerName": "Aunt Fern", "state": state,
    });
    let who = &desk.team.specialist;
    desk.world
        .act(who, "planStepChange", "step { id }", change)
        .await
        .done();
}

async fn later(desk: Desk) -> Desk {
    desk.world.later(Duration::hours(1));
    desk.again().await
}

both! {
    async fn rule_072_a_plan_is_read_back_to_its_last_review_or_to_when_it_became_active(world) {
        let desk = Desk::new(world).await;
        let horse = desk.goal("YOUTH", "Ride a horse.").await;
        desk.step(&horse, json!({ "ownerName": "Aunt Fern" })).await.done();
        assert_eq!(then(&desk).await["atLastReview"], Value::Null, "nothing was agreed on yet");
        desk.active().await;
        let desk = later(desk).await;
        step_to(&desk, "DOING").await;
        let seen = then(&desk).await;
        let before = &seen["atLastReview"];
        assert_eq!((&before["review"], &before["at"]), (&Value::Null, &json!("2026-03-04T15:00:00+00:00")));
        let goal = &before["reading"]["goals"][0];
        assert_eq!((&goal["goal"], &goal["steps"][0]["state"]), (&json!(horse), &json!("TODO")));
        assert_eq!(text(&goal["steps"][0]["step"]), text(&seen["goals"][0]["steps"][0]["id"]), "known again by its id");
        // A review: from then on what moved is what moved since it, on the same day, too.
        let desk = later(desk).await;
        let hold = json!({ "changed": "She rides.", "youthAgreement": "YOUTH_AGREES" });
        desk.act("planReviewHold", hold).await.done();
        let desk = later(desk).await;
        step_to(&desk, "DONE").await;
        let seen = then(&desk).await;
        let before = &seen["atLastReview"];
        assert_eq!(before["review"]["heldAt"], before["at"]);
        assert_eq!(before["reading"]["goals"][0]["steps"][0]["state"], "DOING");
    }

    async fn reading_a_plan_back_costs_the_same_for_more_goals(world) {
        let mut desk = Desk::new(world).await;
        desk.active().await;
        let document = "query($id: ID!) { node(id: $id) { ... on RecoveryPlan { atLastReview { reading { goals { goal steps { step state } } } } } } }";
        let mut costs = Vec::new();
        for many in [3, 30] {
            for nth in 0..many {
                let goal = desk.goal("YOUTH", &format!("Goal {many} {nth}")).await;
                desk.step(&goal, json!({ "ownerName": "Aunt Fern" })).await.done();
            }
            desk = later(desk).await;
            desk.act("planReviewHold", json!({ "changed": "More.", "youthAgreement": "YOUTH_AGREES" })).await.done();
            let answer = desk.world.ask(&desk.team.specialist, document, json!({ "id": desk.plan })).await;
            let goals = answer.data()["node"]["atLastReview"]["reading"]["goals"].as_array().unwrap().len();
            costs.push((answer.statements, goals));
        }
        assert_eq!((costs[0].0, costs[0].1, costs[1].1), (costs[1].0, 3, 33));
    }
}
