//! Reading services. A list goes by the day of the last check, latest first, so that what is
//! stale is below what is verified on every day (rule 81), and one index gives the order; what
//! is searched by words goes by how well it is found ([`super::ranking`]).

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::entity::{service, service_language, service_state};
use super::model::{
    Capability, Capacity, ServiceCategory, Verification, fresh_since, never_verified,
};
use super::places::{Near, service_county};
use super::ranking::{self, FoundRow};
use super::row::{ServiceRow, has, shape};
use super::search;
use super::standing::{able_to, accepting, takes, tribal};
use crate::access::{Act, Viewer};
use crate::cases::model::State;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::graphql::page;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;
use crate::store::search::words;

/// The order of the list.
pub(super) const BY_VERIFIED: &str = "service.verified";

/// Which services. Every field narrows (rule 83).
#[derive(Clone, Debug, Default)]
pub(super) struct ServiceFilter {
    /// Each begins a word of the name, the organisation or the description.
    pub words: Option<String>,
    /// The words are as they were meant: no other spelling is tried.
    pub exact: bool,
    /// Serving any of these states.
    pub states: Vec<State>,
    /// Of any of these categories.
    pub categories: Vec<ServiceCategory>,
    /// Able to do all of these.
    pub capabilities: Vec<Capability>,
    /// With any of these capacities.
    pub capacities: Vec<Capacity>,
    /// For somebody of this age, or for all from it to `age_to`.
    pub age: Option<i32>,
    pub age_to: Option<i32>,
    /// Speaking this language.
    pub language: Option<String>,
    /// Verified, and not without room.
    pub accepting: bool,
    /// Tribal programs.
    pub tribal: bool,
    /// That can be relied on in any of these ways.
    pub verifications: Vec<Verification>,
    /// Made for young people who were trafficked, or not.
    pub specialised: Option<bool>,
    /// Serving this county, in its normal form, or the whole state.
    pub county: Option<String>,
    /// Near this place.
    pub near: Option<Near>,
}

pub(super) fn conditions(viewer: &Viewer, filter: &ServiceFilter) -> Condition {
    use service::Column as S;
    // What has ended is shown where it was referred to, and not offered any more.
    let mut all = Condition::all()
        .add(S::OrgId.eq(viewer.org()))
        .add(S::Closed.eq(false));
    if !filter.states.is_empty() {
        use service_state::Column as C;
        let any = C::State.is_in(filter.states.iter().copied());
        all = all.add(has(service_state::Entity, C::ServiceId, any));
    }
    if !filter.categories.is_empty() {
        all = all.add(S::Category.is_in(filter.categories.iter().copied()));
    }
    for capability in &filter.capabilities {
        all = all.add(able_to(*capability));
    }
    if !filter.capacities.is_empty() {
        all = all.add(S::Capacity.is_in(filter.capacities.iter().copied()));
    }
    if let Some(age) = filter.age {
        all = all.add(takes(age, filter.age_to.unwrap_or(age)));
    }
    if let Some(language) = &filter.language {
        use service_language::Column as C;
        let this = C::Language.eq(language.as_str());
        all = all.add(has(service_language::Entity, C::ServiceId, this));
    }
    if filter.accepting {
        all = all.add(accepting(fresh_since(viewer.app())));
    }
    if filter.tribal {
        all = all.add(tribal());
    }
    if !filter.verifications.is_empty() {
        let since = fresh_since(viewer.app());
        let mut any = Condition::any();
        for one in &filter.verifications {
            any = any.add(checked(*one, since));
        }
        all = all.add(any);
    }
    if let Some(specialised) = filter.specialised {
        let is = S::Category.is_in(ServiceCategory::SPECIALISED);
        all = all.add(if specialised { is } else { is.not() });
    }
    if let Some(county) = &filter.county {
        use service_county::Column as C;
        let named = |which| has(service_county::Entity, C::ServiceId, which);
        let whole = named(C::County.is_not_null()).not();
        all = all.add(named(C::County.eq(county.as_str())).or(whole));
    }
    all
}

/// Whether a service can be relied on in this way (rule 81).
fn checked(how: Verification, since: NaiveDate) -> SimpleExpr {
    use service::Column as S;
    let never = never_verified();
    match how {
        Verification::Verified => S::VerifiedOn.gte(since),
        Verification::Stale => S::VerifiedOn.lt(since).and(S::VerifiedOn.gt(never)),
        Verification::Unverified => S::VerifiedOn.lte(never),
        // What has ended is in no list.
        Verification::Closed => S::Closed.eq(true),
    }
}

/// What was found, and how it was searched.
pub(super) struct Found {
    pub page: Page<FoundRow>,
    /// Whether words were searched.
    pub worded: bool,
    /// Whether a place was named.
    pub near: bool,
    /// The words that were searched instead of those that were typed, which find nothing.
    pub instead: Option<Vec<String>>,
}

/// The place that a cursor names, in either order of the list.
pub(super) fn place(viewer: &Viewer, after: Option<&str>) -> Result<Option<Cursor>, Refusal> {
    page::place(viewer, ranking::BY_STANDING, after)
        .or_else(|_| page::place(viewer, BY_VERIFIED, after))
}

/// A page of services, in one statement; words cost one more, and three when nothing has them
/// and they are taken for misspelt. Words that very many services have put them in no order.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &ServiceFilter,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Found, Refusal> {
    viewer.may(Act::ServiceSearch)?;
    let mut sought = filter.words.as_deref().map(words).unwrap_or_default();
    let (worded, near) = (!sought.is_empty(), filter.near.is_some());
    let (mut many, mut instead) = (0, None);
    if worded {
        many = search::having(viewer, &sought).await?;
    }
    if worded && many == 0 && !filter.exact {
        instead = search::correct(viewer, &sought).await?;
        if let Some(meant) = &instead {
            sought.clone_from(meant);
            many = search::having(viewer, &sought).await?;
        }
    }
    // A list that was begun in one order goes on in it.
    let few = after.map_or(many <= search::MOST_RANKED, |place| {
        place.order == ranking::BY_STANDING
    });
    let page = if worded && many == 0 {
        asked.cut_after(Vec::new(), after.is_some())
    } else if near || (worded && few) {
        ranking::page(viewer, filter, &sought, asked, after).await?
    } else {
        by_verified(viewer, filter, &sought, asked, after).await?
    };
    Ok(Found {
        page,
        worded,
        near,
        instead,
    })
}

async fn by_verified(
    viewer: &Viewer,
    filter: &ServiceFilter,
    words: &[String],
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<FoundRow>, Refusal> {
    let (day, id) = (service::Column::VerifiedOn, service::Column::Id);
    let keyset = Keyset::new(BY_VERIFIED, day, id, Order::Desc, asked)
        .after(after.map(Cursor::day).transpose()?);
    let mut all = conditions(viewer, filter);
    if !words.is_empty() {
        all = all.add(search::says(viewer.app().store(), words));
    }
    let page = viewer
        .select::<service::Entity>()
        .filter(all)
        .shape(shape)
        .page::<ServiceRow>(&keyset)
        .await?;
    Ok(Page {
        rows: page.rows.into_iter().map(FoundRow::from).collect(),
        more: page.more,
        before: page.before,
    })
}

/// The place of a row in the list.
pub(super) fn place_of(row: &FoundRow) -> Cursor {
    let service = &row.row.service;
    match &row.standing {
        Some(standing) => standing.cursor(service.id),
        None => Cursor::of_day(BY_VERIFIED, service.verified_on, service.id),
    }
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
