//! Finding releases, newest first.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{category, method, release};
use super::model::{DisclosureMethod, InformationCategory};
use crate::access::Viewer;
use crate::boards::board;
use crate::error::Refusal;
use crate::store::OfCases;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of a list of releases.
pub(super) const NEWEST: &str = "release.newest";

/// How many releases are looked at for what they ask for; more come when these are done.
const MOST: u64 = 200;

impl OfCases for release::Entity {
    const ID: release::Column = release::Column::Id;
    const CASE: release::Column = release::Column::CaseId;
    const AT: release::Column = release::Column::DraftedAt;

    fn case_of(row: &release::Model) -> Uuid {
        row.case_id
    }
}

/// The place of a release in the list.
pub(super) fn place_of(row: &release::Model) -> Cursor {
    Cursor::of_instant(NEWEST, row.drafted_at, row.id)
}

/// A page of a case's releases, newest first.
pub(super) async fn page(
    viewer: &Viewer,
    case: Uuid,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<release::Model>, Refusal> {
    use release::Column as C;
    let keyset = Keyset::new(NEWEST, C::DraftedAt, C::Id, Order::Desc, asked)
        .after(after.map(Cursor::instant).transpose()?);
    viewer
        .select::<release::Entity>()
        .filter(C::CaseId.eq(case))
        .page(&keyset)
        .await
}

/// Those of the releases `ids` that are in reach.
pub(super) async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<release::Model>, Refusal> {
    viewer.select::<release::Entity>().by_ids(ids).all().await
}

/// Releases of open cases that were not withdrawn and have not ended, those that end first
/// at the head.
pub(super) async fn running(
    viewer: &Viewer,
    now: DateTime<Utc>,
) -> Result<Vec<release::Model>, Refusal> {
    use release::Column as C;
    let open = Query::select()
        .column(board::Column::CaseId)
        .from(board::Entity)
        .and_where(board::Column::OrgId.eq(viewer.org()))
        .and_where(board::Column::Open.eq(true))
        .take();
    viewer
        .select::<release::Entity>()
        .filter(C::OrgId.eq(viewer.org()))
        .filter(C::ExpiresAt.gt(now))
        .filter(C::WithdrawnAt.is_null())
        .filter(C::CaseId.in_subquery(open))
        .order(C::ExpiresAt, Order::Asc)
        .order(C::Id, Order::Asc)
        .limit(MOST)
        .all()
        .await
}

/// What a release covers and how: the codes of its lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes {
    pub categories: BTreeSet<InformationCategory>,
    pub methods: BTreeSet<DisclosureMethod>,
}

/// The codes of releases, in two statements.
pub(super) async fn codes_of(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Codes>, Refusal> {
    let mut codes: HashMap<Uuid, Codes> = HashMap::new();
    let of = category::Column::ReleaseId.is_in(ids.iter().copied());
    for row in viewer.select::<category::Entity>().filter(of).all().await? {
        let of = codes.entry(row.release_id).or_default();
        of.categories.insert(row.category);
    }
    let of = method::Column::ReleaseId.is_in(ids.iter().copied());
    for row in viewer.select::<method::Entity>().filter(of).all().await? {
        let of = codes.entry(row.release_id).or_default();
        of.methods.insert(row.method);
    }
    Ok(codes)
}
