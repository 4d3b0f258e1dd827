//! Finding staffings.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::coming::{Next, earliest};
use super::entity::{staffing, staffing_case, staffing_item};
use crate::access::{Act, Viewer, Why};
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of the list: what comes first.
pub(super) const BY_TIME: &str = "staffing.at";
/// The order on a case: the latest first.
pub(super) const OF_CASE: &str = "staffing.of_case";

/// A page of staffings from an instant on, in the order of time.
pub(super) async fn page(
    viewer: &Viewer,
    from: DateTime<Utc>,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<staffing::Model>, Refusal> {
    if !viewer.might(Act::StaffingView) {
        return Err(Refusal::Forbidden(Why::RoleMayNot));
    }
    let (at, id) = (staffing::Column::At, staffing::Column::Id);
    let keyset = Keyset::new(BY_TIME, at, id, Order::Asc, asked)
        .after(after.map(Cursor::instant).transpose()?);
    viewer
        .select::<staffing::Entity>()
        .filter(at.gte(from))
        .page(&keyset)
        .await
}

/// The next `most` staffings that are not cancelled.
pub async fn next(viewer: &Viewer, most: u64) -> Result<Vec<staffing::Model>, Refusal> {
    viewer
        .select::<staffing::Entity>()
        .filter(staffing::Column::At.gte(viewer.app().clock().now()))
        .filter(staffing::Column::Cancelled.eq(false))
        .order(staffing::Column::At, Order::Asc)
        .order(staffing::Column::Id, Order::Asc)
        .limit(most)
        .all()
        .await
}

/// The staffings `ids` that one may see.
pub async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<staffing::Model>, Refusal> {
    viewer.select::<staffing::Entity>().by_ids(ids).all().await
}

/// The staffing `id`; not found when it is out of reach (rule 30).
pub(super) async fn one(viewer: &Viewer, id: Uuid) -> Result<staffing::Model, Refusal> {
    by_ids(viewer, &[id]).await?.pop().ok_or(Refusal::NotFound)
}

/// The cases in reach on the agendas of `staffings`, in one statement.
pub(super) async fn cases_of(
    viewer: &Viewer,
    staffings: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Uuid>>, Refusal> {
    let rows = viewer
        .select::<staffing_case::Entity>()
        .filter(staffing_case::Column::StaffingId.is_in(staffings.iter().copied()))
        .order(staffing_case::Column::CaseId, Order::Asc)
        .all()
        .await?;
    let mut cases: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in rows {
        cases.entry(row.staffing_id).or_default().push(row.case_id);
    }
    Ok(cases)
}

/// The items on the agendas of `staffings` about cases in reach, in their order, in one
/// statement.
pub(super) async fn items_of(
    viewer: &Viewer,
    staffings: &[Uuid],
) -> Result<HashMap<Uuid, Vec<staffing_item::Model>>, Refusal> {
    let rows = viewer
        .select::<staffing_item::Entity>()
        .filter(staffing_item::Column::StaffingId.is_in(staffings.iter().copied()))
        .order(staffing_item::Column::Position, Order::Asc)
        .order(staffing_item::Column::Id, Order::Asc)
        .all()
        .await?;
    let mut items: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in rows {
        items.entry(row.staffing_id).or_default().push(row);
    }
    Ok(items)
}

/// All staffings of each of `cases`, the latest first, in two statements. A case has a few
/// a year, so that their pages are cut here.
pub(super) async fn of_cases(
    viewer: &Viewer,
    cases: &[Uuid],
) -> Result<HashMap<Uuid, Vec<staffing::Model>>, Refusal> {
    let agenda = viewer
        .select::<staffing_case::Entity>()
        .filter(staffing_case::Column::CaseId.is_in(cases.iter().copied()))
        .all()
        .await?;
    let mut listed: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in agenda {
        listed.entry(row.staffing_id).or_default().push(row.case_id);
    }
    let ids: Vec<Uuid> = listed.keys().copied().collect();
    let mut rows = by_ids(viewer, &ids).await?;
    rows.sort_by_key(|row| std::cmp::Reverse((row.at, row.id)));
    let mut found: HashMap<Uuid, Vec<staffing::Model>> = HashMap::new();
    for row in rows {
        for case in listed.get(&row.id).into_iter().flatten() {
            found.entry(*case).or_default().push(row.clone());
        }
    }
    Ok(found)
}

/// The next staffing of each of those of `cases` that are in reach, in one statement: for
/// board rows whose staffing has gone by.
pub(super) async fn next_of_cases(
    viewer: &Viewer,
    cases: &[Uuid],
) -> Result<HashMap<Uuid, DateTime<Utc>>, Refusal> {
    let now = viewer.app().clock().now();
    let rows = viewer
        .select::<staffing_case::Entity>()
        .filter(staffing_case::Column::CaseId.is_in(cases.iter().copied()))
        .shape(|select| earliest(select, now))
        .all_as::<Next>()
        .await?;
    Ok(rows
        .into_iter()
        .map(|next| (next.case_id, next.at))
        .collect())
}
