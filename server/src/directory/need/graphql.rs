//! A need profile in GraphQL.

use async_graphql::{InputObject, SimpleObject};

use super::{AgeBand, NeedProfile, NeededLanguage};
use crate::access::Class;
use crate::directory::model::{Capability, ServiceCategory};
use crate::error::FieldCode;
use crate::graphql::{Day, policy};
use crate::input::Check;

/// A need in vocabulary alone: there is no place in it for a word about anybody.
#[derive(InputObject)]
pub struct NeedProfileInput {
    /// What kind of help.
    category: ServiceCategory,
    /// For what age.
    age_band: Option<AgeBand>,
    /// What the service would have to be able to do; where it is hidden is no need of anybody.
    #[graphql(default)]
    accepts: Vec<Capability>,
    /// The languages it would have to speak.
    #[graphql(default)]
    languages: Vec<NeededLanguage>,
    /// By which day; not one that has gone by.
    needed_by: Option<Day>,
}

impl NeedProfileInput {
    /// The profile; what is wrong stands below `path`. Whether the day is still ahead is for the
    /// change itself to say, which may be a retry.
    pub(crate) fn parse(self, check: &mut Check, path: &str) -> NeedProfile {
        if self.accepts.contains(&Capability::ConfidentialLocation) {
            let message = "This is about a place, not about whom it takes.";
            let path = format!("{path}.accepts");
            check.wrong(&path, FieldCode::NotAllowedHere, message);
        }
        NeedProfile {
            category: self.category,
            age_band: self.age_band,
            accepts: sorted(self.accepts),
            languages: sorted(self.languages),
            needed_by: self.needed_by.map(|day| day.0),
        }
    }
}

/// Each once, in the vocabulary's order.
fn sorted<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}

/// A need in vocabulary alone.
#[derive(SimpleObject)]
#[graphql(name = "NeedProfile")]
pub struct NeedProfileShown {
    /// What kind of help.
    #[graphql(directive = policy::apply(Class::Health))]
    category: ServiceCategory,
    /// For what age.
    #[graphql(directive = policy::apply(Class::Health))]
    age_band: Option<AgeBand>,
    /// What the service would have to be able to do.
    #[graphql(directive = policy::apply(Class::Health))]
    accepts: Vec<Capability>,
    /// The languages it would have to speak.
    #[graphql(directive = policy::apply(Class::Health))]
    languages: Vec<NeededLanguage>,
    /// By which day.
    #[graphql(directive = policy::apply(Class::Health))]
    needed_by: Option<Day>,
}

impl From<NeedProfile> for NeedProfileShown {
    fn from(profile: NeedProfile) -> Self {
        Self {
            category: profile.category,
            age_band: profile.age_band,
            accepts: profile.accepts,
            languages: profile.languages,
            needed_by: profile.needed_by.map(Day),
        }
    }
}
