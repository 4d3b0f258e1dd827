//! Inputs of the directory, as GraphQL has them, and what they become.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject};

use super::model::{Capability, Capacity, ServiceCategory, Verification};
use super::places::{Near, county_asked};
use super::read::ServiceFilter;
use super::record::{ServiceFacts, ServiceRecord};
use super::verify::ServiceVerify;
use super::vetting::inputs::{self as evidence, CapabilityEvidenceInput};
use super::vetting::model::{CheckMethod, CheckedPart};
use crate::access::Viewer;
use crate::cases::model::State;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE, STORY};

/// Languages a service can be recorded with.
const MOST_LANGUAGES: usize = 30;
/// Nobody older is asked for.
const OLDEST: i32 = 120;

/// Which services. All fields narrow.
#[derive(InputObject, Default)]
#[graphql(name = "ServiceFilter")]
pub struct ServiceFilterInput {
    /// Each begins a word of the name, the organisation or the description.
    words: Option<String>,
    /// Search the words as they stand; otherwise those that find nothing are taken for
    /// misspelt.
    exact: Option<bool>,
    /// Serving any of these states.
    states: Option<Vec<State>>,
    /// Of any of these categories.
    categories: Option<Vec<ServiceCategory>>,
    /// Able to do all of these.
    capabilities: Option<Vec<Capability>>,
    /// With any of these capacities.
    capacities: Option<Vec<Capacity>>,
    /// For somebody of this age, in years.
    age: Option<i32>,
    /// With `age`: for everybody from it to this age, in years.
    age_to: Option<i32>,
    /// Speaking this language, as the directory names it.
    language: Option<String>,
    /// Verified within 180 days, and neither without room nor with a waiting list.
    accepting: Option<bool>,
    /// Tribal programs: by their kind, or because they know the Indian Child Welfare Act.
    tribal: Option<bool>,
    /// That can be relied on in any of these ways.
    verifications: Option<Vec<Verification>>,
    /// Made for young people who were trafficked; all others when false.
    specialised: Option<bool>,
    /// Serving this county, by name or with the whole state; needs one state in `states`.
    county: Option<String>,
    /// Near this place: what has no location that may be told is not among it (rule 45).
    near: Option<NearInput>,
}

/// A place, and how far from it is near, as the bird flies.
#[derive(InputObject)]
pub struct NearInput {
    /// Degrees, from -90 to 90.
    latitude: f64,
    /// Degrees, from -180 to 180.
    longitude: f64,
    /// From 1 to 1,000.
    kilometers: f64,
}

impl NearInput {
    fn parse(self, check: &mut Check) -> Near {
        let bounds = [
            ("latitude", self.latitude, -90.0..=90.0),
            ("longitude", self.longitude, -180.0..=180.0),
            ("kilometers", self.kilometers, 1.0..=1_000.0),
        ];
        for (field, value, bounds) in bounds {
            if !bounds.contains(&value) {
                let path = format!("filter.near.{field}");
                check.wrong(&path, FieldCode::NotAllowedHere, "This is out of bounds.");
            }
        }
        Near {
            latitude: self.latitude,
            longitude: self.longitude,
            meters: self.kilometers * 1e3,
        }
    }
}

impl ServiceFilterInput {
    pub(super) fn parse(self) -> Result<ServiceFilter, Refusal> {
        let mut check = Check::default();
        let words = check.maybe("filter.words", self.words, LINE);
        let language = check.maybe("filter.language", self.language, LINE);
        age(&mut check, "filter.age", self.age);
        age(&mut check, "filter.ageTo", self.age_to);
        if self.age_to.is_some() && self.age.is_none_or(|from| self.age_to < Some(from)) {
            let message = "Say from which age, up to this one.";
            check.wrong("filter.ageTo", FieldCode::NotAllowedHere, message);
        }
        let county = check.maybe("filter.county", self.county, LINE);
        let states = each_once(self.states.unwrap_or_default());
        if county.is_some() && states.len() != 1 {
            // There is a county of the same name in many states.
            let message = "Choose one state with it.";
            check.wrong("filter.county", FieldCode::NotAllowedHere, message);
        }
        let near = self.near.map(|near| near.parse(&mut check));
        check.done()?;
        Ok(ServiceFilter {
            words,
            exact: self.exact.unwrap_or(false),
            states,
            categories: each_once(self.categories.unwrap_or_default()),
            capabilities: each_once(self.capabilities.unwrap_or_default()),
            capacities: each_once(self.capacities.unwrap_or_default()),
            age: self.age,
            age_to: self.age_to,
            language,
            accepting: self.accepting.unwrap_or_default(),
            tribal: self.tribal.unwrap_or_default(),
            verifications: each_once(self.verifications.unwrap_or_default()),
            specialised: self.specialised,
            county: county.map(|county| county_asked(&county)),
            near,
        })
    }
}

