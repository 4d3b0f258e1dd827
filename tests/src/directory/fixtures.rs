//! Invented data in the shapes of HSDS 3.0 and 3.1.

use serde_json::{Value, json};

pub fn id(n: u32) -> String {
    format!("{n:08x}-0000-4000-8000-000000000000")
}

/// A term of a taxonomy.
pub fn term(n: u32, code: &str, taxonomy: u32) -> Value {
    json!({
        "id": id(n), "code": code, "name": code, "description": code, "taxonomy": "Brook",
        "taxonomy_detail": { "id": id(taxonomy), "name": "Brook", "description": "Kinds of help" },
    })
}

pub fn attribute(n: u32, term: &Value) -> Value {
    json!({ "id": id(n), "link_type": "attribute", "link_entity": "service", "value": "yes", "taxonomy_term": term })
}

/// A service with one of everything; `n` makes it another one. Of organisation 2, at location
/// `n + 4`.
pub fn service(n: u32, name: &str) -> Value {
    json!({
        "id": id(n), "name": name, "status": "active", "description": "Papers and court days",
        "url": "https://fern.example", "email": "desk@fern.example", "minimum_age": 12, "maximum_age": 21,
        "last_modified": "2026-02-01T10:00:00.000Z", "interpretation_services": "By telephone",
        "not_in_any_standard": { "colour": "green", "steps": [1, 2.5, null] },
        "phones": [{ "id": id(n + 1), "number": "555-0101", "type": "voice",
            "languages": [{ "id": id(n + 2), "name": "Spanish", "code": "es" }] }],
        "languages": [{ "id": id(n + 2), "name": "Spanish", "code": "es" }],
        "service_areas": [{ "id": id(n + 3), "name": "Texas", "extent": "TX", "extent_type": "text" }],
        "service_at_locations": [{ "id": id(n + 5), "description": "At the brook",
            "location": location(n + 4, "Brook Lane 7") }],
        "organization": organization(),
        "capacities": [{ "id": id(n + 6), "available": 2, "updated": "2026-02-01T00:00:00Z",
            "unit": { "id": id(n + 7), "name": "beds" } }],
        "cost_options": [{ "id": id(n + 8), "option": "none", "amount": 0, "currency": "USD" }],
        "attributes": [attribute(n + 9, &term(0x50, "court", 0x51))],
    })
}

pub fn organization() -> Value {
    json!({ "id": id(2), "name": "Moss Legal", "description": "Lawyers", "website": "https://moss.example",
        "additional_websites": [{ "id": id(3), "url": "https://court.example", "label": "Court" }] })
}

pub fn location(n: u32, street: &str) -> Value {
    json!({
        "id": id(n), "location_type": "physical", "name": "House", "latitude": 30.25, "longitude": -97.75,
        "addresses": [{ "id": id(n + 0x100), "address_1": street, "city": "Alderton", "state_province": "TX",
            "postal_code": "00000", "country": "US", "address_type": "physical" }],
        "accessibility": [{ "id": id(n + 0x200), "description": "A ramp" }],
    })
}
