//! Finding questions and their answers.

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{answer_link, capacity_enquiry};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::store::OfCases;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of a case's enquiries: the newest first.
pub(super) const NEWEST: &str = "capacity_enquiry.asked";

impl OfCases for capacity_enquiry::Entity {
    const ID: capacity_enquiry::Column = capacity_enquiry::Column::Id;
    const CASE: capacity_enquiry::Column = capacity_enquiry::Column::CaseId;
    const AT: capacity_enquiry::Column = capacity_enquiry::Column::AskedAt;

    fn case_of(row: &capacity_enquiry::Model) -> Uuid {
        row.case_id
    }
}

/// The place of an enquiry in the list.
pub(super) fn place_of(row: &capacity_enquiry::Model) -> Cursor {
    Cursor::of_instant(NEWEST, row.asked_at, row.id)
}

/// A later page of the enquiries of one case.
pub(super) async fn page_of_case(
    viewer: &Viewer,
    case: Uuid,
    asked: Asked,
    after: &Cursor,
) -> Result<Page<capacity_enquiry::Model>, Refusal> {
    use capacity_enquiry::Column as E;
    let keyset = Keyset::new(NEWEST, E::AskedAt, E::Id, Order::Desc, asked);
    viewer
        .select::<capacity_enquiry::Entity>()
        .filter(E::CaseId.eq(case))
        .page(&keyset.after(Some(after.instant()?)))
        .await
}

/// The links of each referral, oldest first, in one statement.
pub(super) async fn of_referrals(
    viewer: &Viewer,
    referrals: &[Uuid],
) -> Result<HashMap<Uuid, Vec<answer_link::Model>>, Refusal> {
    by(viewer, answer_link::Column::ReferralId, referrals, |row| {
        row.referral_id
    })
    .await
}

/// The links of each enquiry, in the order in which the services were named, in one statement.
pub(super) async fn of_enquiries(
    viewer: &Viewer,
    enquiries: &[Uuid],
) -> Result<HashMap<Uuid, Vec<answer_link::Model>>, Refusal> {
    by(viewer, answer_link::Column::EnquiryId, enquiries, |row| {
        row.enquiry_id
    })
    .await
}

/// The links by which each disclosure is opened, oldest first, in one statement.
pub(super) async fn of_disclosures(
    viewer: &Viewer,
    disclosures: &[Uuid],
) -> Result<HashMap<Uuid, Vec<answer_link::Model>>, Refusal> {
    by(
        viewer,
        answer_link::Column::DisclosureId,
        disclosures,
        |row| row.disclosure_id,
    )
    .await
}

async fn by(
    viewer: &Viewer,
    column: answer_link::Column,
    keys: &[Uuid],
    key: fn(&answer_link::Model) -> Option<Uuid>,
) -> Result<HashMap<Uuid, Vec<answer_link::Model>>, Refusal> {
    let rows = viewer
        .select::<answer_link::Entity>()
        .filter(column.is_in(keys.iter().copied()))
        .order(answer_link::Column::Id, Order::Asc)
        .all()
        .await?;
    let mut lists: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in rows {
        if let Some(key) = key(&row) {
            lists.entry(key).or_default().push(row);
        }
    }
    Ok(lists)
}

/// The enquiries `ids` that one may see, in one statement.
pub async fn enquiries_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<capacity_enquiry::Model>, Refusal> {
    viewer
        .select::<capacity_enquiry::Entity>()
        .by_ids(ids)
        .all()
        .await
}

/// The links `ids` that one may see, in one statement.
pub async fn links_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<answer_link::Model>, Refusal> {
    viewer
        .select::<answer_link::Entity>()
        .by_ids(ids)
        .all()
        .await
}
