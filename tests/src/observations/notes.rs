//! How an observation and its neighbours are written down.

use serde_json::{Value, json};

use crate::world::{Answer, Persona, World};

/// What is shown of an observation.
pub const SHOWN: &str = "id version kind code codeText observedOn observer source narrative graphic contentNote \
    followUp followUpReason recordedBy { name } reviewedBy { name } reviewedAt";

/// An observation as it is written down in a minute.
pub fn observation(with: Value) -> Value {
    added(
        json!({
            "kind": "INDICATOR", "code": "PHYS_SECRET_PHONE_OR_MULTIPLE_NUMBER_APPS", "observedOn": "2026-03-03",
            "source": "TOLD_BY_FAMILY", "narrative": "Her aunt found a second phone under the bed.", "followUp": "ASK_MORE",
        }),
        with,
    )
}

/// `one` with the fields of `other`.
pub fn added(mut one: Value, other: Value) -> Value {
    for (field, value) in other.as_object().unwrap() {
        one[field] = value.clone();
    }
    one
}

/// Records an observation; `with` is added to it.
pub async fn record(world: &World, who: &Persona, case: &str, with: Value) -> Answer {
    let input = added(observation(with), json!({ "case": case }));
    let shown = format!("observation {{ {SHOWN} }}");
    world.act(who, "observationRecord", &shown, input).await
}

/// Corrects the observation `of`; `with` is added to what it says by default.
pub async fn correct(world: &World, who: &Persona, of: &Value, with: Value) -> Answer {
    let to =
        json!({ "id": of["id"], "expectedVersion": of["version"], "reason": "Heard it again." });
    let input = added(observation(to), with);
    let shown =
        format!("observation {{ {SHOWN} earlier {{ narrative reason correctedBy {{ name }} }} }}");
    world.act(who, "observationCorrect", &shown, input).await
}

/// What `who` sees of the case.
pub async fn seen(world: &World, who: &Persona, case: &str, fields: &str) -> Value {
    let document = format!("query($id: ID!) {{ case(id: $id) {{ {fields} }} }}");
    let answer = world.ask(who, &document, json!({ "id": case })).await;
    answer.data()["case"].clone()
}
