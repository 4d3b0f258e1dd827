//! Definitions of clocks as data: what a file says, and whether it can be meant (rule 46).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::{Calendar, Holiday};
use super::model::{ClockApplies, ClockTrigger, ClockUnit, NotifiedParty};
use crate::cases::model::{State, TeamRole};

/// The longest time of a clock, in its unit: an hour of a year, or ten years of days.
const MOST: i32 = 8_784;

/// Words in both languages that people read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

/// One definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// What it is, wherever it holds: `missing_le`. Of several with one code, the strictest counts.
    pub code: String,
    /// `US`, or a state's letters.
    pub jurisdiction: String,
    /// What is to be done, in words.
    pub title: Title,
    /// What starts it.
    pub trigger: ClockTrigger,
    /// How long, in [`unit`](Self::unit).
    pub amount: i32,
    /// How the time is counted.
    pub unit: ClockUnit,
    /// To whom.
    pub applies: ClockApplies,
    /// Who on the team sees to it.
    #[serde(default = "specialist")]
    pub responsible: TeamRole,
    /// Who has to be told; a notice to them is its evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<NotifiedParty>,
    /// Runs anew when it has ended, while the young person is missing (rule 59).
    #[serde(default, skip_serializing_if = "is_not")]
    pub recurs: bool,
    /// Runs where the whereabouts are known, too (rule 58).
    #[serde(default, skip_serializing_if = "is_not")]
    pub location_known: bool,
    /// Can be neither waived nor set aside (rule 60).
    #[serde(default, skip_serializing_if = "is_not")]
    pub required: bool,
    /// By how much it can be made longer once, where both offices agree (rule 60).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<i32>,
    /// An organisation's own may be longer than this one: it is practice, not law.
    #[serde(default, skip_serializing_if = "is_not")]
    pub configurable: bool,
    /// Where it is taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// An organisation's own definition that does not hold any more.
    #[serde(default, skip_serializing_if = "is_not")]
    pub retired: bool,
}

fn specialist() -> TeamRole {
    TeamRole::ResourceSpecialist
}

fn is_not(flag: &bool) -> bool {
    !*flag
}

/// A file of definitions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DefinitionFile {
    /// The version of what ships with the server; an organisation's own are numbered as they come.
    #[serde(default)]
    pub version: i32,
    /// Whether the organisation is a federal, state or local official (rule 57).
    pub official: Option<bool>,
    /// The organisation's own time zone, in place of its state's.
    pub zone: Option<String>,
    /// Days on which the organisation's place does no business, beside the yearly ones.
    #[serde(default)]
    pub days_off: BTreeSet<String>,
    /// Yearly holidays.
    #[serde(default)]
    pub holiday: Vec<Holiday>,
    /// The zones of states.
    #[serde(default)]
    pub zones: BTreeMap<String, String>,
    /// The definitions.
    #[serde(default)]
    pub clock: Vec<Definition>,
}

/// Why a file cannot be meant: in words, with the definition it is about.
#[derive(Debug, thiserror::Error)]
pub enum DefinitionFault {
    /// It cannot be read.
    #[error("the file is not as it should be: {0}")]
    Form(Box<toml::de::Error>),
    /// It can be read and not be meant.
    #[error("{0}: {1}")]
    Meaning(String, &'static str),
}

impl DefinitionFile {
    /// Reads a file and checks what it says by itself.
    pub fn parse(text: &str) -> Result<Self, DefinitionFault> {
        let file: Self =
            toml::from_str(text).map_err(|fault| DefinitionFault::Form(fault.into()))?;
        for zone in file.zones.values().chain(&file.zone) {
            if !Calendar::knows(zone) {
                return Err(DefinitionFault::Meaning(
                    zone.clone(),
                    "there is no such time zone",
                ));
            }
        }
        if !file.holiday.iter().all(Holiday::is_whole) {
            let what = "a day of the month, or a weekday and which of the month it is";
            return Err(DefinitionFault::Meaning("holiday".to_owned(), what));
        }
        file.days()?;
        let mut seen = BTreeSet::new();
        for one in &file.clock {
            let named = format!("{} of {}", one.code, one.jurisdiction);
            one.check()
                .map_err(|what| DefinitionFault::Meaning(named.clone(), what))?;
            if !seen.insert(named.clone()) {
                return Err(DefinitionFault::Meaning(named, "it is there twice"));
            }
        }
        Ok(file)
    }

    /// The days off, as days.
    pub fn days(&self) -> Result<BTreeSet<NaiveDate>, DefinitionFault> {
        let day = |text: &String| {
            text.parse()
                .map_err(|_| DefinitionFault::Meaning(text.clone(), "a day is written YYYY-MM-DD"))
        };
        self.days_off.iter().map(day).collect()
    }
}

impl Definition {
    fn check(&self) -> Result<(), &'static str> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if self.code.is_empty() || self.code.len() > 60 || !self.code.chars().all(plain) {
            return Err("a code is of small letters, digits and underlines");
        }
        if self.jurisdiction != "US" && State::parse(&self.jurisdiction).is_none() {
            return Err("the jurisdiction is US or a state's two letters");
        }
        if !(0..=MOST).contains(&self.amount) {
            return Err("the time is between 0 and 8784");
        }
        if self.recurs && self.amount == 0 {
            return Err("what comes again needs time between");
        }
        if self
            .extension
            .is_some_and(|more| !(1..=MOST).contains(&more))
        {
            return Err("what is added is between 1 and 8784");
        }
        for title in [&self.title.en, &self.title.es] {
            if title.trim().is_empty() || title.chars().count() > 200 {
                return Err("a title has between 1 and 200 characters, in both languages");
            }
        }
        if self.responsible == TeamRole::Volunteer {
            return Err("a volunteer cannot be responsible");
        }
        Ok(())
    }

    /// Whether this one asks for the same as `law` or for more (rule 48): as soon, of as many.
    pub(super) fn is_as_strict_as(&self, law: &Self) -> bool {
        let of_as_many = self.applies == law.applies
            || self.applies == ClockApplies::All
            || law.applies == ClockApplies::Recommended;
        !self.retired
            && self.trigger == law.trigger
            && self.unit == law.unit
            && self.amount <= law.amount
            && self.required >= law.required
            && of_as_many
    }
}

#[cfg(test)]
mod tests;
