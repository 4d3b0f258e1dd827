//! A service's document with what is known of it here, in HSDS's words.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::entity::directory_record;
use super::evidence;
use super::own::{attribute, derived};
use super::promote::{text, years};
use super::tree::terms;
use crate::directory::model::Capability;
use crate::directory::row::ServiceRow;
use crate::directory::vetting::entity::capability_evidence;

/// A service as it is told to others: what its source says, and where a curator has said
/// something else since, that.
pub(super) fn service(
    record: &directory_record::Model,
    mut document: Map<String, Value>,
    row: Option<&ServiceRow>,
    seen: &[capability_evidence::Model],
) -> Map<String, Value> {
    document.insert("id".to_owned(), json!(record.hsds_id));
    let Some(row) = row else {
        return document;
    };
    let service = &row.service;
    let mut say = |field: &str, value: Value| document.insert(field.to_owned(), value);
    say("name", json!(service.name));
    if record.source.is_empty() {
        // Its number and its address are for workers, and so are not told.
        say("languages", languages(record.hsds_id, row));
        say("service_areas", areas(record.hsds_id, row));
        if let Some(url) = &service.url {
            say("url", json!(url));
        }
    }
    if service.description != text(&document, "description").unwrap_or_default() {
        document.insert("description".to_owned(), json!(service.description));
    }
    let ages = [
        ("minimum_age", service.minimum_age),
        ("maximum_age", service.maximum_age),
    ];
    for (field, age) in ages {
        match age {
            Some(age) if years(&document, field) != Some(age) => {
                document.insert(field.to_owned(), json!(age));
            }
            None if years(&document, field).is_some() => {
                document.remove(field);
            }
            _ => {}
        }
    }
    let status = text(&document, "status");
    let ended = matches!(status.as_deref(), Some("inactive" | "defunct"));
    if service.closed && !ended {
        document.insert("status".to_owned(), json!("defunct"));
    } else if status.is_none() || (ended && !service.closed) {
        document.insert("status".to_owned(), json!("active"));
    }
    if let Some(day) = row.verified_on() {
        let day = day.to_string();
        // Days written so are in order as texts.
        if text(&document, "assured_date").is_none_or(|told| told < day) {
            document.insert("assured_date".to_owned(), json!(day));
        }
    }
    let at = record
        .modified_at
        .to_rfc3339_opts(chrono::SecondsFormat::Micros, true);
    let told = text(&document, "last_modified")
        .and_then(|told| chrono::DateTime::parse_from_rfc3339(&told).ok());
    if told.is_none_or(|told| told.timestamp_micros() != record.modified_at.timestamp_micros()) {
        document.insert("last_modified".to_owned(), json!(at));
    }
    classify(record.hsds_id, &mut document, row, seen);
    document
}

fn languages(of: Uuid, row: &ServiceRow) -> Value {
    let language = |name: &String| {
        let id = derived(of, &format!("language {name}"));
        json!({ "id": id, "name": name })
    };
    row.languages.iter().map(language).collect()
}

fn areas(of: Uuid, row: &ServiceRow) -> Value {
    let area = |state: &crate::cases::model::State| {
        let code = state.code();
        let id = derived(of, &format!("area {code}"));
        json!({ "id": id, "name": code, "extent": code, "extent_type": "text" })
    };
    row.states.iter().map(area).collect()
}

/// Adds the terms of our own that the document does not hold, and how each is known.
fn classify(
    of: Uuid,
    document: &mut Map<String, Value>,
    row: &ServiceRow,
    seen: &[capability_evidence::Model],
) {
    if let Some(Value::Array(attributes)) = document.get_mut("attributes") {
        let attributes = attributes.iter_mut().filter_map(Value::as_object_mut);
        attributes.for_each(|attribute| prove(attribute, seen));
    }
    let said: Vec<String> = terms(document)
        .filter_map(|term| text(term, "code"))
        .collect();
    let able = row.capabilities.iter().map(|able: &Capability| able.code());
    let missing: Vec<Value> = std::iter::once(row.service.category.code())
        .chain(able)
        .filter(|code| !said.iter().any(|said| said == code))
        .map(|code| attribute(of, code))
        .map(|mut attribute| {
            prove(&mut attribute, seen);
            Value::Object(attribute)
        })
        .collect();
    if missing.is_empty() {
        return;
    }
    let attributes = document
        .entry("attributes")
        .or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(attributes) = attributes {
        attributes.extend(missing);
    }
}

/// Says with an attribute how it is known.
fn prove(attribute: &mut Map<String, Value>, seen: &[capability_evidence::Model]) {
    let Some(code) = evidence::code(attribute) else {
        return;
    };
    let row = seen.iter().find(|row| row.capability.code() == code);
    if let Some(row) = row.filter(|row| !evidence::same(attribute, row)) {
        attribute.insert("evidence".to_owned(), evidence::shown(row));
    }
}
