//! The numbers of the supervisor's dashboard, from kept counters in one statement. Each
//! goes by the same days as the list it leads to (`cases/read.rs`, `contacts/read.rs`), so
//! that it is the number of exactly that list's rows.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use uuid::Uuid;

use super::contributions::{Measure, no_day, week_of};
use super::{tally, tally_delta};
use crate::access::{Act, Trace, Traced, Viewer};
use crate::error::Refusal;
use crate::store::prelude::*;

/// Weeks of contacts that are shown, this one included.
pub(super) const WEEKS: u64 = 12;
/// Days in which a case is new (rule 150).
const NEW_DAYS: u64 = 30;

/// A specialist's work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Load {
    /// Open cases.
    pub open: i64,
    /// Those of them that were opened within the last 30 days.
    pub new: i64,
}

/// The numbers of a supervisor's teams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures {
    /// By specialist; nil is the cases without one.
    pub loads: BTreeMap<Uuid, Load>,
    /// Cases whose plan waits for the young person's voice.
    pub without_youth_voice: i64,
    /// Cases whose plan should have been reviewed before today.
    pub reviews_overdue: i64,
    /// Referrals whose service has not answered.
    pub referrals_waiting: i64,
    /// Cases without contact with the family for 14 days.
    pub no_contact_14: i64,
    /// Cases without contact with the family for 30 days.
    pub no_contact_30: i64,
    /// Contacts by Monday, the oldest week first, empty weeks too.
    pub contacts: BTreeMap<NaiveDate, i64>,
}

/// One sum: a measure, whose where that matters, and for when where that matters.
#[derive(FromQueryResult)]
struct Sum {
    measure: String,
    who: Uuid,
    bucket: NaiveDate,
    n: i64,
}

impl Traced for Sum {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// The days by which it is counted.
struct Marks {
    today: NaiveDate,
    new_since: NaiveDate,
    before_14: NaiveDate,
    before_30: NaiveDate,
    first_week: NaiveDate,
}

impl Marks {
    fn at(now: DateTime<Utc>) -> Self {
        let today = now.date_naive();
        Self {
            today,
            new_since: today - Days::new(NEW_DAYS - 1),
            before_14: today - Days::new(14),
            before_30: today - Days::new(30),
            first_week: week_of(now) - Days::new(7 * (WEEKS - 1)),
        }
    }

    /// The counters that count.
    fn wanted<C: ColumnTrait>(&self, measure: C, day: C) -> Condition {
        let is = |wanted: Measure| measure.eq(wanted.code());
        Condition::any()
            .add(is(Measure::OpenCases))
            .add(is(Measure::AwaitingVoice))
            .add(is(Measure::ReferralsWaiting))
            .add(is(Measure::OpenedOn).and(day.gte(self.new_since)))
            .add(is(Measure::ReviewOn).and(day.lt(self.today)))
            .add(is(Measure::LastContactOn).and(day.lte(self.before_14)))
            .add(is(Measure::ContactsInWeek).and(day.gte(self.first_week)))
    }

    /// Measure, whose, for when, how many: the columns of [`Sum`] before they are summed.
    fn columns<E: EntityTrait<Column = C>, C: ColumnTrait>(
        &self,
        select: Select<E>,
        [measure, who, day, n]: [C; 4],
    ) -> Select<E> {
        let by_person = measure.is_in([Measure::OpenCases.code(), Measure::OpenedOn.code()]);
        let by_week = measure.eq(Measure::ContactsInWeek.code());
        let long_ago = measure
            .eq(Measure::LastContactOn.code())
            .and(day.lte(self.before_30));
        let column = |column: C| Expr::col(column.as_column_ref());
        select
            .select_only()
            .expr_as(column(measure), "measure")
            .expr_as(
                Expr::case(by_person, column(who)).finally(Uuid::nil()),
                "who",
            )
            .expr_as(
                Expr::case(by_week, column(day))
                    .case(long_ago, self.before_30)
                    .finally(no_day()),
                "bucket",
            )
            .expr_as(column(n), "n")
            .filter(self.wanted(measure, day))
    }
}

/// The sums of folded counters and of changes that wait to be folded: in one statement,
/// for a fold between two would count twice or not at all.
async fn sums(viewer: &Viewer, marks: &Marks) -> Result<Vec<Sum>, Refusal> {
    use {tally::Column as T, tally_delta::Column as D};
    let kept = viewer
        .select::<tally::Entity>()
        .shape(|select| marks.columns(select, [T::Measure, T::SpecialistId, T::Day, T::N]));
    let waiting = viewer
        .select::<tally_delta::Entity>()
        .shape(|select| marks.columns(select, [D::Measure, D::SpecialistId, D::Day, D::Delta]));
    kept.with(waiting, |both| {
        Query::select()
            .columns(["measure", "who", "bucket"])
            .expr_as(Func::sum(Expr::col("n")).cast_as("bigint"), "n")
            .from_subquery(both, "counters")
            .group_by_columns(["measure", "who", "bucket"])
            .take()
    })
    .await
}

/// The numbers of one's teams now.
pub(super) async fn figures(viewer: &Viewer) -> Result<Figures, Refusal> {
    viewer.may(Act::BoardView)?;
    let now = viewer.app().clock().now();
    let marks = Marks::at(now);
    let mut figures = Figures {
        contacts: (0..WEEKS)
            .map(|week| (marks.first_week + Days::new(7 * week), 0))
            .collect(),
        ..Figures::default()
    };
    for sum in sums(viewer, &marks).await? {
        match Measure::parse(&sum.measure) {
            Some(Measure::OpenCases) => figures.loads.entry(sum.who).or_default().open += sum.n,
            Some(Measure::OpenedOn) => figures.loads.entry(sum.who).or_default().new += sum.n,
            Some(Measure::AwaitingVoice) => figures.without_youth_voice += sum.n,
            Some(Measure::ReviewOn) => figures.reviews_overdue += sum.n,
            Some(Measure::ReferralsWaiting) => figures.referrals_waiting += sum.n,
            Some(Measure::LastContactOn) => {
                figures.no_contact_14 += sum.n;
                if sum.bucket == marks.before_30 {
                    figures.no_contact_30 += sum.n;
                }
            }
            Some(Measure::ContactsInWeek) => {
                // A week that has not begun has no contacts yet.
                if let Some(n) = figures.contacts.get_mut(&sum.bucket) {
                    *n += sum.n;
                }
            }
            None => {}
        }
    }
    Ok(figures)
}
