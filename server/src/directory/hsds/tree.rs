//! Takes a nested HSDS object apart into the records that it consists of.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::entity::RecordKind;

/// Objects within objects at most: what is deeper is no HSDS.
const DEEPEST: usize = 8;

/// One object, without those that are records of their own.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub kind: RecordKind,
    pub id: Uuid,
    /// Whether its source told it as a thing of its own, rather than in passing within another:
    /// what is told in passing adds to what is known and takes nothing away.
    pub own: bool,
    pub organization: Option<Uuid>,
    pub service: Option<Uuid>,
    pub location: Option<Uuid>,
    pub document: Map<String, Value>,
}

/// Why an object is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {reason}")]
pub(super) struct Bad {
    /// The kind of object and its field.
    pub place: String,
    /// What is wrong, without what stands there: it may be an address.
    pub reason: &'static str,
}

fn bad(kind: RecordKind, field: &str, reason: &'static str) -> Bad {
    Bad {
        place: format!("{}.{field}", kind.code()),
        reason,
    }
}

/// Takes `document` apart, the object itself first.
///
/// # Errors
/// When the object or one within it lacks what HSDS requires of it.
pub(super) fn take_apart(
    kind: RecordKind,
    document: Map<String, Value>,
) -> Result<Vec<Found>, Bad> {
    let mut found = Vec::new();
    take(kind, document, &Within::default(), &mut found)?;
    Ok(found)
}

/// What an object stands in.
#[derive(Clone, Default)]
struct Within {
    depth: usize,
    organization: Option<Uuid>,
    service: Option<Uuid>,
}

fn take(
    kind: RecordKind,
    mut document: Map<String, Value>,
    within: &Within,
    found: &mut Vec<Found>,
) -> Result<Uuid, Bad> {
    if within.depth > DEEPEST {
        return Err(bad(kind, "id", "too many objects within each other"));
    }
    let id = judge(kind, &document)?;
    let at = found.len();
    found.push(Found {
        kind,
        id,
        own: within.depth == 0,
        organization: within.organization.or(link(&document, "organization_id")),
        service: within.service.or(link(&document, "service_id")),
        location: link(&document, "location_id"),
        document: Map::new(),
    });
    let inner = Within {
        depth: within.depth + 1,
        ..Within::default()
    };
    let of_organization = Within {
        organization: Some(id),
        ..inner.clone()
    };
    let of_service = Within {
        service: Some(id),
        ..inner.clone()
    };
    let (mut organization, mut service, mut location) = (None, None, None);
    match kind {
        RecordKind::Organization => {
            for one in objects(kind, &mut document, "services")? {
                take(RecordKind::Service, one, &of_organization, found)?;
            }
            for one in objects(kind, &mut document, "locations")? {
                take(RecordKind::Location, one, &of_organization, found)?;
            }
        }
        RecordKind::Service => {
            if let Some(one) = object(kind, &mut document, "organization")? {
                organization = Some(take(RecordKind::Organization, one, &inner, found)?);
            }
            for one in objects(kind, &mut document, "service_at_locations")? {
                take(RecordKind::ServiceAtLocation, one, &of_service, found)?;
            }
        }
        RecordKind::ServiceAtLocation => {
            if let Some(one) = object(kind, &mut document, "service")? {
                service = Some(take(RecordKind::Service, one, &inner, found)?);
            }
            if let Some(one) = object(kind, &mut document, "location")? {
                location = Some(take(RecordKind::Location, one, &inner, found)?);
            }
        }
        RecordKind::Location | RecordKind::Taxonomy | RecordKind::TaxonomyTerm => {}
    }
    mentioned(kind, &document, &inner, found)?;
    if let Some(row) = found.get_mut(at) {
        row.organization = organization.or(row.organization);
        row.service = service.or(row.service);
        row.location = location.or(row.location);
        row.document = document;
    }
    Ok(id)
}

/// The terms of its attributes, and the taxonomy of a term: they stay where they stand, and
/// are records as well.
fn mentioned(
    kind: RecordKind,
    document: &Map<String, Value>,
    inner: &Within,
    found: &mut Vec<Found>,
) -> Result<(), Bad> {
    for term in terms(document) {
        take(RecordKind::TaxonomyTerm, term.clone(), inner, found)?;
    }
    if kind == RecordKind::TaxonomyTerm
        && let Some(Value::Object(taxonomy)) = document.get("taxonomy_detail")
    {
        take(RecordKind::Taxonomy, taxonomy.clone(), inner, found)?;
    }
    Ok(())
}

/// The terms by which an object is classified.
pub(super) fn terms(document: &Map<String, Value>) -> impl Iterator<Item = &Map<String, Value>> {
    let attributes = document.get("attributes").and_then(Value::as_array);
    let term = |attribute: &'_ Value| attribute.get("taxonomy_term").is_some();
    attributes
        .into_iter()
        .flatten()
        .filter(move |attribute| term(attribute))
        .filter_map(|attribute| attribute.get("taxonomy_term")?.as_object())
}

