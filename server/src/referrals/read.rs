//! Finding referrals.

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{referral, referral_event, warm_hand_off};
use super::model::ReferralState;
use crate::access::{Act, Viewer, Why};
use crate::cases::{CaseView, open_of_view};
use crate::error::Refusal;
use crate::store::OfCases;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of those that wait for an answer: the longest wait first.
pub(super) const BY_WAIT: &str = "referral.waiting";
/// The order of all others: the newest first.
pub(super) const BY_AGE: &str = "referral.created";

/// Which referrals. Every field narrows.
#[derive(Clone, Debug, Default)]
pub(super) struct ReferralFilter {
    /// Of whose open cases.
    pub view: Option<CaseView>,
    /// In any of these states.
    pub states: Vec<ReferralState>,
    /// Those whose service has not answered.
    pub waiting: bool,
}

impl ReferralFilter {
    /// The order in which these are listed.
    pub fn order(&self) -> &'static str {
        if self.waiting { BY_WAIT } else { BY_AGE }
    }
}

fn conditions(viewer: &Viewer, filter: &ReferralFilter) -> Condition {
    use referral::Column as R;
    let mut all = Condition::all().add(R::OrgId.eq(viewer.org()));
    if let Some(view) = filter.view {
        all = all.add(R::CaseId.in_subquery(open_of_view(viewer, view)));
    }
    if !filter.states.is_empty() {
        all = all.add(R::State.is_in(filter.states.iter().copied()));
    }
    if filter.waiting {
        all = all.add(R::WaitingSince.is_not_null());
    }
    all
}

fn by_wait(asked: Asked) -> Keyset<referral::Entity> {
    let (since, id) = (referral::Column::WaitingSince, referral::Column::Id);
    Keyset::new(BY_WAIT, since, id, Order::Asc, asked)
}

fn by_age(asked: Asked) -> Keyset<referral::Entity> {
    let (created, id) = (referral::Column::CreatedAt, referral::Column::Id);
    Keyset::new(BY_AGE, created, id, Order::Desc, asked)
}

/// The place of a row in the list of this order.
pub(super) fn place_of(order: &'static str, row: &referral::Model) -> Cursor {
    let at = match row.waiting_since {
        Some(since) if order == BY_WAIT => since,
        _ => row.created_at,
    };
    Cursor::of_instant(order, at, row.id)
}

/// A page of referrals of cases in reach.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &ReferralFilter,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<referral::Model>, Refusal> {
    if !viewer.might(Act::ReferralView) {
        return Err(Refusal::Forbidden(Why::RoleMayNot));
    }
    let keyset = if filter.waiting {
        by_wait(asked)
    } else {
        by_age(asked)
    };
    viewer
        .select::<referral::Entity>()
        .filter(conditions(viewer, filter))
        .page(&keyset.after(after.map(Cursor::instant).transpose()?))
        .await
}

/// A later page of the referrals of one case, newest first.
pub(super) async fn page_of_case(
    viewer: &Viewer,
    case: Uuid,
    asked: Asked,
    after: &Cursor,
) -> Result<Page<referral::Model>, Refusal> {
    viewer
        .select::<referral::Entity>()
        .filter(referral::Column::CaseId.eq(case))
        .page(&by_age(asked).after(Some(after.instant()?)))
        .await
}

impl OfCases for referral::Entity {
    const ID: referral::Column = referral::Column::Id;
    const CASE: referral::Column = referral::Column::CaseId;
    const AT: referral::Column = referral::Column::CreatedAt;

    fn case_of(row: &referral::Model) -> Uuid {
        row.case_id
    }
}

/// The referral `id`; not found when its case is out of reach (rule 30).
pub(super) async fn one(viewer: &Viewer, id: Uuid) -> Result<referral::Model, Refusal> {
    let found = viewer.select::<referral::Entity>().by_id(id).one().await?;
    found.ok_or(Refusal::NotFound)
}

/// The latest referral of each step that was not entered in error, in one statement.
pub(super) async fn of_steps(
    viewer: &Viewer,
    steps: &[Uuid],
) -> Result<HashMap<Uuid, referral::Model>, Refusal> {
    let rows = viewer
        .select::<referral::Entity>()
        .filter(referral::Column::StepId.is_in(steps.iter().copied()))
        .filter(referral::Column::State.ne(ReferralState::EnteredInError))
        .order(referral::Column::CreatedAt, Order::Asc)
        .order(referral::Column::Id, Order::Asc)
        .all()
        .await?;
    // Later ones take the place of earlier ones.
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.step_id?, row)))
        .collect())
}

/// The referrals of each group that was made together, in one statement.
pub(super) async fn of_groups(
    viewer: &Viewer,
    groups: &[Uuid],
) -> Result<HashMap<Uuid, Vec<referral::Model>>, Refusal> {
    let rows = viewer
        .select::<referral::Entity>()
        .filter(referral::Column::AskedWith.is_in(groups.iter().copied()))
        .order(referral::Column::Id, Order::Asc)
        .all()
        .await?;
    let mut found: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in rows {
        if let Some(group) = row.asked_with {
            found.entry(group).or_default().push(row);
        }
    }
    Ok(found)
}

/// The moves of each referral, oldest first, in one statement.
pub(super) async fn events_of(
    viewer: &Viewer,
    referrals: &[Uuid],
) -> Result<HashMap<Uuid, Vec<referral_event::Model>>, Refusal> {
    let rows = viewer
        .select::<referral_event::Entity>()
        .filter(referral_event::Column::ReferralId.is_in(referrals.iter().copied()))
        .order(referral_event::Column::Id, Order::Asc)
        .all()
        .await?;
    let mut events: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in rows {
        events.entry(row.referral_id).or_default().push(row);
    }
    Ok(events)
}

/// The warm hand-offs of each referral, oldest first, in one statement.
pub(super) async fn hand_offs_of(
    viewer: &Viewer,
    referrals: &[Uuid],
) -> Result<HashMap<Uuid, Vec<warm_hand_off::Model>>, Refusal> {
    let rows = viewer
        .select::<warm_hand_off::Entity>()
        .filter(warm_hand_off::Column::ReferralId.is_in(referrals.iter().copied()))
        .order(warm_hand_off::Column::Id, Order::Asc)
        .all()
        .await?;
    let mut all: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in rows {
        all.entry(row.referral_id).or_default().push(row);
    }
    Ok(all)
}

/// The referrals `ids` that one may see, in one statement.
pub async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<referral::Model>, Refusal> {
    viewer.select::<referral::Entity>().by_ids(ids).all().await
}

/// The moves `ids` that one may see, in one statement.
pub async fn events_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<referral_event::Model>, Refusal> {
    viewer
        .select::<referral_event::Entity>()
        .by_ids(ids)
        .all()
        .await
}
