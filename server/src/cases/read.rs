//! Finding cases.

use chrono::{DateTime, Days, Duration, Utc};
use uuid::Uuid;

use super::entity::assignment;
use super::model::CaseStatus;
use super::row::{CaseRow, Flat, shape};
use crate::access::{Act, Class, Viewer, Why, reaches_beyond_own};
use crate::boards::board;
use crate::codes;
use crate::error::Refusal;
use crate::staffings::entity::{staffing, staffing_case};
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

codes! {
    /// Whose cases.
    pub enum CaseView {
        /// Those on whose team one is.
        Mine = "mine",
        /// Those one supervises.
        Team = "team",
    }
}

codes! {
    /// The order of a list of cases.
    pub enum CaseOrder {
        LastContactFirstOldest = "last_contact_first_oldest",
        NextReview = "next_review",
        OpenedNewest = "opened_newest",
    }
}

/// Which cases. Every field narrows; none can ask for a number about a child (rule 2).
#[derive(Clone, Debug, Default)]
pub struct CaseFilter {
    /// Whose.
    pub view: Option<CaseView>,
    /// In which states; when empty, those with work to do.
    pub status: Vec<CaseStatus>,
    /// Of this specialist.
    pub specialist: Option<Uuid>,
    /// Without a specialist.
    pub no_specialist: bool,
    /// Whose plan waits for the young person's voice (rule 65).
    pub without_youth_voice: bool,
    /// Whose plan should have been reviewed before today (rule 72).
    pub review_overdue: bool,
    /// With a referral that waits for an answer.
    pub referral_waiting: bool,
    /// Without contact with the family for this many days.
    pub no_contact_days: Option<i32>,
    /// With a staffing within this many days.
    pub staffing_within_days: Option<i32>,
}

impl CaseFilter {
    /// Refuses those who see no cases, and a question about what one does not see.
    fn check(&self, viewer: &Viewer) -> Result<(), Refusal> {
        let asks_of_work = !self.status.is_empty()
            || self.without_youth_voice
            || self.review_overdue
            || self.referral_waiting
            || self.no_contact_days.is_some()
            || self.staffing_within_days.is_some();
        let may = viewer.might(Act::CaseView) && (!asks_of_work || viewer.sees(Class::Work));
        if may {
            Ok(())
        } else {
            Err(Refusal::Forbidden(Why::RoleMayNot))
        }
    }
}

fn conditions(viewer: &Viewer, filter: &CaseFilter) -> Condition {
    use board::Column as B;
    let now = viewer.app().clock().now();
    let mut all = Condition::all();
    match filter.view {
        None => {}
        // Nothing else is in reach.
        Some(CaseView::Mine) if !reaches_beyond_own(viewer) => {}
        Some(CaseView::Mine) => {
            let mine = Query::select()
                .column(assignment::Column::CaseId)
                .from(assignment::Entity)
                .and_where(assignment::Column::UserId.eq(viewer.user()))
                .and_where(assignment::Column::ToAt.is_null())
                .take();
            all = all.add(B::CaseId.in_subquery(mine));
        }
        Some(CaseView::Team) => {
            all = all
                .add(B::OrgId.eq(viewer.org()))
                .add(B::SupervisorId.eq(viewer.user()))
        }
    }
    all = if filter.status.is_empty() {
        all.add(B::Open.eq(true))
    } else {
        all.add(B::Status.is_in(filter.status.iter().map(|status| status.code())))
    };
    if let Some(specialist) = filter.specialist {
        all = all.add(B::SpecialistId.eq(specialist));
    }
    if filter.no_specialist {
        all = all.add(B::SpecialistId.is_null());
    }
    if filter.without_youth_voice {
        all = all.add(B::AwaitingVoice.eq(true));
    }
    if filter.review_overdue {
        all = all.add(B::NextReviewOn.lt(now.date_naive()));
    }
    if filter.referral_waiting {
        all = all.add(B::WaitingReferrals.gt(0));
    }
    if let Some(days) = filter.no_contact_days {
        // By day, as the dashboard counts: a family last met on the day itself is not in it.
        let days = Days::new(u64::try_from(days).unwrap_or(0));
        let midnight = (now.date_naive() - days)
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
            + Duration::days(1);
        all = all.add(B::LastContactAt.lt(midnight));
    }
    if let Some(days) = filter.staffing_within_days {
        // Not by the board row: its staffing may have gone by since it was written.
        let until = now + Duration::days(i64::from(days));
        all = all.add(B::CaseId.in_subquery(staffed(viewer, now, until)));
    }
    all
}

