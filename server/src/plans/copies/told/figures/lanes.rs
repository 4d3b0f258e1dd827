//! A year of a case on one scale, and marks in rows that do not lie on each other.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc};

use crate::paper::{Mark, MarkLook, Row, SCALE, Tick};
use crate::plans::copies::words::Words;
use crate::timeline::Span;

/// So much lies behind, and ahead.
const BEHIND: u64 = 365;
const AHEAD: u64 = 60;

/// Rows of a lane; what finds none free lies on the last.
const MOST: usize = 4;

/// The year behind `today`, and a little of what lies ahead.
pub(super) fn span(today: NaiveDate) -> Span {
    let (from, to) = days(today);
    let begin = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    Span {
        from: Some(begin(from)),
        to: Some(begin(to)),
    }
}

/// Its first day, and the one after its last.
pub(super) fn days(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let from = today.checked_sub_days(Days::new(BEHIND)).unwrap_or(today);
    let to = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    (from, to)
}

/// Something in a lane, in days.
pub(super) struct Lasts {
    pub look: MarkLook,
    pub from: DateTime<Utc>,
    /// The same as `from` for what does not last.
    pub to: DateTime<Utc>,
}

/// Where a day lies on the scale.
pub(super) fn place(day: NaiveDate, today: NaiveDate) -> i32 {
    let (from, to) = days(today);
    let long = (to - from).num_days().max(1);
    let at = (day - from).num_days().clamp(0, long);
    i32::try_from(at * i64::from(SCALE) / long).unwrap_or(SCALE)
}

/// The rows of a lane: the first with its name.
pub(super) fn rows(label: &str, marks: Vec<Lasts>, today: NaiveDate, in_line: bool) -> Vec<Row> {
    // A mark is so wide on the scale.
    let room = SCALE / 50;
    let mut rows: Vec<(i32, Vec<Mark>)> = vec![(i32::MIN, Vec::new())];
    for Lasts { look, from, to } in marks {
        let (from, to) = (
            place(from.date_naive(), today),
            place(to.date_naive(), today),
        );
        let free = rows.iter().position(|(end, _)| *end <= from);
        let free = if in_line { Some(0) } else { free };
        let nth = match free {
            Some(nth) => nth,
            None if rows.len() < MOST => {
                rows.push((i32::MIN, Vec::new()));
                rows.len() - 1
            }
            None => rows.len() - 1,
        };
        if let Some((end, marks)) = rows.get_mut(nth) {
            *end = to + room;
            marks.push(Mark { look, from, to });
        }
    }
    let label = |nth: usize| {
        if nth == 0 {
            label.to_owned()
        } else {
            String::new()
        }
    };
    let named = rows.into_iter().enumerate().map(|(nth, (_, marks))| Row {
        label: label(nth),
        marks,
    });
    named.collect()
}

/// The first day of every third month, and today.
pub(super) fn ticks(today: NaiveDate, words: Words) -> Vec<Tick> {
    let (from, to) = days(today);
    let first = from
        .with_day(1)
        .and_then(|day| day.checked_add_months(Months::new(1)));
    let months = std::iter::successors(first, |day| day.checked_add_months(Months::new(1)))
        .take_while(|day| *day < to)
        .filter(|day| day.month() % 3 == 1);
    let near = |day: &NaiveDate| (*day - today).num_days().abs() < 40;
    let named = months.filter(|day| !near(day)).map(|day| Tick {
        at: place(day, today),
        text: words.day(day),
    });
    let now = Tick {
        at: place(today, today),
        text: words.say("figure", "today").to_owned(),
    };
    named.chain([now]).collect()
}
