//! Finding disclosures, newest first: the accounting (rule 26).

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{category, disclosure};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::releases::model::InformationCategory;
use crate::store::OfCases;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of a list of disclosures.
pub(super) const NEWEST: &str = "disclosure.newest";

impl OfCases for disclosure::Entity {
    const ID: disclosure::Column = disclosure::Column::Id;
    const CASE: disclosure::Column = disclosure::Column::CaseId;
    const AT: disclosure::Column = disclosure::Column::MadeAt;

    fn case_of(row: &disclosure::Model) -> Uuid {
        row.case_id
    }
}

/// The place of a disclosure in the list.
pub(super) fn place_of(row: &disclosure::Model) -> Cursor {
    Cursor::of_instant(NEWEST, row.made_at, row.id)
}

/// A page of a case's disclosures, newest first.
pub(super) async fn page(
    viewer: &Viewer,
    case: Uuid,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<disclosure::Model>, Refusal> {
    use disclosure::Column as C;
    let keyset = Keyset::new(NEWEST, C::MadeAt, C::Id, Order::Desc, asked)
        .after(after.map(Cursor::instant).transpose()?);
    viewer
        .select::<disclosure::Entity>()
        .filter(C::CaseId.eq(case))
        .page(&keyset)
        .await
}

/// Those of the disclosures `ids` that are in reach.
pub(super) async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<disclosure::Model>, Refusal> {
    viewer
        .select::<disclosure::Entity>()
        .by_ids(ids)
        .all()
        .await
}

/// The disclosures of each referral, newest first, in one statement.
pub(super) async fn of_referrals(
    viewer: &Viewer,
    referrals: &[Uuid],
) -> Result<HashMap<Uuid, Vec<disclosure::Model>>, Refusal> {
    use disclosure::Column as C;
    let rows = viewer
        .select::<disclosure::Entity>()
        .filter(C::ReferralId.is_in(referrals.iter().copied()))
        .order(C::MadeAt, Order::Desc)
        .order(C::Id, Order::Desc)
        .all()
        .await?;
    let mut found: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in rows {
        if let Some(referral) = row.referral_id {
            found.entry(referral).or_default().push(row);
        }
    }
    Ok(found)
}

/// The categories of disclosures, in the vocabulary's order, in one statement.
pub(super) async fn categories_of(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<InformationCategory>>, Refusal> {
    let rows = viewer
        .select::<category::Entity>()
        .filter(category::Column::DisclosureId.is_in(ids.iter().copied()))
        .all()
        .await?;
    let mut found: HashMap<Uuid, Vec<InformationCategory>> = HashMap::new();
    for row in rows {
        found
            .entry(row.disclosure_id)
            .or_default()
            .push(row.category);
    }
    for categories in found.values_mut() {
        categories.sort();
    }
    Ok(found)
}
