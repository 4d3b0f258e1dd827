//! When a plan is looked at again: 24 hours, 72 hours and 7 days after it first became
//! active, then three times every 30 days, then every 90 days (rule 72).

use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

use crate::error::Refusal;
use crate::plans::entity::plan_version;
use crate::store::Tx;
use crate::store::prelude::*;

/// Days after the beginning; from the last of them on, every [`EVERY`] days.
const FIRST: [i64; 6] = [1, 3, 7, 30, 60, 90];
const EVERY: i64 = 90;

/// The first day of the cadence after the day of `now`.
fn next(begin: DateTime<Utc>, now: DateTime<Utc>) -> NaiveDate {
    let passed = (now.date_naive() - begin.date_naive()).num_days();
    let first = FIRST.into_iter().find(|day| *day > passed);
    let day = first.unwrap_or((passed / EVERY + 1) * EVERY);
    begin.date_naive() + Duration::days(day)
}

/// When `plan` became active for the first time; `None` before it did.
pub(in crate::plans) async fn first_frozen(
    tx: &Tx,
    plan: Uuid,
) -> Result<Option<DateTime<Utc>>, Refusal> {
    let of_plan = plan_version::Column::PlanId.eq(plan);
    let all = tx.find_all::<plan_version::Entity>(of_plan).await?;
    Ok(all.iter().map(|version| version.frozen_at).min())
}

/// The latest day on which a plan that began then is looked at again.
pub(in crate::plans) fn latest_day(begin: Option<DateTime<Utc>>, now: DateTime<Utc>) -> NaiveDate {
    next(begin.unwrap_or(now), now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_072_the_cadence_is_a_day_three_a_week_three_months_then_quarters() {
        let begin: DateTime<Utc> = "2026-03-04T15:00:00Z".parse().unwrap();
        let mut now = begin;
        let mut days = Vec::new();
        for _ in 0..9 {
            let day = next(begin, now);
            days.push((day - begin.date_naive()).num_days());
            now = day.and_hms_opt(9, 0, 0).unwrap().and_utc();
        }
        assert_eq!(days, [1, 3, 7, 30, 60, 90, 180, 270, 360]);
    }
}
