use serde_json::{Value, json};
use server::access::Role;

use super::notes::{record, seen};
use crate::both;

both! {
    /// The whole flow with nothing observed, and with much: the same at each point.
    async fn rule_005_what_was_not_observed_closes_blocks_and_lowers_nothing(world) {
        let team = world.team().await;
        let with = world.case(&team.supervisor, "Lake").await;
        world.assign(&team.supervisor, &with, &team.specialist, "RESOURCE_SPECIALIST").await;
        for day in 1..=4 {
            let on = format!("2026-03-0{day}");
            record(&world, &team.supervisor, &with, json!({ "observedOn": on })).await.done();
        }
        let mut stands = Vec::new();
        for case in [&team.case, &with] {
            let act = async |name: &str, shown: &str, input: Value| world.act(&team.specialist, name, shown, input).await.done().clone();
            let plan = act("planStart", "plan { id }", json!({ "case": case })).await["plan"]["id"].clone();
            for (name, field, mut input) in [
                ("planVoiceRecord", "id", json!({ "kind": "OWN_WORDS", "words": "I want to sleep.", "expectedVersion": 1 })),
                ("planStrengthAdd", "plan", json!({ "kind": "HOPE", "text": "Sings.", "expectedVersion": 2 })),
                ("planReviewSet", "id", json!({ "reviewOn": "2026-03-05", "expectedVersion": 3 })),
                ("planActivate", "id", json!({ "expectedVersion": 4 })),
            ] {
                input[field] = plan.clone();
                act(name, "plan { version }", input).await;
            }
            let fields = "status nextReviewOn nextContactOn nextStaffingAt carePrompt runningClocks { code } plan { state }";
            stands.push(seen(&world, &team.specialist, case, fields).await);
        }
        assert_eq!(stands[0]["status"], "OPEN");
        assert_eq!(stands[0], stands[1]);
        // Nor does any order of cases ask: they stand as they were opened.
        let list = "{ cases(order: OPENED_NEWEST) { edges { node { alias } } } }";
        let listed = world.ask(&team.supervisor, list, json!({})).await;
        let aliases = json!([{ "node": { "alias": "Lake" } }, { "node": { "alias": "River" } }]);
        assert_eq!(listed.data()["cases"]["edges"], aliases);
    }

    async fn rule_004_the_notice_stands_beside_each_list_in_the_readers_language(world) {
        let team = world.team().await;
        let notice = "observations { notice edges { cursor } }";
        // Where there are none, too.
        let empty = seen(&world, &team.advocate, &team.case, notice).await["observations"].clone();
        assert!(empty["notice"].as_str().unwrap().contains("neither a checklist nor an assessment tool"));
        world.execute("UPDATE app_user SET locale = 'es' WHERE display_name = 'Wren Cedar'").await;
        let spanish = seen(&world, &team.specialist, &team.case, notice).await["observations"].clone();
        assert!(spanish["notice"].as_str().unwrap().contains("herramienta de evaluación"));
        // There is no list without it.
        let schema = server::graphql::sdl();
        let lists = schema.lines().filter(|line| line.contains("[ObservationEdge!]!") || line.contains("[Observation!]"));
        assert_eq!(lists.count(), 1);
        assert!(schema.contains("\tnotice: String! @policy(class: POINTER)"));
    }

    async fn rule_002_no_question_counts_orders_or_filters_observations(world) {
        let team = world.team().await;
        record(&world, &team.specialist, &team.case, json!({})).await.done();
        let ask = async |fields: &str| {
            let document = format!("query($id: ID!) {{ case(id: $id) {{ {fields} }} }}");
            world.ask_strictly(&team.specialist, &document, json!({ "id": team.case })).await
        };
        assert_eq!(ask("observations(first: 5) { edges { cursor } }").await.status, 200);
        for wrong in [
            "observations { totalCount }", "observations { count }", "observations { indicatorCount }",
            "observations(order: CODE) { edges { cursor } }", "observations(sort: WEIGHT) { edges { cursor } }",
            "observations(filter: { kind: INDICATOR }) { edges { cursor } }", "observations(kind: INDICATOR) { edges { cursor } }",
            "observationsCount", "riskLevel", "observations { edges { node { weight } } }", "observations { edges { node { score } } }",
        ] {
            let refused = ask(wrong).await;
            assert_eq!((refused.status, refused.codes()), (400, vec!["VALIDATION_FAILED"]), "{wrong}: {}", refused.json);
        }
        for wrong in ["observations { edges { cursor } }", "cases(filter: { observations: 1 }) { edges { cursor } }", "cases(order: OBSERVATIONS) { edges { cursor } }"] {
            let refused = world.ask_strictly(&team.supervisor, &format!("{{ {wrong} }}"), json!({})).await;
            assert_eq!((refused.status, refused.codes()), (400, vec!["VALIDATION_FAILED"]), "{wrong}");
        }
    }

    /// Numbered by nothing: somebody who reads a case learns no number of observations.
    async fn rule_001_the_trail_of_a_reader_names_observations_and_counts_none(world) {
        let team = world.team().await;
        let privacy = world.person("Linden Moss", &[Role::PrivacyOfficer]).await;
        record(&world, &team.advocate, &team.case, json!({})).await.done();
        seen(&world, &team.specialist, &team.case, "observations { edges { node { narrative } } }").await;
        let trail = "{ auditTrail(first: 100) { edges { node { act actor { name } } } } }";
        let told = world.ask(&privacy, trail, json!({})).await;
        let rows = told.data()["auditTrail"]["edges"].as_array().unwrap().clone();
        let by = |act: &str, name: &str| rows.iter().any(|row| row["node"]["act"] == act && row["node"]["actor"]["name"] == name);
        assert!(by("OBSERVATION_RECORD", "Fern Fir"), "{rows:?}");
        assert!(rows.iter().any(|row| row["node"]["actor"]["name"] == "Wren Cedar"), "{rows:?}");
    }
}
