//! Any record by its id, and how nothing can be told from what is not one's to see.

use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, on_both, text};
use crate::world::Persona;

const NODE: &str = "query($id: ID!) { node(id: $id) { __typename id } }";
const NODES: &str = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

/// One record of each kind that the supervisor can see, by the name of its type.
async fn one_of_each(desk: &Desk, supervisor: &Persona) -> Vec<(String, String)> {
    let case = desk.case(supervisor, "Heron").await;
    let document = "query($id: ID!) { case(id: $id) { __typename id people { __typename id } team { __typename id } \
        request { __typename id } supervisor { __typename id } history { edges { node { __typename id } } } } \
        viewer { organization { __typename id } } mySessions { __typename id } }";
    desk.act(
        supervisor,
        "draftSave",
        json!({"form": "case", "version": 0, "content": "{}"}),
        "__typename",
    )
    .await;
    let answer = desk.ask(supervisor, document, json!({"id": case})).await["data"].clone();
    let draft = desk
        .ask(
            supervisor,
            "{ draft(form: \"case\") { __typename id } }",
            json!({}),
        )
        .await["data"]["draft"]
        .clone();
    let case = &answer["case"];
    [
        case,
        &case["people"][0],
        &case["team"][0],
        &case["request"],
        &case["supervisor"],
        &case["history"]["edges"][0]["node"],
        &answer["viewer"]["organization"],
        &draft,
    ]
    .into_iter()
    .map(|node| (text(&node["__typename"]), text(&node["id"])))
    .collect()
}

on_both! {
    async fn each_record_is_found_by_its_id(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let records = one_of_each(&desk, &fern).await;
        for (kind, id) in &records {
            let found = desk.ask(&fern, NODE, json!({"id": id})).await;
            assert_eq!(found, json!({"data": {"node": {"__typename": kind, "id": id}}}));
        }
        // All at once, in their order, with a gap where there is nothing.
        let mut ids: Vec<&str> = records.iter().map(|(_, id)| id.as_str()).collect();
        ids.insert(2, "nothing");
        let found = desk.ask(&fern, NODES, json!({"ids": ids})).await["data"]["nodes"].clone();
        let found: Vec<Option<&str>> = found.as_array().unwrap().iter().map(|node| node["id"].as_str()).collect();
        let mut wanted: Vec<Option<&str>> = ids.into_iter().map(Some).collect();
        wanted[2] = None;
        assert_eq!(found, wanted);
    }

    async fn rule_029_rule_030_unknown_forbidden_and_anothers_look_alike(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let records = one_of_each(&desk, &fern).await;
        let reed = desk.stranger("reed", &[Role::Supervisor, Role::Admin, Role::PrivacyOfficer]).await;
        // In the same organisation, and with no part in the case.
        let sedge = desk.person("sedge", &[Role::ResourceSpecialist]).await;
        let nothing = desk.ask(&reed, NODE, json!({"id": "made up"})).await.to_string();
        assert_eq!(nothing, r#"{"data":{"node":null}}"#);
        for (kind, id) in &records {
            assert_eq!(desk.ask(&reed, NODE, json!({"id": id})).await.to_string(), nothing, "{kind}");
            if !["User", "Organization", "Request"].contains(&kind.as_str()) {
                assert_eq!(desk.ask(&sedge, NODE, json!({"id": id})).await.to_string(), nothing, "{kind}");
            }
        }
    }

    async fn rule_032_a_volunteer_finds_the_case_and_nobody_on_it(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let rush = desk.person("rush", &[Role::PeerVolunteer]).await;
        let records = one_of_each(&desk, &fern).await;
        desk.assign(&fern, &records[0].1, &rush, "VOLUNTEER").await;
        for (kind, id) in &records {
            let found = desk.ask(&rush, NODE, json!({"id": id})).await;
            let seen = !found["data"]["node"].is_null();
            assert_eq!(seen, ["Case", "Assignment", "User", "Organization"].contains(&kind.as_str()), "{kind}: {found}");
        }
    }

    async fn no_more_than_a_hundred_and_each_once(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let id = fern.opaque.clone();
        for ids in [vec![id.clone(), id.clone()], vec!["x".to_owned(); 101]] {
            let refused = desk.ask(&fern, NODES, json!({"ids": ids})).await;
            assert_eq!((&refused["data"], &refused["errors"][0]["extensions"]["code"]), (&Value::Null, &json!("BAD_REQUEST")));
        }
        let found = desk.ask(&fern, NODES, json!({"ids": vec!["x"; 100]})).await;
        assert_eq!(found["data"]["nodes"].as_array().map(Vec::len), Some(100));
    }
}
