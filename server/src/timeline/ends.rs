//! When what is known of a case begins and ends: how far there is something to look at.

use chrono::{DateTime, Utc};

use super::lanes::agendas_of;
use crate::access::{Trace, Traced, Viewer, Visible};
use crate::cases::CaseRow;
use crate::clocks::entity::clock;
use crate::contacts::entity::support_contact;
use crate::episodes::entity::episode;
use crate::error::Refusal;
use crate::referrals::entity::referral;
use crate::staffings::entity::staffing;
use crate::store::prelude::*;

/// The first and the last instant of something.
#[derive(Clone, Copy, Debug, FromQueryResult)]
struct Ends {
    first: Option<DateTime<Utc>>,
    last: Option<DateTime<Utc>>,
}

impl Traced for Ends {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// The first and the last instant of which a case tells, its opening among them; one
/// statement a kind.
pub(super) async fn ends(
    viewer: &Viewer,
    case: &CaseRow,
) -> Result<(DateTime<Utc>, DateTime<Utc>), Refusal> {
    use support_contact::Column as C;
    use {clock::Column as K, episode::Column as E, referral::Column as R, staffing::Column as S};
    let id = case.case.id;
    let staffed = S::Id
        .in_subquery(agendas_of(id))
        .and(S::Cancelled.eq(false));
    let found = [
        of::<episode::Entity>(
            viewer,
            E::CaseId.eq(id),
            E::InfoReceivedAt,
            E::InfoReceivedAt,
        )
        .await?,
        of::<support_contact::Entity>(viewer, C::CaseId.eq(id), C::OccurredAt, C::OccurredAt)
            .await?,
        of::<referral::Entity>(viewer, R::CaseId.eq(id), R::CreatedAt, R::CreatedAt).await?,
        of::<clock::Entity>(viewer, K::CaseId.eq(id), K::StartedAt, K::DueAt).await?,
        of::<staffing::Entity>(viewer, staffed, S::At, S::At).await?,
    ];
    let opened = case.case.opened_at;
    let known = || found.iter();
    let first = known().filter_map(|ends| ends.first).chain([opened]).min();
    let last = known().filter_map(|ends| ends.last).chain([opened]).max();
    Ok((first.unwrap_or(opened), last.unwrap_or(opened)))
}

async fn of<E: Visible>(
    viewer: &Viewer,
    which: SimpleExpr,
    first: E::Column,
    last: E::Column,
) -> Result<Ends, Refusal> {
    let found = viewer
        .select::<E>()
        .filter(which)
        .shape(|select| {
            select
                .select_only()
                .expr_as(Func::min(first.into_expr()), "first")
                .expr_as(Func::max(last.into_expr()), "last")
        })
        .all_as::<Ends>()
        .await?;
    let none = Ends {
        first: None,
        last: None,
    };
    Ok(found.into_iter().next().unwrap_or(none))
}
