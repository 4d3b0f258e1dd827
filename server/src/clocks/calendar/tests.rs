use chrono::Weekday as Day;
use proptest::prelude::*;

use super::super::shipped::shipped;
use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn place(zone: &str) -> Calendar {
    Calendar::of(zone, shipped().unwrap().holidays(), BTreeSet::new()).unwrap()
}

fn texas() -> Calendar {
    place("America/Chicago")
}

#[test]
fn rule_047_twenty_four_hours_are_elapsed_hours_across_both_changes_of_the_clocks() {
    // The night of the 8th of March 2026 has 23 hours, that of the 1st of November 25.
    for (start, due) in [
        ("2026-03-07T20:00:00Z", "2026-03-08T20:00:00Z"),
        ("2026-10-31T20:00:00Z", "2026-11-01T20:00:00Z"),
        ("2026-06-01T12:00:00.000001Z", "2026-06-02T12:00:00.000001Z"),
    ] {
        let due_at = texas()
            .after(at(start), 24, ClockUnit::ElapsedHours)
            .unwrap();
        assert_eq!(due_at, at(due), "{start}");
    }
}

#[test]
fn rule_046_calendar_days_keep_the_time_of_day() {
    let month = |start: &str, days| {
        texas()
            .after(at(start), days, ClockUnit::CalendarDays)
            .unwrap()
    };
    // Noon in Texas is 18:00 in winter and 17:00 in summer.
    assert_eq!(
        month("2026-03-01T18:00:00Z", 30),
        at("2026-03-31T17:00:00Z")
    );
    assert_eq!(
        month("2026-10-15T17:00:00Z", 30),
        at("2026-11-14T18:00:00Z")
    );
    // Over the end of February, of a year and of a leap year.
    assert_eq!(
        month("2026-01-31T18:00:00Z", 30),
        at("2026-03-02T18:00:00Z")
    );
    assert_eq!(
        month("2026-12-15T18:00:00Z", 30),
        at("2027-01-14T18:00:00Z")
    );
    assert_eq!(month("2028-02-28T18:00:00Z", 1), at("2028-02-29T18:00:00Z"));
    // Half past two does not exist on the 8th of March: it is an hour later.
    assert_eq!(month("2026-03-07T08:30:00Z", 1), at("2026-03-08T08:30:00Z"));
    // Half past one is twice on the 1st of November: the first one counts.
    assert_eq!(month("2026-10-31T06:30:00Z", 1), at("2026-11-01T06:30:00Z"));
}

#[test]
fn rule_046_business_days_leave_out_weekends_and_holidays() {
    let days = |start: &str, n| {
        texas()
            .after(at(start), n, ClockUnit::BusinessDays)
            .unwrap()
    };
    for (start, n, due) in [
        ("2026-03-04T15:00:00Z", 1, "2026-03-05T15:00:00Z"), // Wednesday
        ("2026-03-06T15:00:00Z", 1, "2026-03-09T14:00:00Z"), // Friday, over the change of the clocks
        ("2026-03-07T15:00:00Z", 1, "2026-03-10T05:00:00Z"), // Saturday: begins on Monday
        ("2026-03-02T15:00:00Z", 5, "2026-03-09T14:00:00Z"), // a week
        ("2026-11-25T16:00:00Z", 1, "2026-11-27T16:00:00Z"), // over Thanksgiving
        ("2026-07-02T15:00:00Z", 1, "2026-07-06T15:00:00Z"), // the 4th is a Saturday, kept on Friday
        ("2026-12-24T16:00:00Z", 1, "2026-12-28T16:00:00Z"), // Christmas is a Friday
        ("2027-12-30T16:00:00Z", 1, "2028-01-03T16:00:00Z"), // New Year is a Saturday, kept on Friday
        ("2026-05-22T15:00:00Z", 1, "2026-05-26T15:00:00Z"), // Memorial Day is the last Monday of May
    ] {
        assert_eq!(days(start, n), at(due), "{start}");
    }
}

#[test]
fn rule_046_a_days_end_is_where_the_office_is() {
    let day = "2026-03-08".parse().unwrap();
    assert_eq!(texas().end_of(day).unwrap(), at("2026-03-09T05:00:00Z"));
    let hawaii = place("Pacific/Honolulu");
    assert_eq!(hawaii.end_of(day).unwrap(), at("2026-03-09T10:00:00Z"));
}

