//! By when a request is to be answered first (rule 115).

use chrono::{DateTime, Datelike, Days, Duration, NaiveTime, Utc, Weekday};

use super::model::Urgency;

/// After a child was just found.
const JUST_FOUND: Duration = Duration::hours(4);

/// Four elapsed hours when a child was just found, whatever the hour and the day;
/// otherwise the same time on the next business day. What comes on a weekend counts as
/// come when Monday begins. Days are UTC days; public holidays are not known.
pub(super) fn first_response(received: DateTime<Utc>, urgency: Urgency) -> DateTime<Utc> {
    match urgency {
        Urgency::ChildJustFound => received + JUST_FOUND,
        Urgency::Urgent | Urgency::Routine => after_one_business_day(received),
    }
}

fn after_one_business_day(received: DateTime<Utc>) -> DateTime<Utc> {
    let (day, time) = (received.date_naive(), received.time());
    let (days, time) = match day.weekday() {
        Weekday::Fri => (3, time),
        Weekday::Sat => (3, NaiveTime::MIN),
        Weekday::Sun => (2, NaiveTime::MIN),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu => (1, time),
    };
    (day + Days::new(days)).and_time(time).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn rule_115_four_hours_when_a_child_was_just_found() {
        // A Saturday night: no weekend, no midnight stands in the way.
        assert_eq!(
            first_response(at("2026-03-07T22:30:00Z"), Urgency::ChildJustFound),
            at("2026-03-08T02:30:00Z")
        );
    }

    #[test]
    fn rule_115_one_business_day_otherwise() {
        for (received, due) in [
            ("2026-03-04T15:00:00Z", "2026-03-05T15:00:00Z"), // Wednesday
            ("2026-03-05T23:59:00Z", "2026-03-06T23:59:00Z"), // Thursday
            ("2026-03-06T15:00:00Z", "2026-03-09T15:00:00Z"), // Friday
            ("2026-03-07T09:00:00Z", "2026-03-10T00:00:00Z"), // Saturday
            ("2026-03-08T23:00:00Z", "2026-03-10T00:00:00Z"), // Sunday
            ("2026-03-09T00:00:00Z", "2026-03-10T00:00:00Z"), // Monday
        ] {
            for urgency in [Urgency::Urgent, Urgency::Routine] {
                assert_eq!(first_response(at(received), urgency), at(due), "{received}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn rule_115_due_on_a_business_day_and_never_sooner_than_a_day(seconds in 0..4_000_000_000_i64) {
            let received = DateTime::from_timestamp(seconds, 0).unwrap();
            let due = first_response(received, Urgency::Routine);
            proptest::prop_assert!(!matches!(due.weekday(), Weekday::Sat | Weekday::Sun));
            proptest::prop_assert!(due - received >= Duration::days(1));
            proptest::prop_assert!(due - received <= Duration::days(3));
        }
    }
}
