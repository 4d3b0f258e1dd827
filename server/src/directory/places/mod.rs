//! Where services are, of those whose location may be told. What is told to nobody (rule 45) has
//! no row here, and so no distance, no order and no filter tells where it is; where a row were
//! left by mistake, no query here reads it.

mod cities;
mod entity;
mod near;

pub(super) use cities::{DirectoryPlace, cities};
pub(super) use entity::{service_county, service_place};
pub(super) use near::{Near, meters, point};

use super::entity::service_capability;
use super::model::Capability;
use crate::store::prelude::*;

/// The services whose location is told to nobody.
fn hidden() -> SelectStatement {
    use service_capability::Column as C;
    Query::select()
        .column(C::ServiceId)
        .from(service_capability::Entity)
        .and_where(C::Capability.eq(Capability::ConfidentialLocation))
        .take()
}

/// The words that follow the name of a county.
const COUNTY: [&str; 3] = ["county", "parish", "borough"];

/// The county that a text names, in its normal form and without the word for it.
pub(super) fn county(told: &str) -> Option<String> {
    let words = crate::store::search::normal_form(told);
    let words: Vec<&str> = words.split(' ').collect();
    let at = words.iter().position(|word| COUNTY.contains(word))?;
    let name = words.get(..at)?.join(" ");
    Some(name).filter(|name| !name.is_empty())
}

/// The county that somebody asks for, with the word for it or without.
pub(super) fn county_asked(asked: &str) -> String {
    county(asked).unwrap_or_else(|| crate::store::search::normal_form(asked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_083_a_county_is_known_by_the_word_for_it() {
        let of = |told| county(told).unwrap_or_default();
        assert_eq!(of("Travis County, Texas"), "travis");
        assert_eq!(of("Do\u{f1}a Ana County"), "dona ana");
        assert_eq!(of("Orleans Parish"), "orleans");
        assert_eq!(county("Texas"), None);
        assert_eq!(county("County"), None);
        assert_eq!(county_asked(" TRAVIS "), "travis");
    }
}
