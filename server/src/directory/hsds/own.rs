//! Our own taxonomy, vocabulary 12.9, in HSDS's words.

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::directory::model::{Capability, ServiceCategory};

/// The taxonomy of vocabulary 12.9.
const OURS: &str = "Trellis services";
const ABOUT: &str = "What services for young people who were trafficked do, and whom they accept";

/// An id that is the same each time for the same thing.
pub(super) fn derived(of: Uuid, what: &str) -> Uuid {
    let digest = Sha256::new().chain_update(of.as_bytes()).chain_update(what);
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(digest.finalize()) {
        *to = from;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// The taxonomy's id, everywhere the same.
pub(super) fn id() -> Uuid {
    derived(Uuid::nil(), OURS)
}

/// The id of the term of a code.
pub(super) fn term_id(code: &str) -> Uuid {
    derived(id(), code)
}

fn document<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    let fields = fields.into_iter();
    fields
        .map(|(field, value)| (field.to_owned(), value))
        .collect()
}

/// The taxonomy.
pub(super) fn taxonomy() -> Map<String, Value> {
    document([
        ("id", id().to_string().into()),
        ("name", OURS.into()),
        ("description", ABOUT.into()),
    ])
}

/// The term of a code.
pub(super) fn term(code: &str) -> Map<String, Value> {
    let name = code.replace('_', " ");
    document([
        ("id", term_id(code).to_string().into()),
        ("code", code.into()),
        ("name", name.clone().into()),
        ("description", name.into()),
        ("taxonomy", OURS.into()),
        ("taxonomy_detail", taxonomy().into()),
    ])
}

/// Every code: what kind of help, then what a service is able to do.
pub(super) fn codes() -> impl Iterator<Item = &'static str> {
    let kinds = ServiceCategory::ALL.iter().map(|one| one.code());
    kinds.chain(Capability::ALL.iter().map(|one| one.code()))
}

/// An attribute of the record `of` that says a code.
pub(super) fn attribute(of: Uuid, code: &str) -> Map<String, Value> {
    let attribute = derived(of, &format!("attribute {code}"));
    document([
        ("id", attribute.to_string().into()),
        ("link_type", "attribute".into()),
        ("link_entity", "service".into()),
        ("value", code.into()),
        ("taxonomy_term", term(code).into()),
    ])
}
