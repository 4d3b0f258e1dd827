//! A session that is in the together view when the server dies is in it when it is back.

use serde_json::{Value, json};
use server::access::Role;

use super::crash::case_with_plan;
use super::in_a_house;
use super::writer::Door;

const CASES: &str = "{ cases { edges { node { id } } } }";

/// The code of the first error, of what is asked as it stands.
async fn code(door: &Door, document: &str) -> Value {
    let request = door.client.post(format!("{}/graphql", door.base));
    let request = request.bearer_auth(&door.token);
    let answer = request.json(&json!({ "query": document })).send().await;
    let answer: Value = answer.unwrap().json().await.unwrap();
    answer["errors"][0]["extensions"]["code"].clone()
}

in_a_house! {
    async fn rule_077_a_killed_server_comes_back_with_the_view_as_narrow_as_it_was(house) {
        let sage = house.person("sage", Role::Supervisor, None).await;
        house.start().await;
        let door = Door::of(&house, &house.signed_in(sage).await);
        let (_, plan) = case_with_plan(&door, 1).await;
        let key = |n: u128| uuid::Uuid::from_u128(0x70_67_74_68 + n).to_string();
        let input = json!({ "clientMutationKey": key(1), "plan": plan, "pin": "4711" });
        door.act("togetherStart", &input, "done").await;
        house.kill().await;
        house.start().await;
        assert_eq!(code(&door, CASES).await, "TOGETHER");
        assert!(door.insist("{ together { alias } }", json!({})).await["together"]["alias"].is_string());
        let input = json!({ "clientMutationKey": key(2), "pin": "4711" });
        door.act("togetherLeave", &input, "done").await;
        assert_eq!(code(&door, CASES).await, Value::Null);
        house.stop().await;
    }
}
