use serde_json::{Value, json};

use super::desk::{Desk, goal};
use crate::both;
use crate::world::text;

both! {
    async fn a_stale_change_of_a_goal_gets_both_values_of_each_field(world) {
        let desk = Desk::new(world).await;
        let id = desk.goal("YOUTH", "Ride a horse.").await;
        let theirs = json!({ "text": "Ride a pony.", "state": "ACCEPTED", "targetOn": "2026-05-01" });
        desk.change_goal(&id, 1, theirs).await.done();
        let yours = json!({ "text": "Ride a mule.", "state": "IN_PROGRESS" });
        let stale = desk.change_goal(&id, 1, yours).await;
        assert_eq!(stale.problem(), "ConflictProblem");
        insta::allow_duplicates! {
            insta::assert_json_snapshot!(stale.outcome(), @r#"
            {
              "__typename": "ConflictProblem",
              "code": "CONFLICT",
              "currentVersion": 2,
              "expectedVersion": 1,
              "fields": [
                {
                  "path": [
                    "text"
                  ],
                  "theirs": "Ride a pony.",
                  "yours": "Ride a mule."
                },
                {
                  "path": [
                    "state"
                  ],
                  "theirs": "ACCEPTED",
                  "yours": "IN_PROGRESS"
                },
                {
                  "path": [
                    "targetOn"
                  ],
                  "theirs": "2026-05-01",
                  "yours": null
                }
              ],
              "message": "Somebody changed this while you were working on it. Nothing was changed by you yet."
            }
            "#);
        }
        assert_eq!(desk.see("goals { text version }").await["goals"], json!([{ "text": "Ride a pony.", "version": 2 }]));
        // Having chosen, one writes from the version that stands.
        desk.change_goal(&id, 2, json!({ "text": "Ride a mule.", "state": "IN_PROGRESS" })).await.done();
    }

    async fn two_goals_are_changed_at_once_and_the_plan_is_not_held_up(world) {
        let desk = Desk::new(world).await;
        let (one, other) = (desk.goal("YOUTH", "Ride a horse.").await, desk.goal("TEAM", "See a dentist.").await);
        let before = desk.version().await;
        let (first, second) = tokio::join!(
            desk.change_goal(&one, 1, json!({ "state": "ACCEPTED" })),
            desk.change_goal(&other, 1, json!({ "state": "SET_ASIDE" })),
        );
        first.done();
        second.done();
        assert_eq!(desk.version().await, before);
        assert_eq!(desk.case("openGoals").await["openGoals"], 1);
    }

    async fn changes_of_one_plan_that_begin_at_different_parts_do_not_wait_for_each_other_for_ever(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        // A step begins at its goal, the plan's review day at the plan, a goal's state at the
        // goal: each of them needs the other's row as well.
        for round in 0..8 {
            let day = format!("2026-04-{:02}", round + 1);
            let (step, review, state) = tokio::join!(
                desk.step(&goal, json!({ "ownerName": "Aunt Linden" })),
                desk.review(&day),
                desk.change_goal(&goal, round + 1, json!({ "text": format!("Ride {round} horses.") })),
            );
            step.done();
            review.done();
            state.done();
        }
    }

    async fn a_stale_act_on_the_plan_gets_both_values(world) {
        let desk = Desk::new(world).await;
        desk.words("I said this.").await.done();
        let stale = json!({ "kind": "OWN_WORDS", "words": "She said that.", "expectedVersion": 1 });
        let conflict = desk.act("planVoiceRecord", stale).await;
        assert_eq!(conflict.problem(), "ConflictProblem");
        let fields = json!([{ "path": ["words"], "yours": "She said that.", "theirs": "I said this." }]);
        assert_eq!(conflict.outcome()["fields"], fields);
        assert_eq!(versions(conflict.outcome()), (1, 2));

        desk.review("2026-04-01").await.done();
        let conflict = desk.act("planReviewSet", json!({ "reviewOn": "2026-05-01", "expectedVersion": 1 })).await;
        let fields = json!([{ "path": ["reviewOn"], "yours": "2026-05-01", "theirs": "2026-04-01" }]);
        assert_eq!(conflict.outcome()["fields"], fields);

        // To add a goal or a strength is a change of the plan: who adds has seen the others.
        for (mutation, input) in [
            ("planGoalAdd", goal("YOUTH", "Ride a horse.")),
            ("planStrengthAdd", json!({ "kind": "SKILL", "text": "Draws." })),
        ] {
            let mut input = input;
            input["expectedVersion"] = json!(1);
            let conflict = desk.add(mutation, input).await;
            assert_eq!(conflict.problem(), "ConflictProblem", "{mutation}");
            assert_eq!(versions(conflict.outcome()), (1, 3));
        }
        for (mutation, to) in [("planActivate", json!({})), ("planMove", json!({ "to": "PAUSED" }))] {
            let mut input = to;
            input["expectedVersion"] = json!(2);
            assert_eq!(desk.act(mutation, input).await.problem(), "ConflictProblem", "{mutation}");
        }
    }

    async fn a_stale_change_of_a_step_gets_both_values(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        let added = desk.step(&goal, json!({ "ownerName": "Aunt Linden" })).await;
        let id = text(&added.done()["goal"]["steps"][0]["id"]);
        let change = |owner: Value, name: Value, state: &str| json!({
            "id": id, "expectedVersion": 1, "text": "Call the stable.", "owner": owner, "ownerName": name,
            "dueOn": "2026-03-10", "state": state,
        });
        let who = &desk.team.specialist;
        let theirs = change(json!(desk.team.advocate.opaque), json!(null), "DOING");
        desk.world.act(who, "planStepChange", "step { id }", theirs).await.done();
        let yours = change(json!(null), json!("Aunt Linden"), "DONE");
        let conflict = desk.world.act(who, "planStepChange", "step { id }", yours).await;
        let fields = json!([
            { "path": ["owner"], "yours": null, "theirs": desk.team.advocate.opaque },
            { "path": ["ownerName"], "yours": "Aunt Linden", "theirs": null },
            { "path": ["state"], "yours": "DONE", "theirs": "DOING" },
        ]);
        assert_eq!(conflict.outcome()["fields"], fields);
    }

    async fn a_retry_with_the_same_key_is_applied_once(world) {
        let desk = Desk::new(world).await;
        let mut input = goal("YOUTH", "Ride a horse.");
        input["clientMutationKey"] = json!(desk.world.key());
        input["plan"] = json!(desk.plan);
        input["expectedVersion"] = json!(1);
        let who = &desk.team.specialist;
        for _ in 0..3 {
            let answer = desk.world.act(who, "planGoalAdd", "plan { version }", input.clone()).await;
            assert_eq!(answer.done()["plan"]["version"], 2);
        }
        assert_eq!(desk.see("goals { text }").await["goals"].as_array().unwrap().len(), 1);
        assert_eq!(desk.case("openGoals").await["openGoals"], 1);
        input["text"] = json!("Ride a mule.");
        let other = desk.world.act(who, "planGoalAdd", "plan { version }", input).await;
        assert_eq!(other.wrong(), ["clientMutationKey KEY_REUSED"]);
    }

    async fn of_many_who_start_a_plan_at_once_one_does(world) {
        let team = world.team().await;
        let input = || json!({ "case": team.case });
        let start = || world.act(&team.specialist, "planStart", "plan { id }", input());
        let (one, two, three) = tokio::join!(start(), start(), start());
        let outcomes = [one, two, three];
        let started = outcomes.iter().filter(|answer| answer.outcome()["__typename"] == "PlanStartSuccess");
        assert_eq!(started.count(), 1);
        for answer in outcomes.iter().filter(|answer| answer.outcome()["__typename"] != "PlanStartSuccess") {
            assert_eq!(answer.wrong(), ["case NOT_ALLOWED_HERE"]);
        }
    }
}

fn versions(conflict: &Value) -> (i64, i64) {
    let number = |field: &str| conflict[field].as_i64().unwrap();
    (number("expectedVersion"), number("currentVersion"))
}
