//! Finding entries.

use std::collections::HashMap;

use uuid::Uuid;

use crate::access::{Act, CasePermit, Viewer};
use crate::audit::{AuditColumn, AuditEntity, AuditRow};
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of the trail: newest first. Ids are made in the order of time.
pub(super) const NEWEST: &str = "audit_entry.newest";

/// An entry, and what is needed to open the reason in it.
pub struct TrailRow {
    /// The entry.
    pub entry: AuditRow,
    /// The permit of its case, for those who may read the case's history.
    pub permit: Option<CasePermit>,
}

/// The place of an entry.
pub(super) fn place_of(row: &TrailRow) -> Cursor {
    Cursor::of_id(NEWEST, row.entry.id)
}

fn keyset(asked: Asked, after: Option<&Cursor>) -> Keyset<AuditEntity> {
    Keyset::by_id(NEWEST, AuditColumn::Id, Order::Desc, asked).after(after.map(Cursor::text))
}

/// A page of the entries about one case.
pub(super) async fn of_case(
    viewer: &Viewer,
    permit: &CasePermit,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<TrailRow>, Refusal> {
    let page = viewer
        .select::<AuditEntity>()
        .filter(AuditColumn::CaseId.eq(permit.case()))
        .page::<AuditRow>(&keyset(asked, after))
        .await?;
    let with = |entry| TrailRow {
        entry,
        permit: Some(permit.clone()),
    };
    Ok(Page {
        rows: page.rows.into_iter().map(with).collect(),
        more: page.more,
        before: page.before,
    })
}

/// A page of all entries of the organisation.
pub(super) async fn of_organisation(
    viewer: &Viewer,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<TrailRow>, Refusal> {
    viewer.may(Act::AuditView)?;
    let page = viewer
        .select::<AuditEntity>()
        .filter(AuditColumn::OrgId.eq(viewer.org()))
        .page::<AuditRow>(&keyset(asked, after))
        .await?;
    Ok(Page {
        more: page.more,
        before: page.before,
        rows: with_permits(viewer, page.rows).await?,
    })
}

/// Those of the entries `ids` that one may see.
pub async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<TrailRow>, Refusal> {
    let entries = viewer.select::<AuditEntity>().by_ids(ids).all().await?;
    with_permits(viewer, entries).await
}

/// The privacy officer has no case's permit as such: only who may read a case's history
/// reads the reasons in it.
async fn with_permits(viewer: &Viewer, entries: Vec<AuditRow>) -> Result<Vec<TrailRow>, Refusal> {
    let with_reason = entries.iter().filter(|entry| entry.reason.is_some());
    let mut cases: Vec<Uuid> = with_reason.filter_map(|entry| entry.case_id).collect();
    cases.sort_unstable();
    cases.dedup();
    let permits: HashMap<Uuid, CasePermit> = viewer
        .cases(&cases)
        .await?
        .into_iter()
        .filter(|permit| permit.allows(viewer, Act::CaseHistory))
        .map(|permit| (permit.case(), permit))
        .collect();
    let with = |entry: AuditRow| TrailRow {
        permit: entry.case_id.and_then(|case| permits.get(&case)).cloned(),
        entry,
    };
    Ok(entries.into_iter().map(with).collect())
}
