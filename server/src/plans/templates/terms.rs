//! Words that are not said of a young person (vocabulary 12.12, rules 9 and 69): what is
//! offered to everybody who writes plans has none of them.

use super::model::Body;
use crate::error::{FieldCode, Refusal, Wrong};

/// Words by how they begin, in the languages that templates are written in.
const BEGINNINGS: &[&str] = &[
    "prostitut",
    "runaway",
    "awol",
    "victim",
    "víctim",
    "rescue",
    "rescat",
    "pimp",
    "proxeneta",
    "client",
    "customer",
    "noncomplian",
    "complian",
    "incumpl",
    "resistant",
    "manipulati",
    "promiscu",
    "confess",
    "confies",
    "disclos",
    "fugad",
    "fugitiv",
    "fail",
    "fracas",
    "relaps",
    "violat",
];

/// Several words, or one that must stand alone.
const PHRASES: &[&str] = &[
    "admitted",
    "admitió",
    "john",
    "on the run",
    "sex worker",
    "survival sex",
    "child porn",
    "refused services",
    "pornografía infantil",
];

/// An avoided word in `text`, if there is one.
pub(super) fn avoided(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase().replace(['-', '_'], " ");
    let words: Vec<_> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let line = format!(" {} ", words.join(" "));
    let begins = |start: &&&str| words.iter().any(|word| word.starts_with(**start));
    let holds = |phrase: &&&str| line.contains(&format!(" {phrase} "));
    let found = BEGINNINGS.iter().find(begins);
    found.or_else(|| PHRASES.iter().find(holds)).copied()
}

/// Refuses a body with an avoided word, each place named.
pub(super) fn refuse(body: &Body) -> Result<(), Refusal> {
    let wrong: Vec<_> = body
        .texts()
        .filter_map(|(path, text)| {
            let word = avoided(text)?;
            let message =
                format!("We do not say “{word}” of a young person. Say it in plain words.");
            Some(Wrong::at(&path, FieldCode::NotAllowedHere, message))
        })
        .collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(wrong))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_009_an_avoided_word_is_found_however_it_is_written() {
        for text in [
            "The runaways came back.",
            "A Non-Compliant youth",
            "on-the-run",
            "La VÍCTIMA llegó",
            "She admitted it",
        ] {
            assert!(avoided(text).is_some(), "{text}");
        }
        assert_eq!(avoided("Johnny runs in the park, and away."), None);
        assert_eq!(avoided("Look at two places that take young adults."), None);
    }
}