/// The id that `document` has at `field`.
pub(super) fn link(document: &Map<String, Value>, field: &str) -> Option<Uuid> {
    document.get(field)?.as_str()?.parse().ok()
}

fn judge(kind: RecordKind, document: &Map<String, Value>) -> Result<Uuid, Bad> {
    let id = link(document, "id").ok_or_else(|| bad(kind, "id", "not a UUID"))?;
    let needed: &[&str] = match kind {
        RecordKind::Organization | RecordKind::Taxonomy | RecordKind::TaxonomyTerm => {
            &["name", "description"]
        }
        RecordKind::Service => &["name", "status"],
        RecordKind::Location => &["location_type"],
        RecordKind::ServiceAtLocation => &[],
    };
    for field in needed {
        if !document.get(*field).is_some_and(Value::is_string) {
            return Err(bad(kind, field, "missing, or not a text"));
        }
    }
    let one_of = |field: &str, list: &[&str]| {
        let word = document.get(field).and_then(Value::as_str);
        word.is_some_and(|word| list.contains(&word))
    };
    let statuses = ["active", "inactive", "defunct", "temporarily closed"];
    if kind == RecordKind::Service && !one_of("status", &statuses) {
        return Err(bad(kind, "status", "not a status of HSDS"));
    }
    let types = ["physical", "postal", "virtual"];
    if kind == RecordKind::Location && !one_of("location_type", &types) {
        return Err(bad(kind, "location_type", "not a type of HSDS"));
    }
    for field in ["minimum_age", "maximum_age"] {
        let number = document
            .get(field)
            .is_none_or(|age| age.is_number() || age.is_null());
        if kind == RecordKind::Service && !number {
            return Err(bad(kind, field, "not a number"));
        }
    }
    Ok(id)
}

fn objects(
    kind: RecordKind,
    document: &mut Map<String, Value>,
    field: &str,
) -> Result<Vec<Map<String, Value>>, Bad> {
    let list = match document.remove(field) {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(bad(kind, field, "not a list")),
    };
    let object = |value| match value {
        Value::Object(object) => Ok(object),
        _ => Err(bad(kind, field, "not a list of objects")),
    };
    list.into_iter().map(object).collect()
}

fn object(
    kind: RecordKind,
    document: &mut Map<String, Value>,
    field: &str,
) -> Result<Option<Map<String, Value>>, Bad> {
    match document.remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(object)) => Ok(Some(object)),
        Some(_) => Err(bad(kind, field, "not an object")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn map(value: Value) -> Map<String, Value> {
        match value {
            Value::Object(map) => map,
            other => panic!("{other}"),
        }
    }

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    #[test]
    fn rule_078_a_nested_service_becomes_records_that_name_each_other() {
        let service = json!({
            "id": id(1), "name": "Fern House", "status": "active", "unheard_of": { "a": [1] },
            "organization": { "id": id(2), "name": "Moss", "description": "Help" },
            "service_at_locations": [{ "id": id(3), "location": { "id": id(4), "location_type": "physical" } }],
        });
        let found = take_apart(RecordKind::Service, map(service)).unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|one| {
                (
                    one.kind,
                    one.id,
                    one.own,
                    one.organization,
                    one.service,
                    one.location,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (RecordKind::Service, id(1), true, Some(id(2)), None, None),
                (RecordKind::Organization, id(2), false, None, None, None),
                (
                    RecordKind::ServiceAtLocation,
                    id(3),
                    false,
                    None,
                    Some(id(1)),
                    Some(id(4))
                ),
                (RecordKind::Location, id(4), false, None, None, None),
            ]
        );
        let service = &found.first().unwrap().document;
        assert_eq!(service.get("unheard_of"), Some(&json!({ "a": [1] })));
        assert!(!service.contains_key("organization"));
    }

    #[test]
    fn rule_078_what_hsds_requires_is_required_at_every_depth() {
        let of = |value| {
            take_apart(RecordKind::Service, map(value))
                .unwrap_err()
                .to_string()
        };
        assert_eq!(of(json!({ "id": 7 })), "service.id: not a UUID");
        assert_eq!(
            of(json!({ "id": id(1), "name": "A" })),
            "service.status: missing, or not a text"
        );
        let sleeping = json!({ "id": id(1), "name": "A", "status": "asleep" });
        assert_eq!(of(sleeping), "service.status: not a status of HSDS");
        let nameless = json!({ "id": id(1), "name": "A", "status": "active", "organization": { "id": id(2) } });
        assert_eq!(of(nameless), "organization.name: missing, or not a text");
        let listless =
            json!({ "id": id(1), "name": "A", "status": "active", "service_at_locations": "none" });
        assert_eq!(of(listless), "service.service_at_locations: not a list");
    }
}
