//! What a case's row adds to its supervisor's counters.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use uuid::Uuid;

use super::board;
use crate::codes;

codes! {
    /// What is counted.
    pub enum Measure {
        /// Open cases of a specialist.
        OpenCases = "open_cases",
        /// Open cases by the day they were opened (rule 150).
        OpenedOn = "opened_on",
        /// Open cases whose plan waits for the young person's voice (rule 65).
        AwaitingVoice = "awaiting_voice",
        /// Open cases by the day their plan is to be reviewed (rule 72).
        ReviewOn = "review_on",
        /// Referrals that wait for an answer.
        ReferralsWaiting = "referrals_waiting",
        /// Open cases by the day of the last contact with the family.
        LastContactOn = "last_contact_on",
        /// Contacts by the Monday of their week, whichever specialist the case has.
        ContactsInWeek = "contacts_in_week",
    }
}

/// One counter: whose cases, what, and for which day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counter {
    /// The supervisor on the case's team.
    pub supervisor: Uuid,
    /// The specialist; nil where there is none.
    pub specialist: Uuid,
    /// What is counted.
    pub measure: Measure,
    /// The day, or [`no_day`].
    pub day: NaiveDate,
}

/// The day of measures that have none.
pub fn no_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default()
}

/// The day that stands for "never".
pub fn never() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default()
}

/// The Monday of the week of `at`, in UTC.
pub fn week_of(at: DateTime<Utc>) -> NaiveDate {
    let day = at.date_naive();
    day - chrono::Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// What `row` adds to the counters. Closed cases add nothing.
pub fn contributions(row: &board::Model) -> BTreeMap<Counter, i32> {
    let mut sums = BTreeMap::new();
    if !row.open {
        return sums;
    }
    let specialist = row.specialist_id.unwrap_or_default();
    let mut add = |measure, day, n: i32| {
        if n != 0 {
            sums.insert(
                Counter {
                    supervisor: row.supervisor_id,
                    specialist,
                    measure,
                    day,
                },
                n,
            );
        }
    };
    add(Measure::OpenCases, no_day(), 1);
    add(Measure::OpenedOn, row.opened_at.date_naive(), 1);
    add(
        Measure::AwaitingVoice,
        no_day(),
        i32::from(row.awaiting_voice),
    );
    add(Measure::ReferralsWaiting, no_day(), row.waiting_referrals);
    add(Measure::LastContactOn, row.last_contact_at.date_naive(), 1);
    if row.next_review_on < never() {
        add(Measure::ReviewOn, row.next_review_on, 1);
    }
    sums
}

/// The signed change of each counter from `before` to `after`.
pub fn difference(
    before: &BTreeMap<Counter, i32>,
    after: &BTreeMap<Counter, i32>,
) -> BTreeMap<Counter, i32> {
    let mut deltas = after.clone();
    for (counter, n) in before {
        *deltas.entry(counter.clone()).or_default() -= n;
    }
    deltas.retain(|_, delta| *delta != 0);
    deltas
}
