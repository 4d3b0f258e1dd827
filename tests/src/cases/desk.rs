//! A case and what is asked of it here.

use serde_json::{Value, json};

use crate::world::{Answer, Persona, World};

/// Asks about a case; null when it is out of reach.
pub async fn see(world: &World, who: &Persona, case: &str, fields: &str) -> Value {
    let document = format!("query($id: ID!) {{ case(id: $id) {{ {fields} }} }}");
    let answer = world.ask(who, &document, json!({ "id": case })).await;
    answer.data()["case"].clone()
}

/// Does something to the case itself, from its present version unless another is given.
pub async fn act(
    world: &World,
    who: &Persona,
    case: &str,
    mutation: &str,
    mut input: Value,
) -> Answer {
    input["id"] = json!(case);
    if input.get("expectedVersion").is_none() {
        input["expectedVersion"] = json!(world.case_version(who, case).await);
    }
    world
        .act(who, mutation, "case { id version status closedAt }", input)
        .await
}

/// Closes a case, knowing what runs; `with` says what is otherwise.
pub async fn close(world: &World, who: &Persona, case: &str, with: Value) -> Answer {
    let mut input = json!({
        "reason": "GOALS_MET", "remains": "The hearing in May.", "aftercare": "VIA_SUPPORTER",
        "aftercareNote": "Through Aunt Linden.", "leavesRunning": true,
    });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    act(world, who, case, "caseClose", input).await
}