#[test]
fn rule_046_an_offices_own_days_off_are_no_business_days() {
    let off = BTreeSet::from(["2026-03-05".parse().unwrap()]);
    let office = Calendar::of("America/Chicago", shipped().unwrap().holidays(), off).unwrap();
    let due = office.after(at("2026-03-04T15:00:00Z"), 1, ClockUnit::BusinessDays);
    assert_eq!(due.unwrap(), at("2026-03-06T15:00:00Z"));
}

/// The days of a year without business, told by another way than the code's.
fn closed(day: NaiveDate) -> bool {
    let fixed = [(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)];
    let is_fixed = |d: NaiveDate| fixed.contains(&(d.month(), d.day()));
    let nth = (day.day() - 1) / 7 + 1;
    let last = day.day() + 7 > 31;
    let moving = match (day.month(), day.weekday()) {
        (1 | 2, Day::Mon) => nth == 3,
        (5, Day::Mon) => last,
        (9, Day::Mon) => nth == 1,
        (10, Day::Mon) => nth == 2,
        (11, Day::Thu) => nth == 4,
        _ => false,
    };
    matches!(day.weekday(), Day::Sat | Day::Sun)
        || is_fixed(day)
        || moving
        || (day.weekday() == Day::Fri && is_fixed(day.succ_opt().unwrap()))
        || (day.weekday() == Day::Mon && is_fixed(day.pred_opt().unwrap()))
}

/// The wall time in Texas by the law of 2007: summer from the second Sunday of March to the
/// first of November, at two in the morning.
fn wall(at: DateTime<Utc>) -> chrono::NaiveDateTime {
    let sunday = |month, nth: u8| {
        NaiveDate::from_weekday_of_month_opt(at.year(), month, Day::Sun, nth).unwrap()
    };
    let begins = sunday(3, 2).and_hms_opt(8, 0, 0).unwrap().and_utc();
    let ends = sunday(11, 1).and_hms_opt(7, 0, 0).unwrap().and_utc();
    let offset = if begins <= at && at < ends { 5 } else { 6 };
    (at - Duration::hours(offset)).naive_utc()
}

proptest! {
    /// From 2008 to 2090, against the oracle above.
    #[test]
    fn rule_046_business_days_agree_with_counting_by_hand(seconds in 1_200_000_000_i64..3_800_000_000, n in 0_i32..12) {
        let start = DateTime::from_timestamp(seconds, 0).unwrap();
        let due = texas().after(start, n, ClockUnit::BusinessDays).unwrap();
        let here = wall(start);
        let (mut day, mut time) = (here.date(), here.time());
        if closed(day) {
            time = chrono::NaiveTime::MIN;
            while closed(day) {
                day = day.succ_opt().unwrap();
            }
        }
        for _ in 0..n {
            day = day.succ_opt().unwrap();
            while closed(day) {
                day = day.succ_opt().unwrap();
            }
        }
        // No change of the clocks is on a business day, so that each has each time once.
        prop_assert_eq!(wall(due), day.and_time(time));
    }

    #[test]
    fn rule_046_calendar_days_agree_with_counting_by_hand(seconds in 1_200_000_000_i64..3_800_000_000, n in 0_i32..400) {
        let start = DateTime::from_timestamp(seconds, 0).unwrap();
        let due = texas().after(start, n, ClockUnit::CalendarDays).unwrap();
        let (wanted, got) = (wall(start) + Duration::days(i64::from(n)), wall(due));
        // A time that a change leaves out comes an hour later.
        prop_assert!(got == wanted || got == wanted + Duration::hours(1), "{} {}", wanted, got);
        if got != wanted {
            prop_assert_eq!((got.month(), got.weekday()), (3, Day::Sun));
        }
    }

    #[test]
    fn rule_047_elapsed_hours_know_no_zone(seconds in 0_i64..4_000_000_000, hours in 0_i32..8_784) {
        let start = DateTime::from_timestamp(seconds, 0).unwrap();
        for zone in ["America/Chicago", "Pacific/Guam", "America/Phoenix"] {
            let due = place(zone).after(start, hours, ClockUnit::ElapsedHours).unwrap();
            prop_assert_eq!(due - start, Duration::hours(i64::from(hours)));
        }
    }
}
