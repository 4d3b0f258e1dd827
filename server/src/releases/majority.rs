//! When somebody comes of age, as precisely as their birth date is known (rule 16).

use chrono::{DateTime, Datelike, Days, Duration, Months, NaiveDate, NaiveTime, Utc};

use crate::disclosures::check::Majority;

const EIGHTEEN: Months = Months::new(12 * 18);
/// A day begins so many hours earlier in Guam than in UTC, and so many later in Samoa.
const FIRST: Duration = Duration::hours(10);
const LAST: Duration = Duration::hours(11);

/// From a birth date as it is written: `2011-04-23`, `2011-04`, `2011`. A year that was
/// guessed is taken for a year. `None` for what is no date.
pub(super) fn majority(birth: &str) -> Option<Majority> {
    let first = |text: String| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
    let (earliest, latest) = match birth.len() {
        10 => {
            let day = first(birth.to_owned())?;
            (day, day)
        }
        7 => {
            let day = first(format!("{birth}-01"))?;
            (day, day + Months::new(1) - Days::new(1))
        }
        4 => {
            let day = first(format!("{birth}-01-01"))?;
            (day, day + Months::new(12) - Days::new(1))
        }
        _ => return None,
    };
    Some(Majority {
        earliest: begin(earliest.checked_add_months(EIGHTEEN)?) - FIRST,
        latest: begin(of_age(latest)?) + LAST,
    })
}

/// Somebody born on a leap day is surely of age on the first of March.
fn of_age(born: NaiveDate) -> Option<NaiveDate> {
    let day = born.checked_add_months(EIGHTEEN)?;
    let shortened = day.day() != born.day();
    day.checked_add_days(Days::new(u64::from(shortened)))
}

fn begin(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(birth: &str) -> Option<(String, String)> {
        let of = majority(birth)?;
        let day = |at: DateTime<Utc>| at.date_naive().to_string();
        Some((day(of.earliest + FIRST), day(of.latest - LAST)))
    }

    fn both(one: &str, other: &str) -> Option<(String, String)> {
        Some((one.to_owned(), other.to_owned()))
    }

    #[test]
    fn rule_016_the_eighteenth_birthday_is_as_precise_as_the_birth_date() {
        assert_eq!(days("2008-04-23"), both("2026-04-23", "2026-04-23"));
        assert_eq!(days("2008-04"), both("2026-04-01", "2026-04-30"));
        assert_eq!(days("2008"), both("2026-01-01", "2026-12-31"));
        assert_eq!(days("2008-02-29"), both("2026-02-28", "2026-03-01"));
        assert_eq!(days("in spring"), None);
        assert_eq!(days("2008-13"), None);
    }
}
