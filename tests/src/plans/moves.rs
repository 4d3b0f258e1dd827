use serde_json::json;

use super::desk::{Desk, goal};
use crate::both;
use crate::world::text;

both! {
    async fn a_plan_moves_by_its_table(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let refused = desk.go("DRAFT").await;
        assert_eq!(refused.problem(), "MoveProblem");
        let told = json!({ "from": "ACTIVE", "to": "DRAFT", "allowed": ["UNDER_REVIEW", "PAUSED", "COMPLETED"] });
        for field in ["from", "to", "allowed"] {
            assert_eq!(refused.outcome()[field], told[field]);
        }
        assert_eq!(desk.go("SUPERSEDED").await.problem(), "MoveProblem");
        assert_eq!(desk.act("planActivate", json!({})).await.problem(), "MoveProblem");
        for state in ["PAUSED", "UNDER_REVIEW", "ACTIVE", "COMPLETED", "UNDER_REVIEW"] {
            let moved = if state == "COMPLETED" { desk.end().await } else { desk.go(state).await };
            assert_eq!(moved.done()["plan"]["state"], state);
            assert_eq!(desk.case("planState").await["planState"], state);
        }
    }

    async fn a_completed_plan_is_not_changed_promises_nothing_and_opens_again(world) {
        let desk = Desk::new(world).await;
        let id = desk.goal("YOUTH", "Ride a horse.").await;
        desk.active().await;
        desk.end().await.done();
        let promises = "planState openGoals nextReviewOn plan { state }";
        let ended = json!({ "planState": "COMPLETED", "openGoals": 0, "nextReviewOn": null, "plan": { "state": "COMPLETED" } });
        assert_eq!(desk.case(promises).await, ended);
        assert_eq!(desk.words("Late.").await.wrong(), ["id NOT_ALLOWED_HERE"]);
        assert_eq!(desk.strength("Late.").await.wrong(), ["plan NOT_ALLOWED_HERE"]);
        assert_eq!(desk.review("2026-05-01").await.wrong(), ["id NOT_ALLOWED_HERE"]);
        assert_eq!(desk.add("planGoalAdd", goal("YOUTH", "Late.")).await.wrong(), ["plan NOT_ALLOWED_HERE"]);
        assert_eq!(desk.change_goal(&id, 1, json!({ "state": "ACCEPTED" })).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        assert_eq!(desk.step(&id, json!({ "ownerName": "Aunt Linden" })).await.wrong(), ["goal NOT_ALLOWED_HERE"]);
        desk.go("UNDER_REVIEW").await.done();
        let again = json!({ "planState": "UNDER_REVIEW", "openGoals": 1, "nextReviewOn": "2026-03-05", "plan": { "state": "UNDER_REVIEW" } });
        assert_eq!(desk.case(promises).await, again);
    }

    async fn a_case_has_one_plan_to_work_with_and_a_new_one_supersedes_the_completed(world) {
        let desk = Desk::new(world).await;
        let who = &desk.team.specialist;
        let start = || json!({ "case": desk.team.case });
        let second = desk.world.act(who, "planStart", "plan { id }", start()).await;
        assert_eq!(second.wrong(), ["case NOT_ALLOWED_HERE"]);
        desk.active().await;
        desk.end().await.done();
        let next = desk.world.act(who, "planStart", "plan { id state }", start()).await;
        assert_eq!(next.done()["plan"]["state"], "DRAFT");
        let old = desk.see("state allowedMoves").await;
        assert_eq!(old, json!({ "state": "SUPERSEDED", "allowedMoves": [] }));
        assert_eq!(desk.go("UNDER_REVIEW").await.problem(), "MoveProblem");
        let seen = desk.case("plan { id }").await;
        assert_eq!(text(&seen["plan"]["id"]), text(&next.done()["plan"]["id"]));
    }
}
