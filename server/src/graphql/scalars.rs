//! Scalars, each with the text that specifies it.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::NaiveDate;

/// A day without a time or a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub NaiveDate);

impl From<NaiveDate> for Day {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

/// A day without a time or a zone, as `2026-03-31` (full-date of RFC 3339).
#[Scalar(
    name = "Date",
    specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"
)]
impl ScalarType for Day {
    fn parse(value: Value) -> InputValueResult<Self> {
        // The length keeps out what chrono would take and the RFC would not: a sign, a short year.
        match &value {
            Value::String(text) if text.len() == 10 => text
                .parse()
                .map(Self)
                .map_err(|_| InputValueError::custom("a day is written YYYY-MM-DD")),
            _ => Err(InputValueError::custom("a day is written YYYY-MM-DD")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let day = Day(NaiveDate::from_ymd_opt(2026, 3, 31).unwrap());
        assert_eq!(day.to_value(), Value::from("2026-03-31"));
        assert_eq!(Day::parse(day.to_value()).unwrap(), day);
    }

    #[test]
    fn takes_nothing_else() {
        for text in [
            "",
            "2026-3-1",
            "2026-02-30",
            "+12026-01-1",
            "31.03.2026",
            "2026-03-31T00:00:00Z",
        ] {
            assert!(Day::parse(Value::from(text)).is_err(), "{text}");
        }
        assert!(Day::parse(Value::from(20_260_331)).is_err());
    }
}
