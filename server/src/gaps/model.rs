//! For whom something was sought, in closed words, and how much is told of small numbers.

use chrono::{Months, NaiveDate};

use crate::codes;
use crate::directory::model::Capability;
use crate::directory::need::{AgeBand, NeededLanguage};

codes! {
    /// What the number of services means for who seeks one (rule 85).
    pub enum DesertLevel {
        /// None.
        Desert = "desert",
        /// Few.
        Thin = "thin",
        /// More.
        Served = "served",
    }
}

impl DesertLevel {
    /// Of `services`, where up to `thin` are few.
    pub fn of(services: i64, thin: i64) -> Self {
        if services <= 0 {
            Self::Desert
        } else if services <= thin {
            Self::Thin
        } else {
            Self::Served
        }
    }
}

/// The fewest that are told as a number; fewer might point at somebody.
pub const FEWEST: i64 = 5;

/// What is told of a number: nothing below [`FEWEST`], then whole steps of it. An exact number
/// would tell, by the difference of two answers, one that is not told.
pub fn at_least(n: i64) -> Option<i32> {
    let told = n / FEWEST * FEWEST;
    i32::try_from(told).ok().filter(|told| *told > 0)
}

/// The first of the days that are looked back on from `today`: twelve months.
pub fn looked_back(today: NaiveDate) -> NaiveDate {
    today - Months::new(12)
}

/// For whom something is sought. All narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Population {
    /// How old they are.
    pub age: Option<AgeBand>,
    /// What a service has to be able to do, in the vocabulary's order.
    pub accepts: Vec<Capability>,
    /// What is spoken, in the vocabulary's order.
    pub languages: Vec<NeededLanguage>,
}

impl Population {
    /// Its codes, in order.
    pub fn codes(&self) -> impl Iterator<Item = &'static str> {
        let age = self.age.into_iter().map(AgeBand::code);
        let accepts = self.accepts.iter().map(|one| one.code());
        let languages = self.languages.iter().map(|one| one.code());
        age.chain(accepts).chain(languages)
    }

    /// As it is kept: between commas.
    pub fn kept(&self) -> String {
        let codes = self.codes().map(|code| format!("{code},"));
        std::iter::once(",".to_owned()).chain(codes).collect()
    }

    /// From what is kept.
    pub fn read(kept: &str) -> Self {
        let mut found = Self::default();
        for code in kept.split(',') {
            found.age = found.age.or(AgeBand::parse(code));
            found.accepts.extend(Capability::parse(code));
            found.languages.extend(NeededLanguage::parse(code));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_085_none_is_a_desert_and_few_are_thin() {
        let levels: Vec<_> = (0..4).map(|n| DesertLevel::of(n, 2).code()).collect();
        assert_eq!(levels, ["desert", "thin", "thin", "served"]);
        assert_eq!(DesertLevel::of(3, 3), DesertLevel::Thin, "as it is asked");
    }

    #[test]
    fn rule_085_small_numbers_are_not_told_and_others_in_steps() {
        let told = [0, 1, 4, 5, 9, 10, 14].map(at_least);
        let (five, ten) = (Some(5), Some(10));
        assert_eq!(told, [None, None, None, five, five, ten, ten]);
    }

    #[test]
    fn rule_084_what_is_kept_reads_back() {
        let sought = Population {
            age: Some(AgeBand::From13To15),
            accepts: vec![Capability::AcceptsMale, Capability::IcwaCompetent],
            languages: vec![NeededLanguage::Spanish],
        };
        assert_eq!(
            sought.kept(),
            ",age_13_to_15,accepts_male,icwa_competent,spanish,"
        );
        assert_eq!(Population::read(&sought.kept()), sought);
        assert_eq!(
            Population::read(&Population::default().kept()),
            Population::default()
        );
    }
}
