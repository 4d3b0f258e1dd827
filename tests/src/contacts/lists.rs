use serde_json::{Value, json};

use super::phone::{grandmother, log};
use crate::both;
use crate::world::{Persona, World, text};

async fn listed(world: &World, who: &Persona, filter: Value) -> Vec<String> {
    let document = "query($filter: ContactFilter) { contacts(filter: $filter, first: 100) { edges { node { occurredAt } } } }";
    let seen = world.ask(who, document, json!({ "filter": filter })).await;
    let edges = seen.data()["contacts"]["edges"].as_array().unwrap().iter();
    edges
        .map(|edge| text(&edge["node"]["occurredAt"]))
        .collect()
}

both! {
    async fn a_week_is_the_contacts_from_its_monday_to_its_sunday(world) {
        let team = world.team().await;
        for at in ["2026-03-01T23:59:59Z", "2026-02-23T00:00:00Z", "2026-03-02T00:00:00Z", "2026-02-22T23:59:59Z"] {
            log(&world, &team.advocate, &team.case, json!({ "occurredAt": at })).await.done();
        }
        for view in ["MINE", "TEAM"] {
            let week = json!({ "view": view, "weekOf": "2026-02-23" });
            let within = ["2026-03-01T23:59:59+00:00", "2026-02-23T00:00:00+00:00"];
            assert_eq!(listed(&world, &team.supervisor, week).await, within);
        }
        // An advocate supervises nobody.
        let week = json!({ "view": "TEAM", "weekOf": "2026-02-23" });
        assert!(listed(&world, &team.advocate, week).await.is_empty());
        let document = "{ contacts(filter: { weekOf: \"2026-02-24\" }) { edges { cursor } } }";
        let refused = world.ask(&team.advocate, document, json!({})).await;
        assert_eq!(refused.codes(), ["BAD_REQUEST"]);
    }

    async fn pages_hold_each_contact_once_newest_first(world) {
        let team = world.team().await;
        let other = world.case(&team.supervisor, "Lake").await;
        log(&world, &team.supervisor, &other, json!({})).await.done();
        // Some at the same instant, as a day's list is typed in the evening.
        for n in 0..23 {
            let at = format!("2026-03-0{}T09:00:00Z", n % 3 + 1);
            log(&world, &team.advocate, &team.case, json!({ "occurredAt": at })).await.done();
        }
        for document in [
            "query($id: ID!, $after: String) { page: contacts(filter: { case: $id }, first: 7, after: $after) \
                { edges { node { id occurredAt } } pageInfo { hasNextPage endCursor } } }",
            "query($id: ID!, $after: String) { case(id: $id) { page: contacts(first: 7, after: $after) \
                { edges { node { id occurredAt } } pageInfo { hasNextPage endCursor } } } }",
        ] {
            let (mut rows, mut after, mut pages) = (Vec::new(), json!(null), 0);
            loop {
                let variables = json!({ "id": team.case, "after": after });
                let seen = world.ask(&team.advocate, document, variables).await;
                let data = seen.data();
                let page = data.get("page").unwrap_or(&data["case"]["page"]);
                rows.extend(page["edges"].as_array().unwrap().iter().map(|edge| edge["node"].clone()));
                pages += 1;
                after = page["pageInfo"]["endCursor"].clone();
                if page["pageInfo"]["hasNextPage"] == json!(false) {
                    break;
                }
            }
            assert_eq!((rows.len(), pages), (23, 4));
            let ids: std::collections::BTreeSet<_> = rows.iter().map(|row| text(&row["id"])).collect();
            assert_eq!(ids.len(), 23);
            assert!(rows.is_sorted_by(|a, b| text(&a["occurredAt"]) >= text(&b["occurredAt"])));
        }
    }

    async fn many_contacts_cost_as_many_statements_as_one(world) {
        let team = world.team().await;
        let person = grandmother(&world, &team).await;
        let with = json!({ "person": person, "needs": ["FOOD"], "crises": ["GRIEF"] });
        log(&world, &team.advocate, &team.case, with.clone()).await.done();
        let fields = "edges { node { case { alias } person { name } needs crises note loggedBy { name } } }";
        let list = format!("{{ contacts(first: 50) {{ {fields} }} }}");
        let cases = format!("{{ cases {{ edges {{ node {{ contacts(first: 5) {{ {fields} }} }} }} }} }}");
        // The least of three: on a busy machine a batch may be cut in two.
        let cost = async |document: &str| {
            let mut least = u32::MAX;
            for _ in 0..3 {
                let answer = world.ask(&team.supervisor, document, json!({})).await;
                answer.data();
                assert!(answer.statements > 0);
                least = least.min(answer.statements);
            }
            least
        };
        let small = (cost(&list).await, cost(&cases).await);
        for n in 0..8 {
            log(&world, &team.advocate, &team.case, with.clone()).await.done();
            let more = world.case(&team.supervisor, &format!("Lake {n}")).await;
            log(&world, &team.supervisor, &more, json!({ "needs": ["FOOD", "LEGAL"], "crises": ["GRIEF"] })).await.done();
        }
        assert_eq!((cost(&list).await, cost(&cases).await), small);
    }
}
