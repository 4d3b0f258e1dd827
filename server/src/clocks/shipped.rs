//! The definitions that ship with the server: the federal set and the states that were
//! read of. Examples, to be checked by an organisation's counsel before they are relied on.

use std::sync::LazyLock;

use super::calendar::Holiday;
use super::definition::{Definition, DefinitionFile};
use crate::cases::model::State;
use crate::error::{Fault, Refusal};

static FEDERAL: LazyLock<Option<DefinitionFile>> =
    LazyLock::new(|| DefinitionFile::parse(include_str!("data/us.toml")).ok());
static STATES: LazyLock<Option<DefinitionFile>> =
    LazyLock::new(|| DefinitionFile::parse(include_str!("data/states.toml")).ok());

/// What ships.
pub(super) struct Shipped {
    federal: &'static DefinitionFile,
    states: &'static DefinitionFile,
}

/// What ships; read once.
pub(super) fn shipped() -> Result<Shipped, Refusal> {
    let broken = || Refusal::from(Fault::Broken("definitions that ship and cannot be read"));
    Ok(Shipped {
        federal: FEDERAL.as_ref().ok_or_else(broken)?,
        states: STATES.as_ref().ok_or_else(broken)?,
    })
}

impl Shipped {
    /// All definitions, with the version of their file.
    pub fn all(&self) -> impl Iterator<Item = (i32, &'static Definition)> {
        let of = |file: &'static DefinitionFile| {
            file.clock.iter().map(move |clock| (file.version, clock))
        };
        of(self.federal).chain(of(self.states))
    }

    /// The definition of this code there, with its version.
    pub fn named(&self, jurisdiction: &str, code: &str) -> Option<(i32, &'static Definition)> {
        self.all()
            .find(|(_, one)| one.jurisdiction == jurisdiction && one.code == code)
    }

    /// The yearly holidays.
    pub fn holidays(&self) -> &'static [Holiday] {
        &self.federal.holiday
    }

    /// The zone of a state: where it has two, that of its capital.
    pub fn zone(&self, state: State) -> Result<&'static str, Refusal> {
        self.states
            .zones
            .get(state.code())
            .map(String::as_str)
            .ok_or(Fault::Broken("a state without a time zone").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_can_be_read() {
        DefinitionFile::parse(include_str!("data/us.toml")).unwrap();
        DefinitionFile::parse(include_str!("data/states.toml")).unwrap();
    }

    #[test]
    fn every_state_has_a_zone_and_every_definition_a_source() {
        let shipped = shipped().unwrap();
        for state in State::ALL {
            shipped.zone(*state).unwrap();
        }
        for (version, one) in shipped.all() {
            assert!(version > 0 && one.source.is_some(), "{}", one.code);
        }
    }

    #[test]
    fn rule_048_no_state_that_ships_asks_for_less_than_the_law_of_the_country() {
        let shipped = shipped().unwrap();
        for (_, one) in shipped.all().filter(|(_, one)| one.jurisdiction != "US") {
            if let Some((_, law)) = shipped.named("US", &one.code)
                && !law.configurable
            {
                assert!(
                    one.is_as_strict_as(law),
                    "{} of {}",
                    one.code,
                    one.jurisdiction
                );
            }
        }
    }
}
