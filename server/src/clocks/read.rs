//! Finding clocks, the first due first.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveTime};
use uuid::Uuid;

use super::entity::{clock, notice};
use super::model::{ClockState, ClockStatus};
use super::status::standing;
use crate::access::{Act, Trace, Traced, Viewer, Why};
use crate::cases::{CaseView, open_of_view};
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of a list of clocks.
pub(super) const DUE: &str = "clock.due";

/// For how many days a clock that has ended is counted, today included.
const ENDED_DAYS: u64 = 30;

/// Which clocks. All fields narrow.
#[derive(Clone, Debug, Default)]
pub(super) struct ClockFilter {
    /// On whose open cases.
    pub view: Option<CaseView>,
    /// On this case.
    pub case: Option<Uuid>,
    /// That stand so; when empty, those that run.
    pub status: Vec<ClockStatus>,
    /// That run, or ended on this day or later, in UTC.
    pub ended_since: Option<NaiveDate>,
}

fn conditions(viewer: &Viewer, filter: &ClockFilter) -> Condition {
    use clock::Column as C;
    let now = viewer.app().clock().now();
    let mut all = Condition::all().add(C::OrgId.eq(viewer.org()));
    if let Some(view) = filter.view {
        all = all.add(C::CaseId.in_subquery(open_of_view(viewer, view)));
    }
    if let Some(case) = filter.case {
        all = all.add(C::CaseId.eq(case));
    }
    if let Some(day) = filter.ended_since {
        all = all.add(C::ClosedAt.gte(day.and_time(NaiveTime::MIN).and_utc()));
    }
    if filter.status.is_empty() {
        return all.add(C::State.eq(ClockState::Open));
    }
    let stand = filter.status.iter().fold(Condition::any(), |any, status| {
        any.add(standing(*status, now))
    });
    all.add(stand)
}

/// The place of a clock in the list.
pub(super) fn place_of(row: &clock::Model) -> Cursor {
    Cursor::of_instant(DUE, row.due_at, row.id)
}

/// A page of clocks.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &ClockFilter,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<clock::Model>, Refusal> {
    use clock::Column as C;
    if !viewer.might(Act::ClockView) {
        return Err(Refusal::Forbidden(Why::RoleMayNot));
    }
    let keyset = Keyset::new(DUE, C::DueAt, C::Id, Order::Asc, asked)
        .after(after.map(Cursor::instant).transpose()?);
    viewer
        .select::<clock::Entity>()
        .filter(conditions(viewer, filter))
        .page(&keyset)
        .await
}

/// Those of the clocks `ids` that are in reach.
pub(super) async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<clock::Model>, Refusal> {
    viewer.select::<clock::Entity>().by_ids(ids).all().await
}

/// The running clocks of `cases`, the first due first, in one statement.
pub(super) async fn running_of(
    viewer: &Viewer,
    cases: &[Uuid],
) -> Result<HashMap<Uuid, Vec<clock::Model>>, Refusal> {
    let rows = viewer
        .select::<clock::Entity>()
        .filter(clock::Column::CaseId.is_in(cases.iter().copied()))
        .filter(clock::Column::State.eq(ClockState::Open))
        .order(clock::Column::DueAt, Order::Asc)
        .order(clock::Column::Id, Order::Asc)
        .all()
        .await?;
    let mut of: HashMap<Uuid, Vec<clock::Model>> = HashMap::new();
    for row in rows {
        of.entry(row.case_id).or_default().push(row);
    }
    Ok(of)
}

/// The notices `ids`, in one statement.
pub async fn notices_by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<notice::Model>, Refusal> {
    viewer.select::<notice::Entity>().by_ids(ids).all().await
}

/// The numbers of clocks of a supervisor's teams.
#[derive(Clone, Copy, Debug, Default, FromQueryResult)]
pub(super) struct Counts {
    pub not_due: Option<i64>,
    pub due_soon: Option<i64>,
    pub overdue: Option<i64>,
    pub met: Option<i64>,
    pub met_late: Option<i64>,
    pub waived: Option<i64>,
    pub not_applicable: Option<i64>,
}

impl Traced for Counts {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// The first day of those on which a clock that has ended is counted.
pub(super) fn ended_since(viewer: &Viewer) -> NaiveDate {
    viewer.app().clock().now().date_naive() - Days::new(ENDED_DAYS - 1)
}

/// Counts in one statement over a range of the index: running clocks, and those that ended
/// within the last 30 days. The conditions are those of the list, so that each number is
/// that of exactly its rows.
pub(super) async fn counts(viewer: &Viewer) -> Result<Counts, Refusal> {
    viewer.may(Act::BoardView)?;
    let now = viewer.app().clock().now();
    let since = ended_since(viewer).and_time(NaiveTime::MIN).and_utc();
    let found = viewer
        .select::<clock::Entity>()
        .filter(clock::Column::OrgId.eq(viewer.org()))
        .filter(clock::Column::CaseId.in_subquery(open_of_view(viewer, CaseView::Team)))
        .filter(clock::Column::ClosedAt.gte(since))
        .shape(|select| {
            ClockStatus::ALL
                .iter()
                .fold(select.select_only(), |select, status| {
                    let one = Expr::case(standing(*status, now), 1).finally(0);
                    select.expr_as(Func::sum(one).cast_as("bigint"), status.code())
                })
        })
        .all_as::<Counts>()
        .await?;
    Ok(found.into_iter().next().unwrap_or_default())
}
