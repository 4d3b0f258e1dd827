//! From what was typed to values: every wrong field is collected with its path, none is
//! thrown at the first.

use async_graphql::ID;
use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use uuid::Uuid;

use crate::error::{FieldCode, Refusal, Wrong};

/// Characters in a line: a name, a phone, a title.
pub const LINE: usize = 200;
/// Characters in a narrative.
pub const STORY: usize = 20_000;

/// How far ahead a day may be that somebody promises something for.
const FURTHEST: Days = Days::new(3653);

/// The day that it still is where the day ends last (UTC−12): somebody in Hawaii may say
/// "today" when in UTC it is tomorrow.
fn still_today(now: DateTime<Utc>) -> NaiveDate {
    (now - Duration::hours(12)).date_naive()
}

/// Collects what is wrong with an input.
#[derive(Default)]
pub struct Check {
    wrong: Vec<Wrong>,
}

impl Check {
    /// Notes a wrong field.
    pub fn wrong(&mut self, path: &str, code: FieldCode, message: &str) {
        self.wrong.push(Wrong::at(path, code, message));
    }

    /// The client's key of a mutation: a uuid of its making.
    pub fn key(&mut self, key: &ID) -> Uuid {
        key.parse().unwrap_or_else(|_| {
            self.wrong(
                "clientMutationKey",
                FieldCode::Malformed,
                "Send a UUID, a new one for each change.",
            );
            Uuid::nil()
        })
    }

    /// A text that must be there, of at most `most` characters. Blank is missing. The
    /// text itself is kept as it was typed (rule 10), but for blanks around a line.
    pub fn text(&mut self, path: &str, text: String, most: usize) -> String {
        if text.trim().is_empty() {
            self.wrong(path, FieldCode::Required, "This is needed.");
        }
        self.length(path, &text, most);
        if most <= LINE {
            text.trim().to_owned()
        } else {
            text
        }
    }

    /// A text that may be absent; blank is absent.
    pub fn maybe(&mut self, path: &str, text: Option<String>, most: usize) -> Option<String> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        self.length(path, &text, most);
        Some(if most <= LINE {
            text.trim().to_owned()
        } else {
            text
        })
    }

    fn length(&mut self, path: &str, text: &str, most: usize) {
        if text.chars().count() > most {
            self.wrong(
                path,
                FieldCode::TooLong,
                &format!("At most {most} characters."),
            );
        }
        if text
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        {
            self.wrong(
                path,
                FieldCode::Malformed,
                "This holds characters that cannot be shown.",
            );
        }
    }

    /// A day that is not over yet anywhere, and not further ahead than a plan reaches.
    pub fn ahead(&mut self, path: &str, day: Option<NaiveDate>, now: DateTime<Utc>) {
        let Some(day) = day else { return };
        if day < still_today(now) {
            self.wrong(path, FieldCode::InThePast, "Choose today or a later day.");
        }
        if day > now.date_naive() + FURTHEST {
            let message = "Choose a day within the next ten years.";
            self.wrong(path, FieldCode::NotAllowedHere, message);
        }
    }

    /// An instant that has been, if one is given.
    pub fn has_been(&mut self, path: &str, at: Option<DateTime<Utc>>, now: DateTime<Utc>) {
        if at.is_some_and(|at| at > now) {
            let message = "Say when it was, not when it will be.";
            self.wrong(path, FieldCode::InTheFuture, message);
        }
    }

    /// A day that has begun: it may be tomorrow already where the day begins first.
    pub fn day_has_been(&mut self, path: &str, day: NaiveDate, now: DateTime<Utc>) {
        if Some(day) > now.date_naive().succ_opt() {
            let message = "Choose today or an earlier day.";
            self.wrong(path, FieldCode::InTheFuture, message);
        }
    }

    /// A day that is not after `latest`, which a rule has set.
    pub fn no_later(&mut self, path: &str, day: Option<NaiveDate>, latest: NaiveDate) {
        if day.is_some_and(|day| day > latest) {
            let message = format!("Choose {latest} or an earlier day.");
            self.wrong(path, FieldCode::NotAllowedHere, &message);
        }
    }

    /// The ids of an input, with a wrong field where one is not known. `open` is
    /// [`crate::graphql::id::field`].
    pub fn id(&mut self, opened: Result<Uuid, Refusal>) -> Result<Uuid, Refusal> {
        match opened {
            Err(Refusal::Invalid(wrong)) => {
                self.wrong.extend(wrong);
                Ok(Uuid::nil())
            }
            other => other,
        }
    }

    /// Refuses when anything was wrong.
    pub fn done(self) -> Result<(), Refusal> {
        if self.wrong.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Invalid(self.wrong))
        }
    }
}
