use serde_json::json;

use super::desk::{Desk, done};
use crate::both;

both! {
    async fn many_releases_cost_as_many_statements_as_one(world) {
        let desk = Desk::new(world).await;
        let more = async || {
            desk.release(json!({})).await;
            done(&desk.share(json!({})).await);
            desk.draft(&desk.team.specialist, json!({})).await.done();
        };
        more().await;
        more().await;
        // Each person is looked up at one depth of a document: at two, it is left to chance
        // whether the one is known in time for the other.
        let of_case = |fields: &str| format!("query($id: ID!) {{ case(id: $id) {{ {fields} }} }}");
        let documents = [
            of_case("releases(first: 100) { edges { node { status prompts categories methods signersMissing recipient { name } \
                person { name } draftedBy { name } } } }"),
            of_case("releases(first: 100) { edges { node { signatures { signer { name } recordedBy { name } } } } }"),
            of_case("disclosures(first: 100) { edges { node { categories recipientName person { name } \
                release { id status } madeBy { name } } } }"),
            "{ releasesAsking { id prompts status case { alias } } }".to_owned(),
        ];
        let cost = async || {
            let mut all = Vec::new();
            for document in &documents {
                let answer = desk.world.ask(&desk.team.supervisor, document, json!({ "id": desk.team.case })).await;
                answer.data();
                assert!(answer.statements > 0);
                all.push(answer.statements);
            }
            all
        };
        let few = cost().await;
        for _ in 0..14 {
            more().await;
        }
        assert_eq!(cost().await, few);
        // A page at a time, each release once.
        let document = "query($id: ID!, $after: String) { case(id: $id) { releases(first: 12, after: $after) \
            { edges { node { id } } pageInfo { hasNextPage endCursor } } } }";
        let (mut ids, mut after) = (std::collections::BTreeSet::new(), json!(null));
        for rows in [12, 12, 8] {
            let variables = json!({ "id": desk.team.case, "after": after });
            let seen = desk.world.ask(&desk.team.advocate, document, variables).await;
            let page = seen.data()["case"]["releases"].clone();
            let edges = page["edges"].as_array().unwrap();
            assert_eq!(edges.len(), rows);
            ids.extend(edges.iter().map(|edge| edge["node"]["id"].to_string()));
            after = page["pageInfo"]["endCursor"].clone();
        }
        assert_eq!(ids.len(), 32);
    }
}
