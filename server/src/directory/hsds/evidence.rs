//! How a source tells what a service is able to do is known (rule 82): with the attribute that
//! says it, as `evidence`, an object with `method`, `words` and `date`.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::promote::{list, text};
use crate::directory::model::Capability;
use crate::directory::vetting::entity::capability_evidence::Model;
use crate::directory::vetting::model::CheckMethod;

/// Characters that are kept of what was seen or heard.
const WORDS: usize = 1_000;

/// The evidence for `capabilities` of a service: what `document` tells, and of what is known
/// already that which somebody here wrote down no earlier.
pub(in crate::directory) fn rows(
    service: Uuid,
    capabilities: &[Capability],
    document: &Map<String, Value>,
    known: &[Model],
    now: DateTime<Utc>,
) -> Vec<Model> {
    let of = |capability: &Capability| {
        let known = known.iter().find(|row| row.capability == *capability);
        let told = told(document, *capability).map(|(method, words, day)| Model {
            service_id: service,
            capability: *capability,
            method,
            words,
            checked_on: day,
            recorded_by: None,
            recorded_at: now,
        });
        match (told, known) {
            (Some(told), Some(known))
                if known.recorded_by.is_some() && known.checked_on >= told.checked_on =>
            {
                Some(known.clone())
            }
            (Some(told), _) => Some(told),
            (None, known) => known.filter(|row| row.recorded_by.is_some()).cloned(),
        }
    };
    capabilities.iter().filter_map(of).collect()
}

fn told(
    document: &Map<String, Value>,
    capability: Capability,
) -> Option<(CheckMethod, String, NaiveDate)> {
    if capability == Capability::ConfidentialLocation {
        return None;
    }
    let mut attributes = list(document, "attributes");
    let this = attributes.find(|attribute| code(attribute) == Some(capability.code()))?;
    let evidence = this.get("evidence")?.as_object()?;
    let method = CheckMethod::parse(&text(evidence, "method")?)?;
    let words = text(evidence, "words").filter(|words| words.chars().count() <= WORDS)?;
    let day = text(evidence, "date")?.get(..10)?.parse().ok()?;
    Some((method, words, day))
}

/// The code of the term by which an attribute classifies.
pub(super) fn code(attribute: &Map<String, Value>) -> Option<&str> {
    attribute.get("taxonomy_term")?.get("code")?.as_str()
}

/// As it is told to others: not who wrote it down.
pub(super) fn shown(row: &Model) -> Value {
    json!({ "method": row.method.code(), "words": row.words, "date": row.checked_on.to_string() })
}

/// Whether an attribute tells it so already.
pub(super) fn same(attribute: &Map<String, Value>, row: &Model) -> bool {
    let told = attribute.get("evidence").and_then(Value::as_object);
    let shown = shown(row);
    told.is_some_and(|told| {
        let fields = shown.as_object().into_iter().flatten();
        fields.clone().count() > 0
            && fields
                .into_iter()
                .all(|(field, value)| told.get(field) == Some(value))
    })
}
