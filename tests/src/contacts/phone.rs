//! A family advocate at the telephone.

use serde_json::{Value, json};

use crate::world::{Answer, Persona, Team, World, text};

/// A contact as it is logged in seconds: only what is needed.
pub fn contact(case: &str) -> Value {
    json!({
        "case": case, "channel": "PHONE", "direction": "OUT", "outcome": "REACHED", "type": "CHECK_IN",
        "needs": [], "crises": [],
    })
}

/// Logs a contact; `with` adds to it.
pub async fn log(world: &World, who: &Persona, case: &str, with: Value) -> Answer {
    let mut input = contact(case);
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    let shown = "contact { id occurredAt }";
    world.act(who, "contactLog", shown, input).await
}

/// Adds a grandmother to the case; returns her id.
pub async fn grandmother(world: &World, team: &Team) -> String {
    let person = json!({ "case": team.case, "role": "CAREGIVER", "name": "Grandmother Juniper", "relation": "grandmother", "safeToContact": true });
    let added = world
        .act(&team.advocate, "casePersonAdd", "person { id }", person)
        .await;
    text(&added.done()["person"]["id"])
}

/// What the case's row says of contacts.
pub async fn board(world: &World, who: &Persona, case: &str) -> Value {
    let document =
        "query($id: ID!) { case(id: $id) { contactsLogged lastContactAt nextContactOn } }";
    let seen = world.ask(who, document, json!({ "id": case })).await;
    seen.data()["case"].clone()
}
