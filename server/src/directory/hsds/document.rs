//! A record's document: what its source tells of it, as it is kept.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::entity::{RecordKind, directory_record};
use super::promote::text;
use super::tree::{Found, link, terms};
use crate::error::{Fault, Refusal};

/// What is told in passing adds to what is known; what is told of its own replaces it.
pub(super) fn merged(
    found: &Found,
    known: Option<&(directory_record::Model, Map<String, Value>)>,
) -> Result<Map<String, Value>, Refusal> {
    let Some((_, was)) = known.filter(|_| !found.own) else {
        return Ok(found.document.clone());
    };
    let mut document = was.clone();
    document.extend(found.document.clone());
    Ok(document)
}

/// The terms of a document, each once, with their taxonomies; of a term, itself.
pub(super) fn classified(
    found: &Found,
    document: &Map<String, Value>,
) -> HashMap<Uuid, Option<Uuid>> {
    let taxonomy = |term: &Map<String, Value>| match term.get("taxonomy_detail") {
        Some(Value::Object(detail)) => link(detail, "id"),
        _ => link(term, "taxonomy_id"),
    };
    let own = (found.kind == RecordKind::TaxonomyTerm).then_some(document);
    terms(document)
        .chain(own)
        .filter_map(|term| Some((link(term, "id")?, taxonomy(term))))
        .collect()
}

/// When its source changed it last.
pub(super) fn told_at(document: &Map<String, Value>) -> Option<DateTime<Utc>> {
    let told = text(document, "last_modified")?;
    let at = DateTime::parse_from_rfc3339(&told).ok()?;
    // Databases keep microseconds.
    DateTime::from_timestamp_micros(at.timestamp_micros())
}

/// A record's document as it is kept.
pub(in crate::directory) fn parsed(document: &str) -> Result<Map<String, Value>, Refusal> {
    serde_json::from_str(document)
        .map_err(|_| Fault::Broken("a directory record whose document is no object").into())
}

/// [`parsed`] the other way around.
pub(super) fn written(document: &Map<String, Value>) -> Result<String, Refusal> {
    serde_json::to_string(document)
        .map_err(|_| Fault::Broken("a directory record that cannot be written").into())
}
