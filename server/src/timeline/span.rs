//! The time that is looked at.

use chrono::{DateTime, Utc};
use sea_orm::ColumnTrait;
use sea_orm::Condition;

use crate::error::{FieldCode, Refusal, Wrong};

/// From an instant (with it) to another (without it); open where none is named.
#[derive(Clone, Copy, Debug, Default)]
pub struct Span {
    /// From then on.
    pub from: Option<DateTime<Utc>>,
    /// Before then.
    pub to: Option<DateTime<Utc>>,
}

impl Span {
    /// Refuses a time that ends before it begins.
    pub fn check(self) -> Result<Self, Refusal> {
        if self.from.zip(self.to).is_some_and(|(from, to)| to <= from) {
            let message = "A time ends after it begins.";
            return Err(Wrong::at("to", FieldCode::NotAllowedHere, message).into());
        }
        Ok(self)
    }

    /// What happened within it.
    pub fn holds<C: ColumnTrait>(self, at: C) -> Condition {
        let begun = self.from.map(|from| at.gte(from));
        let not_past = self.to.map(|to| at.lt(to));
        Condition::all().add_option(begun).add_option(not_past)
    }

    /// What began before its end and ended, at `end`, after its beginning. What goes on has
    /// no end, or one that lies far ahead.
    pub fn reached<C: ColumnTrait>(self, begin: C, end: C) -> Condition {
        let before = self.to.map(|to| begin.lt(to));
        let after = self
            .from
            .map(|from| Condition::any().add(end.is_null()).add(end.gte(from)));
        Condition::all().add_option(before).add_option(after)
    }

    /// Whether what lasts from `begin` until `end`, or goes on, reaches into it.
    pub fn has(self, begin: DateTime<Utc>, end: Option<DateTime<Utc>>) -> bool {
        self.to.is_none_or(|to| begin < to)
            && self
                .from
                .is_none_or(|from| end.is_none_or(|end| end >= from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32) -> DateTime<Utc> {
        chrono::NaiveDate::from_ymd_opt(2026, 3, day)
            .unwrap()
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
    }

    #[test]
    fn what_reaches_into_a_time_is_in_it() {
        let span = Span {
            from: Some(at(10)),
            to: Some(at(20)),
        };
        assert!(span.has(at(1), None), "it goes on");
        assert!(span.has(at(1), Some(at(10))));
        assert!(!span.has(at(1), Some(at(9))));
        assert!(!span.has(at(20), None));
        assert!(Span::default().has(at(1), Some(at(2))));
    }

    #[test]
    fn a_time_that_ends_before_it_begins_is_refused() {
        let span = Span {
            from: Some(at(10)),
            to: Some(at(10)),
        };
        assert!(span.check().is_err());
        assert!(Span::default().check().is_ok());
    }
}