fn each_once<T: Ord>(values: Vec<T>) -> Vec<T> {
    values
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

fn age(check: &mut Check, path: &str, age: Option<i32>) {
    if age.is_some_and(|age| !(0..=OLDEST).contains(&age)) {
        check.wrong(path, FieldCode::NotAllowedHere, "Between 0 and 120 years.");
    }
}

/// Records a service, or what has become known of one.
#[derive(InputObject)]
pub struct ServiceRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The service; absent for a new one.
    id: Option<ID>,
    /// The service's version that was read; needed with `id`.
    expected_version: Option<i32>,
    /// Its name, at most 200 characters.
    name: String,
    /// Whose service it is, at most 200 characters.
    organization_name: String,
    /// What kind of help it gives.
    category: ServiceCategory,
    /// What it does, at most 20,000 characters.
    description: String,
    /// The states it serves; at least one.
    states: Vec<State>,
    /// What it is able to do and whom it accepts.
    capabilities: Vec<Capability>,
    /// The youngest it takes.
    minimum_age: Option<i32>,
    /// The oldest it takes.
    maximum_age: Option<i32>,
    /// The languages it speaks, at most 30.
    languages: Vec<String>,
    /// A telephone number for workers.
    phone: Option<String>,
    /// An e-mail address for workers.
    email: Option<String>,
    /// Its site; begins with http:// or https://.
    url: Option<String>,
    /// Whether there is room.
    capacity: Capacity,
    /// The city it is in. Not allowed with `CONFIDENTIAL_LOCATION`.
    city: Option<String>,
    /// The state it is in.
    state: State,
    /// Whether it has ended.
    closed: Option<bool>,
    /// Whether nobody but those who work here may know of it (rule 80); as before when absent.
    internal_only: Option<bool>,
    /// How it is known what it is able to do (rule 82): all the evidence there is. When absent,
    /// what there was for the capabilities that it still states.
    evidence: Option<Vec<CapabilityEvidenceInput>>,
}

impl ServiceRecordInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ServiceRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        if self.states.is_empty() {
            check.wrong("states", FieldCode::Required, "Name at least one state.");
        }
        age(&mut check, "minimumAge", self.minimum_age);
        age(&mut check, "maximumAge", self.maximum_age);
        if let (Some(from), Some(to)) = (self.minimum_age, self.maximum_age)
            && from > to
        {
            let message = "The oldest is younger than the youngest.";
            check.wrong("maximumAge", FieldCode::NotAllowedHere, message);
        }
        if self.languages.len() > MOST_LANGUAGES {
            check.wrong("languages", FieldCode::TooLong, "At most 30 languages.");
        }
        let mut languages = BTreeSet::new();
        for (place, language) in self.languages.into_iter().enumerate() {
            languages.insert(check.text(&format!("languages.{place}"), language, 50));
        }
        let url = check.maybe("url", self.url, 500);
        // A link is followed by people: nothing but a site's address may stand there.
        let site = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        if url.as_ref().is_some_and(|url| !site(url)) {
            let message = "Begin with http:// or https://.";
            check.wrong("url", FieldCode::Malformed, message);
        }
        let facts = ServiceFacts {
            name: check.text("name", self.name, LINE),
            organization_name: check.text("organizationName", self.organization_name, LINE),
            category: self.category,
            description: check.text("description", self.description, STORY),
            states: each_once(self.states),
            capabilities: each_once(self.capabilities),
            minimum_age: self.minimum_age,
            maximum_age: self.maximum_age,
            languages: languages.into_iter().collect(),
            phone: check.maybe("phone", self.phone, LINE),
            email: check.maybe("email", self.email, LINE),
            url,
            capacity: self.capacity,
            city: check.maybe("city", self.city, LINE),
            state: self.state,
            closed: self.closed.unwrap_or(false),
            internal_only: false,
        };
        let now = viewer.app().clock().now();
        let given = self.evidence;
        let evidence = given.map(|given| evidence::parse(&mut check, given, now));
        if self.id.is_some() && self.expected_version.is_none() {
            let message = "Send the version that was read.";
            check.wrong("expectedVersion", FieldCode::Required, message);
        }
        check.done()?;
        let known = match (self.id, self.expected_version) {
            (Some(service), Some(version)) => {
                Some((id::open(viewer.app(), Kind::Service, &service)?, version))
            }
            _ => None,
        };
        Ok(ServiceRecord {
            key,
            known,
            internal_only: self.internal_only,
            evidence,
            facts,
        })
    }
}

/// Says that somebody has checked a service today.
#[derive(InputObject)]
pub struct ServiceVerifyInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The service.
    id: ID,
    /// The service's version that was read.
    expected_version: i32,
    /// Whether there is room.
    capacity: Capacity,
    /// How it was checked.
    method: Option<CheckMethod>,
    /// What was confirmed; whether there is room when absent.
    confirmed: Option<Vec<CheckedPart>>,
    /// For those who keep the directory and nobody else, at most 20,000 characters.
    notes: Option<String>,
    /// What was seen or heard of what it is able to do (rule 82); what is known of other
    /// capabilities stays.
    evidence: Option<Vec<CapabilityEvidenceInput>>,
}

impl ServiceVerifyInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ServiceVerify, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let now = viewer.app().clock().now();
        let notes = check.maybe("notes", self.notes, STORY);
        let given = self.evidence.unwrap_or_default();
        let evidence = evidence::parse(&mut check, given, now);
        check.done()?;
        Ok(ServiceVerify {
            key,
            id: id::open(viewer.app(), Kind::Service, &self.id)?,
            expected_version: self.expected_version,
            capacity: self.capacity,
            method: self.method,
            confirmed: self
                .confirmed
                .unwrap_or_else(|| vec![CheckedPart::Capacity]),
            notes,
            evidence,
        })
    }
}
