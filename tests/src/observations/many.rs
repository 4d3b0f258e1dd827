use serde_json::{Value, json};

use super::notes::{added, correct, record};
use crate::both;
use crate::world::text;

both! {
    async fn many_observations_cost_as_many_statements_as_one(world) {
        let team = world.team().await;
        let all = async |case: &str, n: usize| {
            let day = format!("2026-02-{:02}", n % 28 + 1);
            let made = record(&world, &team.supervisor, case, json!({ "observedOn": day })).await.done()["observation"].clone();
            correct(&world, &team.supervisor, &made, json!({ "observedOn": day })).await.done();
            let screening = json!({
                "case": case, "tool": "A tool", "toolVersion": "2", "administeredOn": day, "administrator": "Dr. Rowan",
                "resultText": "To talk again.", "licenceConfirmed": false,
            });
            let report = json!({ "case": case, "reportedTo": "FBI", "method": "ONLINE" });
            for (what, of, input) in [("screening", "screening", screening), ("reportMade", "report", report)] {
                let (shown, mut anew) = (format!("{of} {{ id }}"), input.clone());
                let made = world.act(&team.supervisor, &format!("{what}Record"), &shown, input).await;
                let fields = anew.as_object_mut().unwrap();
                fields.remove("case");
                fields.extend(json!({ "id": made.done()[of]["id"], "expectedVersion": 1, "reason": "So." }).as_object().unwrap().clone());
                world.act(&team.supervisor, &format!("{what}Correct"), &shown, anew).await.done();
            }
        };
        all(&team.case, 0).await;
        let known = json!({ "case": team.case, "type": "FAMILIAL", "asOf": "2026-02-01", "source": "RECORD" });
        world.act(&team.supervisor, "traffickingTypeRecord", "entry { id }", known).await.done();
        let fields = "observations(first: 100) { notice edges { node { narrative recordedBy { name } earlier { reason correctedBy { name } } } } } \
            screenings { tool recordedBy { name } earlier { tool correctedBy { name } } } \
            reportsMade { reportedTo recordedBy { name } earlier { reportedTo correctedBy { name } } } traffickingTypes { note }";
        let one = format!("query($id: ID!) {{ case(id: $id) {{ {fields} }} }}");
        let list = format!("{{ cases {{ edges {{ node {{ {fields} }} }} }} }}").replace("first: 100", "first: 5");
        // The least of three: on a busy machine a batch may be cut in two.
        let cost = async |document: &str, variables: Value| {
            let mut least = u32::MAX;
            for _ in 0..3 {
                let answer = world.ask(&team.supervisor, document, variables.clone()).await;
                answer.data();
                assert!(answer.statements > 0);
                least = least.min(answer.statements);
            }
            least
        };
        let id = json!({ "id": team.case });
        let small = (cost(&one, id.clone()).await, cost(&list, json!({})).await);
        for n in 1..30 {
            all(&team.case, n).await;
        }
        for n in 0..4 {
            all(&world.case(&team.supervisor, &format!("Lake {n}")).await, n).await;
        }
        assert_eq!((cost(&one, id).await, cost(&list, json!({})).await), small);
    }

    async fn pages_hold_each_observation_once_newest_first_by_its_day(world) {
        let team = world.team().await;
        for n in 0..11 {
            let day = format!("2026-03-0{}", n % 3 + 1);
            record(&world, &team.advocate, &team.case, json!({ "observedOn": day })).await.done();
        }
        let document = "query($id: ID!, $after: String) { case(id: $id) { observations(first: 4, after: $after) \
            { edges { node { id observedOn } } pageInfo { hasNextPage endCursor } } } }";
        let (mut rows, mut after, mut pages) = (Vec::new(), json!(null), 0);
        loop {
            let variables = added(json!({ "id": team.case }), json!({ "after": after }));
            let seen = world.ask(&team.advocate, document, variables).await;
            let page = &seen.data()["case"]["observations"];
            rows.extend(page["edges"].as_array().unwrap().iter().map(|edge| edge["node"].clone()));
            pages += 1;
            after = page["pageInfo"]["endCursor"].clone();
            if page["pageInfo"]["hasNextPage"] == json!(false) {
                break;
            }
        }
        assert_eq!((rows.len(), pages), (11, 3));
        let ids: std::collections::BTreeSet<_> = rows.iter().map(|row| text(&row["id"])).collect();
        assert_eq!(ids.len(), 11);
        assert!(rows.is_sorted_by(|a, b| text(&a["observedOn"]) >= text(&b["observedOn"])));
    }
}
