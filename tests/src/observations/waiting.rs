//! Observations that wait for a supervisor, as a list of cases (rules 1 to 3, 149).

use chrono::Duration;
use serde_json::{Value, json};
use server::access::Role;

use super::notes::{correct, record};
use crate::both;
use crate::world::{Persona, World};

const LIST: &str = "{ casesToReview { edges { node { since case { alias } } } } }";

async fn waits(world: &World, who: &Persona, case: &str) -> Value {
    let with = json!({ "followUp": "RECORDED_REVIEWED", "followUpReason": "Her school knows." });
    record(world, who, case, with).await.done()["observation"].clone()
}

async fn aliases(world: &World, who: &Persona) -> Vec<String> {
    let seen = world.ask(who, LIST, json!({})).await;
    let edges = seen.data()["casesToReview"]["edges"]
        .as_array()
        .unwrap()
        .clone();
    let alias = |edge: &Value| edge["node"]["case"]["alias"].as_str().unwrap().to_owned();
    edges.iter().map(alias).collect()
}

both! {
    async fn rule_003_what_waits_for_a_supervisor_is_found_longest_first(world) {
        let team = world.team().await;
        let lake = world.case(&team.supervisor, "Lake").await;
        world.assign(&team.supervisor, &lake, &team.specialist, "RESOURCE_SPECIALIST").await;
        assert_eq!(aliases(&world, &team.supervisor).await, Vec::<String>::new());
        let first = waits(&world, &team.specialist, &lake).await;
        world.later(Duration::minutes(1));
        waits(&world, &team.advocate, &team.case).await;
        world.later(Duration::minutes(1));
        let second = waits(&world, &team.specialist, &lake).await;
        // What follows in another way, and what the supervisor wrote, waits for nobody.
        record(&world, &team.specialist, &team.case, json!({})).await.done();
        waits(&world, &team.supervisor, &team.case).await;
        let seen = world.ask(&team.supervisor, LIST, json!({})).await;
        assert_eq!(seen.data()["casesToReview"]["edges"], json!([
            { "node": { "since": "2026-03-04T15:00:00+00:00", "case": { "alias": "Lake" } } },
            { "node": { "since": "2026-03-04T15:01:00+00:00", "case": { "alias": "River" } } },
        ]));
        // A look at the one that waits longest leaves the other of the same case, in its place.
        let look = async |of: &Value| {
            let input = json!({ "id": of["id"], "expectedVersion": of["version"] });
            world.act(&team.supervisor, "observationReview", "observation { id }", input).await.done().clone()
        };
        look(&first).await;
        assert_eq!(aliases(&world, &team.supervisor).await, ["River", "Lake"]);
        look(&second).await;
        assert_eq!(aliases(&world, &team.supervisor).await, ["River"]);
        // One that is corrected by somebody else waits anew.
        let anew = json!({ "id": second["id"], "version": 2 });
        let with = json!({ "followUp": "RECORDED_REVIEWED", "followUpReason": "Her aunt knows too." });
        correct(&world, &team.specialist, &anew, with).await.done();
        assert_eq!(aliases(&world, &team.supervisor).await, ["River", "Lake"]);
    }

    async fn rule_003_only_who_may_look_is_told_what_waits(world) {
        let team = world.team().await;
        waits(&world, &team.advocate, &team.case).await;
        assert_eq!(aliases(&world, &team.supervisor).await, ["River"]);
        let other = world.person("Moor Thistle", &[Role::Supervisor]).await;
        let elsewhere = world.person_of("Brook", "Heron Sedge", &[Role::Supervisor]).await;
        for who in [&team.specialist, &team.advocate, &other, &elsewhere] {
            assert_eq!(aliases(&world, who).await, Vec::<String>::new(), "{}", who.name);
        }
    }

    /// It is a list of cases: nothing of it says how much waits on one, and nothing orders or
    /// narrows it by anything but the time of waiting.
    async fn rule_149_the_list_tells_of_cases_and_weighs_none(world) {
        let schema = server::graphql::sdl();
        let field = schema.lines().find(|line| line.trim().starts_with("casesToReview")).unwrap().trim();
        assert!(field.starts_with("casesToReview(after: String, first: Int): CaseToReviewConnection!"), "{field}");
        let body = |of: &str| {
            let start = format!("type {of} {{");
            let body = schema.split(&start).nth(1).unwrap().split("\n}").next().unwrap();
            let fields = body.lines().filter(|line| line.starts_with("\t") && line.contains(": ") && !line.contains('"'));
            fields.map(|line| line.trim().split([':', '(']).next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(body("CaseToReview"), ["case", "since"]);
        assert_eq!(body("CaseToReviewConnection"), ["edges", "pageInfo"]);
        // Three that wait on one case stand as one.
        let team = world.team().await;
        for _ in 0..3 {
            waits(&world, &team.advocate, &team.case).await;
        }
        assert_eq!(aliases(&world, &team.supervisor).await, ["River"]);
    }

    async fn pages_hold_each_case_once_and_cost_as_much_however_many_wait(world) {
        let team = world.team().await;
        let mut cases = vec![team.case.clone()];
        let page = "query($first: Int, $after: String) { casesToReview(first: $first, after: $after) { edges { node { case { id alias } } } pageInfo { hasNextPage endCursor } } }";
        let cost = async |first: u32| {
            let mut least = u32::MAX;
            for _ in 0..3 {
                let answer = world.ask(&team.supervisor, page, json!({ "first": first })).await;
                answer.data();
                least = least.min(answer.statements);
            }
            least
        };
        waits(&world, &team.advocate, &team.case).await;
        let one = cost(100).await;
        for n in 0..29 {
            let case = world.case(&team.supervisor, &format!("Lake {n}")).await;
            world.assign(&team.supervisor, &case, &team.specialist, "RESOURCE_SPECIALIST").await;
            for _ in 0..(1 + n % 2) {
                waits(&world, &team.specialist, &case).await;
            }
            cases.push(case);
        }
        assert_eq!(cost(100).await, one);
        let (mut found, mut after) = (Vec::new(), Value::Null);
        loop {
            let answer = world.ask(&team.supervisor, page, json!({ "first": 7, "after": after })).await;
            let list = &answer.data()["casesToReview"];
            let rows = list["edges"].as_array().unwrap().iter();
            found.extend(rows.map(|edge| edge["node"]["case"]["alias"].as_str().unwrap().to_owned()));
            if list["pageInfo"]["hasNextPage"] == false {
                break;
            }
            after = list["pageInfo"]["endCursor"].clone();
        }
        assert_eq!(found.len(), 30);
        found.sort();
        found.dedup();
        assert_eq!(found.len(), cases.len());
        let wrong = world.ask(&team.supervisor, page, json!({ "first": 101 })).await;
        assert!(!wrong.codes().is_empty());
    }
}
