//! What somebody needs, in closed words alone: what a service may be asked and what may be kept
//! of a search, since there is no place in it for a word about anybody (rules 84, 86, 87).

mod graphql;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use graphql::{NeedProfileInput, NeedProfileShown};

use super::model::{Capability, ServiceCategory};
use crate::codes;

codes! {
    /// How old somebody is, as closely as a service needs it; whole years, both ends included.
    pub enum AgeBand {
        Under10 = "age_under_10",
        From10To12 = "age_10_to_12",
        From13To15 = "age_13_to_15",
        From16To17 = "age_16_to_17",
        From18To20 = "age_18_to_20",
        From21To24 = "age_21_to_24",
        From25 = "age_25_and_over",
    }
}

impl AgeBand {
    /// The youngest and the oldest whom a service must take to take all of the band.
    pub fn years(self) -> (i32, i32) {
        match self {
            Self::Under10 => (0, 9),
            Self::From10To12 => (10, 12),
            Self::From13To15 => (13, 15),
            Self::From16To17 => (16, 17),
            Self::From18To20 => (18, 20),
            Self::From21To24 => (21, 24),
            // Who takes people of 25 takes adults.
            Self::From25 => (25, 25),
        }
    }
}

codes! {
    /// A language that a service would have to speak. A closed list, for what is typed might
    /// name somebody.
    pub enum NeededLanguage {
        English = "english",
        Spanish = "spanish",
        AmericanSignLanguage = "american_sign_language",
        Arabic = "arabic",
        Chinese = "chinese",
        French = "french",
        HaitianCreole = "haitian_creole",
        Korean = "korean",
        Navajo = "navajo",
        Portuguese = "portuguese",
        Russian = "russian",
        Somali = "somali",
        Tagalog = "tagalog",
        Vietnamese = "vietnamese",
        /// Any other, by an interpreter.
        ByInterpreter = "by_interpreter",
    }
}

impl NeededLanguage {
    /// Its name, as the directory keeps it; none where no language is named.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::English => "English",
            Self::Spanish => "Spanish",
            Self::AmericanSignLanguage => "American Sign Language",
            Self::Arabic => "Arabic",
            Self::Chinese => "Chinese",
            Self::French => "French",
            Self::HaitianCreole => "Haitian Creole",
            Self::Korean => "Korean",
            Self::Navajo => "Navajo",
            Self::Portuguese => "Portuguese",
            Self::Russian => "Russian",
            Self::Somali => "Somali",
            Self::Tagalog => "Tagalog",
            Self::Vietnamese => "Vietnamese",
            Self::ByInterpreter => return None,
        })
    }
}

/// A need in vocabulary alone: what a service is told before it accepts (rule 87).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedProfile {
    /// What kind of help.
    pub category: ServiceCategory,
    /// For what age.
    pub age_band: Option<AgeBand>,
    /// What the service would have to be able to do, in the vocabulary's order.
    pub accepts: Vec<Capability>,
    /// The languages it would have to speak, in the vocabulary's order.
    pub languages: Vec<NeededLanguage>,
    /// By which day.
    pub needed_by: Option<NaiveDate>,
}

/// Codes as a column keeps them: each once, in the vocabulary's order, with commas between them.
pub(crate) fn joined<T: Copy + Ord>(values: &[T], code: fn(T) -> &'static str) -> String {
    let values: BTreeSet<T> = values.iter().copied().collect();
    let codes: Vec<_> = values.into_iter().map(code).collect();
    codes.join(",")
}

/// The codes of such a column; one that is none (any more) is left out.
pub(crate) fn parted<T>(kept: &str, parse: fn(&str) -> Option<T>) -> Vec<T> {
    kept.split(',').filter_map(parse).collect()
}
