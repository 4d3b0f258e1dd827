//! Records a service in the directory, or what has become known of one. Curators do.

use uuid::Uuid;

use super::entity::{service, service_capability, service_language, service_state};
use super::hsds::recorded;
use super::model::{Capability, Capacity, ServiceCategory, never_verified};
use super::read::one;
use super::row::ServiceRow;
use super::search::{self, Text};
use super::vetting::evidence::{self, Evidence};
use super::work;
use crate::access::{Act, Grant, Viewer};
use crate::cases::model::State;
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::Tx;
use crate::store::prelude::*;

/// What the directory holds of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ServiceFacts {
    pub name: String,
    pub organization_name: String,
    pub category: ServiceCategory,
    pub description: String,
    pub states: Vec<State>,
    pub capabilities: Vec<Capability>,
    pub minimum_age: Option<i32>,
    pub maximum_age: Option<i32>,
    pub languages: Vec<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    pub capacity: Capacity,
    pub city: Option<String>,
    pub state: State,
    pub closed: bool,
    pub internal_only: bool,
}

/// A service to be recorded: a new one, or one with the version that was read.
#[derive(Debug)]
pub(super) struct ServiceRecord {
    pub key: Uuid,
    pub known: Option<(Uuid, i32)>,
    pub internal_only: Option<bool>,
    /// All the evidence there is; what there was when absent.
    pub evidence: Option<Vec<Evidence>>,
    pub facts: ServiceFacts,
}

/// Records. Returns the service. To record is not to verify: that is an act of its own.
pub(super) async fn record(viewer: &Viewer, input: ServiceRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ServiceRecord, input.key, &input).await?;
    let grant = tx.may()?;
    let mut facts = input.facts.clone();
    let facts = &mut facts;
    if facts
        .capabilities
        .contains(&Capability::ConfidentialLocation)
        && facts.city.is_some()
    {
        let message = "Where a confidential service is, is not kept in the directory.";
        return Err(Wrong::at("city", FieldCode::NotAllowedHere, message).into());
    }
    let given = input.evidence.as_deref();
    evidence::within("evidence", given.unwrap_or_default(), &facts.capabilities)?;
    let today = tx.now().date_naive();
    let mut organization = None;
    let id = match input.known {
        None => {
            let id = tx.new_id();
            let whose = recorded::organization_named(&mut tx, &grant, facts).await?;
            organization = Some(whose);
            let mut row = service::ActiveModel {
                id: Set(id),
                org_id: Set(grant.org()),
                version: Set(1),
                capacity_on: Set(Some(today)),
                verified_on: Set(never_verified()),
                verified_by: Set(None),
                created_at: Set(tx.now()),
                directory_organization_id: Set(organization),
                ..Default::default()
            };
            facts.internal_only = input.internal_only.unwrap_or(false);
            set(&mut row, facts);
            tx.insert(&grant, row).await?;
            id
        }
        Some((id, expected)) => {
            let found = tx.find::<service::Entity>(id).await?;
            // Who does not speak of it does not open it to the public.
            facts.internal_only = input.internal_only.unwrap_or(found.internal_only);
            if expected != found.version {
                let theirs = one(viewer, id).await?;
                Conflict::check(expected, found.version, || differences(facts, &theirs))?;
            }
            let (version, capacity) = (found.version, found.capacity);
            // One that was imported stays whose its source says, until somebody says otherwise.
            let renamed = found.organization_name != facts.organization_name;
            let mut row = found.into_active_model();
            set(&mut row, facts);
            if capacity != facts.capacity {
                row.capacity_on = Set(Some(today));
                row.capacity_by_service = Set(false);
            }
            if renamed {
                let whose = recorded::organization_named(&mut tx, &grant, facts).await?;
                organization = Some(whose);
                row.directory_organization_id = Set(organization);
            }
            row.version = Set(version + 1);
            tx.update(&grant, row).await?;
            forget_lists(&mut tx, &grant, id).await?;
            work::seen(&mut tx, &grant, id).await?;
            id
        }
    };
    lists(&mut tx, &grant, id, facts).await?;
    evidence::keep(&mut tx, &grant, id, &facts.capabilities, given).await?;
    search::keep(&tx.reader(), grant.org(), &[text_of(id, facts)]).await?;
    recorded::note(&mut tx, &grant, id, organization, facts).await?;
    tx.commit(id).await
}

