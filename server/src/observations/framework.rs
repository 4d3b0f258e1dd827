//! Frameworks of trafficking types, and what a type of one is called in another: data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::model::{TraffickingCategory, TraffickingType};
use crate::error::{Fault, Refusal};

static SHIPPED: LazyLock<Option<Frameworks>> =
    LazyLock::new(|| toml::from_str(include_str!("data/trafficking.toml")).ok());

/// What ships.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Frameworks {
    /// The version by which entries are recorded now.
    pub recorded_by: String,
    reading: Vec<Reading>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    framework: String,
    types: BTreeMap<TraffickingType, TraffickingCategory>,
}

/// What ships; read once.
pub(super) fn frameworks() -> Result<&'static Frameworks, Refusal> {
    let broken = Fault::Broken("frameworks that ship and cannot be read");
    SHIPPED.as_ref().ok_or(Refusal::Fault(broken))
}

impl Frameworks {
    /// What `of` is called in the other frameworks that have a word for it.
    pub fn readings(
        &self,
        of: TraffickingType,
    ) -> impl Iterator<Item = (&str, TraffickingCategory)> {
        self.reading.iter().filter_map(move |reading| {
            let category = reading.types.get(&of)?;
            Some((reading.framework.as_str(), *category))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_reads_each_named_type_and_invents_none() {
        let shipped = frameworks().unwrap();
        let read = |of| shipped.readings(of).collect::<Vec<_>>();
        let three = "ncmec-three-types";
        let nonfamilial = vec![(three, TraffickingCategory::Nonfamilial)];
        assert_eq!(read(TraffickingType::PimpControlled), nonfamilial);
        assert_eq!(read(TraffickingType::GangControlled), nonfamilial);
        assert_eq!(
            read(TraffickingType::Familial),
            [(three, TraffickingCategory::Familial)]
        );
        assert_eq!(read(TraffickingType::NotYetKnown), []);
        assert_eq!(read(TraffickingType::Other), []);
    }
}
