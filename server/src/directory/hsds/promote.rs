//! What searches and rules need of a service's document, in the words of our own vocabulary.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::tree::terms;
use crate::cases::model::State;
use crate::directory::model::{Capability, Capacity, ServiceCategory};
use crate::directory::record::ServiceFacts;

/// What the one who imports says of services that do not say it themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Defaults {
    /// What kind of help they give.
    pub category: Option<ServiceCategory>,
    /// The state they are in.
    pub state: Option<State>,
}

/// Whether a location's own words, or those of a service that is there, say that it is told
/// to nobody (rule 45). HSDS has no field for it: a term of ours says it, or the field
/// `confidential`.
pub(super) fn confidential(document: &Map<String, Value>) -> bool {
    document.get("confidential") == Some(&Value::Bool(true))
        || codes(document).any(|code| code == Capability::ConfidentialLocation.code())
}

/// Whether a service is not for the public (rule 80); HSDS has no field for it either.
pub(super) fn internal_only(document: &Map<String, Value>) -> bool {
    document.get("internal_only") == Some(&Value::Bool(true))
}

fn codes(document: &Map<String, Value>) -> impl Iterator<Item = &str> {
    terms(document).filter_map(|term| term.get("code")?.as_str())
}

/// A text of the document that says something.
pub(in crate::directory) fn text(document: &Map<String, Value>, field: &str) -> Option<String> {
    let text = document.get(field)?.as_str()?.trim();
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// The objects of a list of the document.
pub(in crate::directory) fn list<'d>(
    document: &'d Map<String, Value>,
    field: &str,
) -> impl Iterator<Item = &'d Map<String, Value>> {
    let list = document.get(field).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_object)
}

/// What kind of help a service says it is.
pub(in crate::directory) fn category(document: &Map<String, Value>) -> Option<ServiceCategory> {
    codes(document).find_map(ServiceCategory::parse)
}

/// The states among the areas that a service says it serves.
pub(in crate::directory) fn states(document: &Map<String, Value>) -> BTreeSet<State> {
    areas(document).filter_map(|name| state(&name)).collect()
}

/// The facts of the service `document`, which is at the locations `places`; `None` when it does
/// not say what kind of help it is or in which state, and nobody else does: it is kept, and
/// not found by those who work with cases until a curator says so.
pub(in crate::directory) fn facts(
    document: &Map<String, Value>,
    organization_name: &str,
    places: &[&Map<String, Value>],
    defaults: Defaults,
) -> Option<ServiceFacts> {
    let category = category(document).or(defaults.category)?;
    let capabilities: BTreeSet<_> = codes(document).filter_map(Capability::parse).collect();
    let hidden = capabilities.contains(&Capability::ConfidentialLocation);
    let areas = states(document);
    let address = places.iter().find_map(|place| address(place));
    let at = address.as_ref().map(|(state, _)| *state);
    let state = at.or(areas.first().copied()).or(defaults.state)?;
    let states = if areas.is_empty() {
        BTreeSet::from([state])
    } else {
        areas
    };
    let languages: BTreeSet<_> = list(document, "languages")
        .filter_map(|language| text(language, "name").or_else(|| text(language, "code")))
        .collect();
    Some(ServiceFacts {
        name: text(document, "name")?,
        organization_name: organization_name.to_owned(),
        category,
        description: text(document, "description").unwrap_or_default(),
        states: states.into_iter().collect(),
        capabilities: capabilities.into_iter().collect(),
        minimum_age: years(document, "minimum_age"),
        maximum_age: years(document, "maximum_age"),
        languages: languages.into_iter().collect(),
        phone: list(document, "phones").find_map(|phone| text(phone, "number")),
        email: text(document, "email"),
        // A link is followed by people: nothing but a site's address may stand there.
        url: text(document, "url")
            .filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        capacity: capacity(document),
        city: address.and_then(|(_, city)| city).filter(|_| !hidden),
        state,
        closed: matches!(
            document.get("status").and_then(Value::as_str),
            Some("inactive" | "defunct")
        ),
        internal_only: internal_only(document),
    })
}

