//! The rows of a case that reach into a time, each kind in one statement.

use uuid::Uuid;

use super::span::Span;
use crate::access::{Viewer, Visible};
use crate::cases::CaseRow;
use crate::clocks::entity::clock;
use crate::contacts::entity::support_contact;
use crate::episodes::entity::episode;
use crate::error::Refusal;
use crate::plans::{PlanCourse, course};
use crate::referrals::entity::referral;
use crate::staffings::entity::{staffing, staffing_case};
use crate::store::prelude::*;

/// At most so many of a kind: more is no picture. A shorter time shows the rest.
const MOST: usize = 500;

/// What of a kind lies within a time, the first first.
pub struct Lane<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Whether there is more than was read.
    pub cut: bool,
}

/// All lanes.
pub struct Rows {
    /// Times away.
    pub away: Lane<episode::Model>,
    /// How the plans went.
    pub plans: PlanCourse,
    /// Contacts with the family.
    pub contacts: Lane<support_contact::Model>,
    /// Referrals.
    pub referrals: Lane<referral::Model>,
    /// Staffings that were not cancelled.
    pub staffings: Lane<staffing::Model>,
    /// What is or was due.
    pub clocks: Lane<clock::Model>,
}

/// What of `case` reaches into `span`: a fixed number of statements. A kind that `viewer` may
/// not see is empty.
pub async fn rows(viewer: &Viewer, case: &CaseRow, span: Span) -> Result<Rows, Refusal> {
    let id = case.case.id;
    Ok(Rows {
        away: away(viewer, id, span).await?,
        plans: course(viewer, case, span, MOST).await?,
        contacts: contacts(viewer, id, span).await?,
        referrals: referrals(viewer, id, span).await?,
        staffings: staffings(viewer, id, span).await?,
        clocks: clocks(viewer, id, span).await?,
    })
}

/// Times away.
async fn away(viewer: &Viewer, case: Uuid, span: Span) -> Result<Lane<episode::Model>, Refusal> {
    use episode::Column as C;
    let within = span.reached(C::InfoReceivedAt, C::RecoveredAt);
    read::<episode::Entity>(viewer, within.add(C::CaseId.eq(case)), C::InfoReceivedAt).await
}

/// Contacts with the family.
async fn contacts(
    viewer: &Viewer,
    case: Uuid,
    span: Span,
) -> Result<Lane<support_contact::Model>, Refusal> {
    use support_contact::Column as C;
    let within = span.holds(C::OccurredAt).add(C::CaseId.eq(case));
    read::<support_contact::Entity>(viewer, within, C::OccurredAt).await
}

/// Referrals, by the day on which they were written.
async fn referrals(
    viewer: &Viewer,
    case: Uuid,
    span: Span,
) -> Result<Lane<referral::Model>, Refusal> {
    use referral::Column as C;
    let within = span.holds(C::CreatedAt).add(C::CaseId.eq(case));
    read::<referral::Entity>(viewer, within, C::CreatedAt).await
}

/// Staffings that were not cancelled.
async fn staffings(
    viewer: &Viewer,
    case: Uuid,
    span: Span,
) -> Result<Lane<staffing::Model>, Refusal> {
    use staffing::Column as C;
    let within = span
        .holds(C::At)
        .add(C::Id.in_subquery(agendas_of(case)))
        .add(C::Cancelled.eq(false));
    read::<staffing::Entity>(viewer, within, C::At).await
}

/// The staffings on whose agenda `case` is.
pub(super) fn agendas_of(case: Uuid) -> SelectStatement {
    Query::select()
        .column(staffing_case::Column::StaffingId)
        .from(staffing_case::Entity)
        .and_where(staffing_case::Column::CaseId.eq(case))
        .take()
}

/// What is or was due.
async fn clocks(viewer: &Viewer, case: Uuid, span: Span) -> Result<Lane<clock::Model>, Refusal> {
    use clock::Column as C;
    let within = span
        .reached(C::StartedAt, C::ClosedAt)
        .add(C::CaseId.eq(case));
    read::<clock::Entity>(viewer, within, C::StartedAt).await
}

async fn read<E: Visible>(
    viewer: &Viewer,
    within: Condition,
    at: E::Column,
) -> Result<Lane<E::Model>, Refusal> {
    let mut rows = viewer
        .select::<E>()
        .filter(within)
        .order(at, Order::Asc)
        .limit(MOST as u64 + 1)
        .all()
        .await?;
    let cut = rows.len() > MOST;
    rows.truncate(MOST);
    Ok(Lane { rows, cut })
}