/// What the service `id` is found by.
pub(super) fn text_of(id: Uuid, facts: &ServiceFacts) -> Text {
    let (name, organization) = (&facts.name, &facts.organization_name);
    Text::new(id, true, name, organization, &facts.description)
}

pub(super) fn set(row: &mut service::ActiveModel, facts: &ServiceFacts) {
    row.name = Set(facts.name.clone());
    row.organization_name = Set(facts.organization_name.clone());
    row.category = Set(facts.category);
    row.description = Set(facts.description.clone());
    row.minimum_age = Set(facts.minimum_age);
    row.maximum_age = Set(facts.maximum_age);
    row.phone = Set(facts.phone.clone());
    row.email = Set(facts.email.clone());
    row.url = Set(facts.url.clone());
    row.capacity = Set(facts.capacity);
    row.city = Set(facts.city.clone());
    row.state = Set(facts.state);
    row.closed = Set(facts.closed);
    row.internal_only = Set(facts.internal_only);
}

async fn forget_lists(tx: &mut Tx, grant: &Grant, id: Uuid) -> Result<(), Refusal> {
    let states = service_state::Column::ServiceId.eq(id);
    tx.delete::<service_state::Entity>(grant, states).await?;
    let capabilities = service_capability::Column::ServiceId.eq(id);
    tx.delete::<service_capability::Entity>(grant, capabilities)
        .await?;
    let languages = service_language::Column::ServiceId.eq(id);
    tx.delete::<service_language::Entity>(grant, languages)
        .await?;
    Ok(())
}

pub(super) async fn lists(
    tx: &mut Tx,
    grant: &Grant,
    id: Uuid,
    facts: &ServiceFacts,
) -> Result<(), Refusal> {
    let states = facts.states.iter().map(|state| service_state::ActiveModel {
        service_id: Set(id),
        state: Set(*state),
    });
    tx.insert_all(grant, states.collect()).await?;
    let capabilities = facts.capabilities.iter();
    let capabilities = capabilities.map(|capability| service_capability::ActiveModel {
        service_id: Set(id),
        capability: Set(*capability),
    });
    tx.insert_all(grant, capabilities.collect()).await?;
    let languages = facts.languages.iter();
    let languages = languages.map(|language| service_language::ActiveModel {
        service_id: Set(id),
        language: Set(language.clone()),
    });
    tx.insert_all(grant, languages.collect()).await
}

/// The fields that differ, for the one who was faster and the one who was slower.
fn differences(yours: &ServiceFacts, theirs: &ServiceRow) -> Vec<Option<FieldConflict>> {
    let row = &theirs.service;
    let of = |path, yours: String, theirs: String| FieldConflict::of(path, yours, theirs);
    let some = |path, yours: &Option<String>, theirs: Option<&str>| {
        FieldConflict::of(path, yours.clone(), theirs.map(str::to_owned))
    };
    let capitals = |code: &str| code.to_uppercase();
    let codes = |codes: Vec<&str>| codes.join(" ").to_uppercase();
    vec![
        of("name", yours.name.clone(), row.name.clone()),
        of(
            "organizationName",
            yours.organization_name.clone(),
            row.organization_name.clone(),
        ),
        of(
            "category",
            capitals(yours.category.code()),
            capitals(row.category.code()),
        ),
        of(
            "description",
            yours.description.clone(),
            row.description.clone(),
        ),
        of(
            "states",
            codes(yours.states.iter().map(|state| state.code()).collect()),
            codes(theirs.states.iter().map(|state| state.code()).collect()),
        ),
        of(
            "capabilities",
            codes(yours.capabilities.iter().map(|one| one.code()).collect()),
            codes(theirs.capabilities.iter().map(|one| one.code()).collect()),
        ),
        FieldConflict::of("minimumAge", yours.minimum_age, row.minimum_age),
        FieldConflict::of("maximumAge", yours.maximum_age, row.maximum_age),
        of(
            "languages",
            yours.languages.join(", "),
            theirs.languages.join(", "),
        ),
        some("phone", &yours.phone, row.phone.as_deref()),
        some("email", &yours.email, row.email.as_deref()),
        some("url", &yours.url, row.url.as_deref()),
        of(
            "capacity",
            capitals(yours.capacity.code()),
            capitals(row.capacity.code()),
        ),
        some("city", &yours.city, theirs.city()),
        of(
            "state",
            capitals(yours.state.code()),
            capitals(row.state.code()),
        ),
        FieldConflict::of("closed", yours.closed, row.closed),
        FieldConflict::of("internalOnly", yours.internal_only, row.internal_only),
    ]
}
