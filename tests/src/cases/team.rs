//! Who was on a case's team before.

use chrono::Duration;
use serde_json::{Value, json};
use server::access::Role;

use super::desk::{act, see};
use crate::both;

const FORMER: &str = "formerTeam { role from to reason endReason user { name } }";

both! {
    async fn who_was_on_the_team_is_read_with_their_part_and_its_days(world) {
        let mut team = world.team().await;
        let plover = world.person("Plover Ash", &[Role::ResourceSpecialist]).await;
        assert_eq!(see(&world, &team.supervisor, &team.case, FORMER).await["formerTeam"], json!([]));
        world.later(Duration::minutes(1));
        let handed = json!({ "user": plover.opaque, "role": "RESOURCE_SPECIALIST", "reason": "Wren is away in April." });
        act(&world, &team.supervisor, &team.case, "caseAssign", handed).await.done();
        world.later(Duration::minutes(1));
        let members = see(&world, &team.supervisor, &team.case, "team { id role }").await["team"].clone();
        let advocate = members.as_array().unwrap().iter().find(|one| one["role"] == "FAMILY_ADVOCATE").unwrap();
        let ended = json!({ "assignment": advocate["id"], "reason": "On leave." });
        act(&world, &team.supervisor, &team.case, "caseUnassign", ended).await.done();
        team.supervisor = world.again(&team.supervisor).await;
        let seen = see(&world, &team.supervisor, &team.case, FORMER).await;
        assert_eq!(seen["formerTeam"], json!([
            {
                "role": "FAMILY_ADVOCATE", "from": "2026-03-04T15:00:00+00:00", "to": "2026-03-04T15:02:00+00:00",
                "reason": null, "endReason": "On leave.", "user": { "name": "Fern Fir" },
            },
            {
                "role": "RESOURCE_SPECIALIST", "from": "2026-03-04T15:00:00+00:00", "to": "2026-03-04T15:01:00+00:00",
                "reason": null, "endReason": "Handed over.", "user": { "name": "Wren Cedar" },
            },
        ]));
        // Who left reads nothing of the case any more, of those who left neither.
        assert_eq!(see(&world, &team.specialist, &team.case, FORMER).await, Value::Null);
    }

    async fn of_a_long_history_the_fifty_who_left_last_are_read_at_the_same_cost(world) {
        let team = world.team().await;
        let chief = &team.supervisor;
        let plover = world.person("Plover Ash", &[Role::ResourceSpecialist]).await;
        let cost = async || {
            let document = format!("{{ cases(first: 50) {{ edges {{ node {{ {FORMER} }} }} }} }}");
            let mut least = u32::MAX;
            for _ in 0..3 {
                let answer = world.ask(chief, &document, json!({})).await;
                answer.data();
                least = least.min(answer.statements);
            }
            least
        };
        for who in [&plover, &team.specialist] {
            world.assign(chief, &team.case, who, "RESOURCE_SPECIALIST").await;
        }
        let small = cost().await;
        for _ in 0..25 {
            for who in [&plover, &team.specialist] {
                world.assign(chief, &team.case, who, "RESOURCE_SPECIALIST").await;
            }
        }
        for alias in ["Lake", "Brook", "Heath"] {
            let case = world.case(chief, alias).await;
            for who in [&plover, &team.specialist] {
                world.assign(chief, &case, who, "RESOURCE_SPECIALIST").await;
            }
        }
        assert_eq!(cost().await, small);
        let seen = see(&world, chief, &team.case, FORMER).await;
        assert_eq!(seen["formerTeam"].as_array().unwrap().len(), 50);
    }
}
