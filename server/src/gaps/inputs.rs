//! Inputs about what was sought and not found.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject};

use super::model::Population;
use super::read::NeedFilter;
use super::record::UnmetNeedRecord;
use crate::cases::model::State;
use crate::directory::model::{Capability, ServiceCategory};
use crate::directory::need::{AgeBand, NeededLanguage};
use crate::error::{FieldCode, Refusal};
use crate::input::Check;

/// For whom something is sought: groups of people, nobody in particular.
#[derive(InputObject, Default)]
pub struct PopulationInput {
    /// How old they are.
    age_band: Option<AgeBand>,
    /// What a service has to be able to do; where it is hidden is no wish of anybody who seeks.
    accepts: Option<Vec<Capability>>,
    /// What is spoken there; a language by its name.
    languages: Option<Vec<NeededLanguage>>,
}

impl PopulationInput {
    pub(super) fn parse(self, check: &mut Check) -> Population {
        let accepts: BTreeSet<_> = self.accepts.unwrap_or_default().into_iter().collect();
        if accepts.contains(&Capability::ConfidentialLocation) {
            let message = "This is about a place, not about whom it takes.";
            check.wrong("population.accepts", FieldCode::NotAllowedHere, message);
        }
        let languages: BTreeSet<_> = self.languages.unwrap_or_default().into_iter().collect();
        if languages.contains(&NeededLanguage::ByInterpreter) {
            let message = "Name the language that was sought.";
            check.wrong("population.languages", FieldCode::NotAllowedHere, message);
        }
        Population {
            age: self.age_band,
            accepts: accepts.into_iter().collect(),
            languages: languages.into_iter().collect(),
        }
    }
}

/// Which unmet needs; everything narrows.
#[derive(Default, InputObject)]
#[graphql(name = "UnmetNeedFilter")]
pub struct UnmetNeedFilterInput {
    /// What kind of help was sought.
    category: Option<ServiceCategory>,
    /// Where. Only those of which the state is told are found.
    state: Option<State>,
    /// Of tribal programs: by their kind, or because it was sought that they know the Indian Child
    /// Welfare Act.
    tribal: Option<bool>,
    /// For those who are all of this, and perhaps more.
    population: Option<PopulationInput>,
}

impl UnmetNeedFilterInput {
    pub(super) fn parse(self) -> Result<NeedFilter, Refusal> {
        let mut check = Check::default();
        let population = self.population.unwrap_or_default().parse(&mut check);
        check.done()?;
        Ok(NeedFilter {
            category: self.category,
            state: self.state,
            tribal: self.tribal.unwrap_or_default(),
            population,
        })
    }
}

/// Writes down that nothing was found. It takes no name, no words and no case (rule 84).
#[derive(InputObject)]
pub struct UnmetNeedRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// Where it was sought.
    state: State,
    /// The county within the state, by the three digits of its FIPS code.
    county: Option<String>,
    /// What kind of help was sought.
    category: ServiceCategory,
    /// For whom.
    population: Option<PopulationInput>,
}

impl UnmetNeedRecordInput {
    pub(super) fn parse(self) -> Result<UnmetNeedRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let county = self.county.unwrap_or_default();
        let digits = county.len() == 3 && county.bytes().all(|byte| byte.is_ascii_digit());
        if !county.is_empty() && !digits {
            let message = "Write the three digits of the county's FIPS code.";
            check.wrong("county", FieldCode::Malformed, message);
        }
        let population = self.population.unwrap_or_default().parse(&mut check);
        check.done()?;
        Ok(UnmetNeedRecord {
            key,
            state: self.state,
            county,
            category: self.category,
            population,
        })
    }
}
