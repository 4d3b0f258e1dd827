//! When a clock is due: elapsed, calendar and business time (rules 46, 47).
//!
//! Instants are UTC everywhere; a zone is needed only to say what a day is. `jiff` brings
//! the zones with it (chrono has none), and knows which wall times a change of the clocks
//! leaves out or repeats.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use jiff::civil::{self, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use serde::Deserialize;

use super::model::ClockUnit;
use crate::error::{Fault, Refusal};

/// A yearly holiday: a day of a month, or the nth weekday of one (-1 is the last).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holiday {
    month: i8,
    day: Option<i8>,
    weekday: Option<String>,
    nth: Option<i8>,
}

impl Holiday {
    /// The day in `year`, and the one on which it is kept: the Friday before a Saturday,
    /// the Monday after a Sunday.
    fn kept(&self, year: i16) -> Option<(civil::Date, civil::Date)> {
        let first = civil::Date::new(year, self.month, self.day.unwrap_or(1)).ok()?;
        let day = match (&self.weekday, self.nth) {
            (Some(name), Some(nth)) => first.nth_weekday_of_month(nth, weekday(name)?).ok()?,
            _ => first,
        };
        let kept = match day.weekday() {
            Weekday::Saturday => day.yesterday().ok()?,
            Weekday::Sunday => day.tomorrow().ok()?,
            _ => day,
        };
        Some((day, kept))
    }

    /// Whether it can be told when it is.
    pub fn is_whole(&self) -> bool {
        self.kept(2026).is_some() && self.day.is_some() != self.weekday.is_some()
    }
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        _ => return None,
    })
}

/// The days of one place.
pub(super) struct Calendar {
    zone: TimeZone,
    yearly: &'static [Holiday],
    days: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// The calendar of a zone by its IANA name, with yearly holidays and single ones.
    pub fn of(
        zone: &str,
        yearly: &'static [Holiday],
        days: BTreeSet<NaiveDate>,
    ) -> Result<Self, Refusal> {
        let zone = TimeZone::get(zone).map_err(|_| Fault::Broken("a time zone that is none"))?;
        Ok(Self { zone, yearly, days })
    }

    /// Whether there is a zone of this name.
    pub fn knows(zone: &str) -> bool {
        TimeZone::get(zone).is_ok()
    }

    /// The instant that lies `amount` units after `start`. What starts on a day without
    /// business starts when the next business day begins.
    pub fn after(
        &self,
        start: DateTime<Utc>,
        amount: i32,
        unit: ClockUnit,
    ) -> Result<DateTime<Utc>, Refusal> {
        match unit {
            ClockUnit::ElapsedHours => Some(start + Duration::hours(i64::from(amount))),
            ClockUnit::CalendarDays => self.calendar_days(start, amount),
            ClockUnit::BusinessDays => self.business_days(start, amount),
        }
        .ok_or(Fault::Broken("a time out of range").into())
    }

    /// The last moment of `day` here.
    pub fn end_of(&self, day: NaiveDate) -> Result<DateTime<Utc>, Refusal> {
        let end = || {
            let year = i16::try_from(day.year()).ok()?;
            let (month, day) = (
                i8::try_from(day.month()).ok()?,
                i8::try_from(day.day()).ok()?,
            );
            let next = civil::Date::new(year, month, day).ok()?.tomorrow().ok()?;
            instant(
                &self
                    .zone
                    .to_zoned(next.to_datetime(civil::Time::midnight()))
                    .ok()?,
            )
        };
        end().ok_or(Fault::Broken("a time out of range").into())
    }

    fn here(&self, at: DateTime<Utc>) -> Option<Zoned> {
        let at = Timestamp::from_microsecond(at.timestamp_micros()).ok()?;
        Some(at.to_zoned(self.zone.clone()))
    }

    fn calendar_days(&self, start: DateTime<Utc>, amount: i32) -> Option<DateTime<Utc>> {
        instant(&self.here(start)?.checked_add(amount.days()).ok()?)
    }

    fn business_days(&self, start: DateTime<Utc>, amount: i32) -> Option<DateTime<Utc>> {
        let start = self.here(start)?;
        let (mut day, mut time) = (start.date(), start.time());
        if !self.is_business(day) {
            day = self.next_business(day)?;
            time = civil::Time::midnight();
        }
        for _ in 0..amount {
            day = self.next_business(day)?;
        }
        instant(&self.zone.to_zoned(day.to_datetime(time)).ok()?)
    }

    fn next_business(&self, day: civil::Date) -> Option<civil::Date> {
        let mut next = day.tomorrow().ok()?;
        while !self.is_business(next) {
            next = next.tomorrow().ok()?;
        }
        Some(next)
    }

    fn is_business(&self, day: civil::Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        // The first of January of the next year may be kept on the last of December.
        let years = [day.year(), day.year().saturating_add(1)];
        let yearly = || {
            let kept = |holiday: &Holiday| {
                years
                    .into_iter()
                    .filter_map(|year| holiday.kept(year))
                    .any(|(on, kept)| on == day || kept == day)
            };
            self.yearly.iter().any(kept)
        };
        let single = || {
            let (year, month, day) = (day.year(), day.month(), day.day());
            let parts = (u32::try_from(month), u32::try_from(day));
            let (Ok(month), Ok(day)) = parts else {
                return false;
            };
            NaiveDate::from_ymd_opt(i32::from(year), month, day)
                .is_some_and(|day| self.days.contains(&day))
        };
        !weekend && !yearly() && !single()
    }
}

fn instant(zoned: &Zoned) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_micros(zoned.timestamp().as_microsecond())
}

#[cfg(test)]
mod tests;
