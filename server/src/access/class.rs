//! Classes of fields: what a value would tell about a person.

use crate::codes;

codes! {
    /// What a field would tell about a person; each GraphQL field names its class.
    pub enum Class {
        /// Nothing about a person: the working alias, colleagues, what one may do.
        Pointer = "pointer",
        /// How the work on a case stands: states, days and numbers of work (rule 32).
        Work = "work",
        /// Names, birth date, case number.
        Identity = "identity",
        /// Phones, addresses, where somebody can be reached or found.
        Location = "location",
        /// Free text about a person, the young person's own words.
        Narrative = "narrative",
        /// Needs and crises of a family.
        Health = "health",
        /// Custody and jurisdiction; releases, and what was shared on them.
        Legal = "legal",
        /// About somebody outside the case: the one who asked.
        ThirdParty = "third_party",
        /// For staff who keep the system and its people.
        StaffOnly = "staff_only",
        /// The public directory.
        Public = "public",
        /// One's own account.
        Own = "own",
        /// What staff note for one another, never shown to the young person (rules 70, 77).
        StaffNote = "staff_note",
        /// Indicators, risk and protective factors, screening, reports made and the trafficking
        /// type: never for volunteers (rule 32), never on a young person's paper (rule 77).
        Observation = "observation",
    }
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet(u16);

impl ClassSet {
    /// The set of `classes`.
    pub fn of(classes: &[Class]) -> Self {
        Self(
            classes
                .iter()
                .fold(0, |set, class| set | 1 << *class as u16),
        )
    }

    /// Both sets together.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `class` is in it.
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u16) != 0
    }
}