/// The state and the city of a location.
pub(super) fn address(place: &Map<String, Value>) -> Option<(State, Option<String>)> {
    list(place, "addresses").find_map(|address| {
        let state = state(&text(address, "state_province")?)?;
        Some((state, text(address, "city")))
    })
}

/// The areas that a service says it serves, in its own words.
pub(super) fn areas(document: &Map<String, Value>) -> impl Iterator<Item = String> {
    list(document, "service_areas")
        .flat_map(|area| [text(area, "name"), text(area, "extent")])
        .flatten()
}

/// An age in whole years.
pub(super) fn years(document: &Map<String, Value>, field: &str) -> Option<i32> {
    let years = document.get(field)?.as_f64()?;
    // Ages come as numbers of any kind; nobody is older than the directory asks for.
    (0.0..=120.0)
        .contains(&years)
        .then_some(years.round() as i32)
}

/// What a 3.1 service says of the room it has.
fn capacity(document: &Map<String, Value>) -> Capacity {
    let available: Vec<f64> = list(document, "capacities")
        .filter_map(|capacity| capacity.get("available")?.as_f64())
        .collect();
    if available.is_empty() {
        Capacity::Unknown
    } else if available.iter().any(|free| *free > 0.0) {
        Capacity::HasCapacity
    } else {
        Capacity::NoCapacity
    }
}

/// The day on which a 3.1 service said so last.
pub(in crate::directory) fn capacity_on(
    document: &Map<String, Value>,
) -> Option<chrono::NaiveDate> {
    let day = |updated: String| updated.get(..10)?.parse().ok();
    list(document, "capacities")
        .filter_map(|capacity| day(text(capacity, "updated")?))
        .max()
}

/// A state by its two letters or its name.
fn state(told: &str) -> Option<State> {
    let told = told.trim();
    State::parse(&told.to_uppercase()).or_else(|| {
        let named = NAMES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(told));
        named.and_then(|(_, code)| State::parse(code))
    })
}

const NAMES: &[(&str, &str)] = &[
    ("Alabama", "AL"),
    ("Alaska", "AK"),
    ("Arizona", "AZ"),
    ("Arkansas", "AR"),
    ("California", "CA"),
    ("Colorado", "CO"),
    ("Connecticut", "CT"),
    ("Delaware", "DE"),
    ("District of Columbia", "DC"),
    ("Florida", "FL"),
    ("Georgia", "GA"),
    ("Hawaii", "HI"),
    ("Idaho", "ID"),
    ("Illinois", "IL"),
    ("Indiana", "IN"),
    ("Iowa", "IA"),
    ("Kansas", "KS"),
    ("Kentucky", "KY"),
    ("Louisiana", "LA"),
    ("Maine", "ME"),
    ("Maryland", "MD"),
    ("Massachusetts", "MA"),
    ("Michigan", "MI"),
    ("Minnesota", "MN"),
    ("Mississippi", "MS"),
    ("Missouri", "MO"),
    ("Montana", "MT"),
    ("Nebraska", "NE"),
    ("Nevada", "NV"),
    ("New Hampshire", "NH"),
    ("New Jersey", "NJ"),
    ("New Mexico", "NM"),
    ("New York", "NY"),
    ("North Carolina", "NC"),
    ("North Dakota", "ND"),
    ("Ohio", "OH"),
    ("Oklahoma", "OK"),
    ("Oregon", "OR"),
    ("Pennsylvania", "PA"),
    ("Rhode Island", "RI"),
    ("South Carolina", "SC"),
    ("South Dakota", "SD"),
    ("Tennessee", "TN"),
    ("Texas", "TX"),
    ("Utah", "UT"),
    ("Vermont", "VT"),
    ("Virginia", "VA"),
    ("Washington", "WA"),
    ("West Virginia", "WV"),
    ("Wisconsin", "WI"),
    ("Wyoming", "WY"),
    ("Puerto Rico", "PR"),
    ("Guam", "GU"),
    ("American Samoa", "AS"),
    ("Northern Mariana Islands", "MP"),
    ("U.S. Virgin Islands", "VI"),
];