/// Open cases of the view, as the dashboard counts them.
pub fn open_of_view(viewer: &Viewer, view: CaseView) -> SelectStatement {
    use board::Column as B;
    let mut cases = Query::select();
    cases
        .column(B::CaseId)
        .from(board::Entity)
        .and_where(B::OrgId.eq(viewer.org()))
        .and_where(B::Open.eq(true));
    match view {
        CaseView::Team => cases.and_where(B::SupervisorId.eq(viewer.user())),
        CaseView::Mine => {
            use assignment::Column as A;
            let mine = Query::select()
                .column(A::CaseId)
                .from(assignment::Entity)
                .and_where(A::UserId.eq(viewer.user()))
                .and_where(A::ToAt.is_null())
                .take();
            cases.and_where(B::CaseId.in_subquery(mine))
        }
    };
    cases
}

/// The cases that are staffed from an instant on and before another.
fn staffed(viewer: &Viewer, from: DateTime<Utc>, until: DateTime<Utc>) -> SelectStatement {
    use staffing::Column as S;
    use staffing_case::Column as C;
    let coming = Query::select()
        .column(S::Id)
        .from(staffing::Entity)
        .and_where(S::OrgId.eq(viewer.org()))
        .and_where(S::At.gte(from))
        .and_where(S::At.lt(until))
        .and_where(S::Cancelled.eq(false))
        .take();
    Query::select()
        .column(C::CaseId)
        .from(staffing_case::Entity)
        .and_where(C::StaffingId.in_subquery(coming))
        .take()
}

fn keyset(
    order: CaseOrder,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Keyset<board::Entity>, Refusal> {
    use board::Column as B;
    let name = order.code();
    Ok(match order {
        CaseOrder::LastContactFirstOldest => {
            Keyset::new(name, B::LastContactAt, B::CaseId, Order::Asc, asked)
                .after(after.map(Cursor::instant).transpose()?)
        }
        CaseOrder::NextReview => Keyset::new(name, B::NextReviewOn, B::CaseId, Order::Asc, asked)
            .after(after.map(Cursor::day).transpose()?),
        CaseOrder::OpenedNewest => Keyset::new(name, B::OpenedAt, B::CaseId, Order::Desc, asked)
            .after(after.map(Cursor::instant).transpose()?),
    })
}

/// The place of a row in the list of this order.
pub(super) fn place_of(order: CaseOrder, row: &CaseRow) -> Cursor {
    let (name, id) = (order.code(), row.case.id);
    match order {
        CaseOrder::LastContactFirstOldest => {
            Cursor::of_instant(name, row.board.last_contact_at, id)
        }
        CaseOrder::NextReview => Cursor::of_day(name, row.board.next_review_on, id),
        CaseOrder::OpenedNewest => Cursor::of_instant(name, row.board.opened_at, id),
    }
}

/// A page of cases in reach, in one statement.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &CaseFilter,
    order: CaseOrder,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<CaseRow>, Refusal> {
    filter.check(viewer)?;
    let page = viewer
        .select::<board::Entity>()
        .filter(conditions(viewer, filter))
        .page_joined::<Flat>(&keyset(order, asked, after)?, |select| {
            shape(viewer, select)
        })
        .await?;
    let rows = page
        .rows
        .into_iter()
        .map(|flat| CaseRow::from_flat(viewer, flat))
        .collect::<Result<_, _>>()?;
    Ok(Page {
        rows,
        more: page.more,
        before: page.before,
    })
}

/// How many cases in reach the filter holds.
pub(super) async fn count(viewer: &Viewer, filter: &CaseFilter) -> Result<i64, Refusal> {
    filter.check(viewer)?;
    viewer
        .select::<board::Entity>()
        .filter(conditions(viewer, filter))
        .count()
        .await
}

/// The cases `ids` that are in reach, in one statement.
pub async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<CaseRow>, Refusal> {
    let flats = viewer
        .select::<board::Entity>()
        .filter(board::Column::CaseId.is_in(ids.iter().copied()))
        .shape(|select| shape(viewer, select))
        .all_as::<Flat>()
        .await?;
    flats
        .into_iter()
        .map(|flat| CaseRow::from_flat(viewer, flat))
        .collect()
}

/// The case `id`; not found when it is out of reach (rule 30).
pub async fn one(viewer: &Viewer, id: Uuid) -> Result<CaseRow, Refusal> {
    by_ids(viewer, &[id]).await?.pop().ok_or(Refusal::NotFound)
}
