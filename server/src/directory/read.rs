//! Finding services. Those checked most lately come first, so that what is stale is below
//! what is verified on every day (rule 81), and one index gives the order.

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{service, service_capability, service_language, service_state};
use super::model::{Capability, Capacity, ServiceCategory};
use super::row::{ServiceRow, has, shape};
use crate::access::{Act, Viewer};
use crate::cases::model::State;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;
use crate::store::search;

/// The order of the list.
pub(super) const BY_VERIFIED: &str = "service.verified";

/// Which services. Every field narrows (rule 83).
#[derive(Clone, Debug, Default)]
pub(super) struct ServiceFilter {
    /// Each begins a word of the name, the organisation or the description.
    pub words: Option<String>,
    /// Serving any of these states.
    pub states: Vec<State>,
    /// Of any of these categories.
    pub categories: Vec<ServiceCategory>,
    /// Able to do all of these.
    pub capabilities: Vec<Capability>,
    /// With any of these capacities.
    pub capacities: Vec<Capacity>,
    /// For somebody of this age.
    pub age: Option<i32>,
    /// Speaking this language.
    pub language: Option<String>,
}

fn conditions(viewer: &Viewer, filter: &ServiceFilter) -> Condition {
    use service::Column as S;
    // What has ended is shown where it was referred to, and not offered any more.
    let mut all = Condition::all()
        .add(S::OrgId.eq(viewer.org()))
        .add(S::Closed.eq(false));
    if let Some(found) = filter
        .words
        .as_deref()
        .and_then(|words| search::services_with(viewer, words))
    {
        all = all.add(found);
    }
    if !filter.states.is_empty() {
        use service_state::Column as C;
        let any = C::State.is_in(filter.states.iter().copied());
        all = all.add(has(service_state::Entity, C::ServiceId, any));
    }
    if !filter.categories.is_empty() {
        all = all.add(S::Category.is_in(filter.categories.iter().copied()));
    }
    for capability in &filter.capabilities {
        use service_capability::Column as C;
        let this = C::Capability.eq(*capability);
        all = all.add(has(service_capability::Entity, C::ServiceId, this));
    }
    if !filter.capacities.is_empty() {
        all = all.add(S::Capacity.is_in(filter.capacities.iter().copied()));
    }
    if let Some(age) = filter.age {
        all = all
            .add(S::MinimumAge.is_null().or(S::MinimumAge.lte(age)))
            .add(S::MaximumAge.is_null().or(S::MaximumAge.gte(age)));
    }
    if let Some(language) = &filter.language {
        use service_language::Column as C;
        let this = C::Language.eq(language.as_str());
        all = all.add(has(service_language::Entity, C::ServiceId, this));
    }
    all
}

/// A page of services, in one statement.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &ServiceFilter,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<ServiceRow>, Refusal> {
    viewer.may(Act::ServiceSearch)?;
    let (day, id) = (service::Column::VerifiedOn, service::Column::Id);
    let keyset = Keyset::new(BY_VERIFIED, day, id, Order::Desc, asked)
        .after(after.map(Cursor::day).transpose()?);
    viewer
        .select::<service::Entity>()
        .filter(conditions(viewer, filter))
        .shape(shape)
        .page::<ServiceRow>(&keyset)
        .await
}

/// The place of a row in the list.
pub(super) fn place_of(row: &ServiceRow) -> Cursor {
    Cursor::of_day(BY_VERIFIED, row.service.verified_on, row.service.id)
}

/// The services `ids` that one may see, in one statement.
pub async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<HashMap<Uuid, ServiceRow>, Refusal> {
    let rows = viewer
        .select::<service::Entity>()
        .by_ids(ids)
        .shape(shape)
        .all_as::<ServiceRow>()
        .await?;
    Ok(rows.into_iter().map(|row| (row.service.id, row)).collect())
}

/// The service `id`.
pub(super) async fn one(viewer: &Viewer, id: Uuid) -> Result<ServiceRow, Refusal> {
    by_ids(viewer, &[id])
        .await?
        .remove(&id)
        .ok_or(Refusal::NotFound)
}

/// A service that an input names and that is still offered; a wrong field when there is none.
pub async fn offered(viewer: &Viewer, path: &str, id: Uuid) -> Result<ServiceRow, Refusal> {
    let found = by_ids(viewer, &[id]).await?.remove(&id);
    still_offered(found, path).map_err(Refusal::from)
}

/// Several of them, in one statement: each that is wrong is named by its place in the list.
pub async fn all_offered(viewer: &Viewer, path: &str, ids: &[Uuid]) -> Result<(), Refusal> {
    if ids.is_empty() {
        return Ok(());
    }
    let mut found = by_ids(viewer, ids).await?;
    let mut wrong = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        wrong.extend(still_offered(found.remove(id), &format!("{path}.{at}")).err());
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(wrong))
    }
}

fn still_offered(found: Option<ServiceRow>, path: &str) -> Result<ServiceRow, Wrong> {
    let unknown = "There is no service with this id.";
    let found = found.ok_or_else(|| Wrong::at(path, FieldCode::UnknownId, unknown))?;
    if found.service.closed {
        return Err(Wrong::at(
            path,
            FieldCode::NotAllowedHere,
            "This service has ended.",
        ));
    }
    Ok(found)
}
