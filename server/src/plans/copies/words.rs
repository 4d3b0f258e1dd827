//! The words that paper has of its own, in English and Spanish.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};

use crate::access::Locale;

type Book = HashMap<String, HashMap<String, String>>;

const EN: &str = include_str!("words/en.toml");
const ES: &str = include_str!("words/es.toml");

// What ships is read by a test: a word that is not there leaves its place empty.
static BOOKS: LazyLock<(Book, Book)> = LazyLock::new(|| {
    let read = |text| toml::from_str(text).unwrap_or_default();
    (read(EN), read(ES))
});

/// The words of one language.
#[derive(Clone, Copy)]
pub(super) struct Words(pub Locale);

impl Words {
    fn book(self) -> &'static Book {
        match self.0 {
            Locale::En => &BOOKS.0,
            Locale::Es => &BOOKS.1,
        }
    }

    /// The word for `key` in `chapter`.
    pub fn say(self, chapter: &str, key: &str) -> &'static str {
        let found = self.book().get(chapter).and_then(|words| words.get(key));
        found.map_or("", String::as_str)
    }

    /// The same, with `{}` in it replaced.
    pub fn with(self, chapter: &str, key: &str, value: &str) -> String {
        self.say(chapter, key).replace("{}", value)
    }

    /// A day, with its month in words.
    pub fn day(self, day: NaiveDate) -> String {
        let month = self.say("month", &day.month().to_string());
        match self.0 {
            Locale::En => format!("{month} {}, {}", day.day(), day.year()),
            Locale::Es => format!("{} de {month} de {}", day.day(), day.year()),
        }
    }
}

impl Words {
    /// From a day to another.
    pub fn between(self, from: NaiveDate, to: NaiveDate) -> String {
        self.with("figure", "from", &self.day(from))
            .replace("[]", &self.day(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::model::ContactChannel;
    use crate::disclosures::model::DisclosureBasis;
    use crate::plans::model::{
        Agreement, GoalOwner, GoalState, PlanDomain, PlanState, StepState, StrengthKind, VoiceKind,
    };
    use crate::plans::support::{ContactWishKind, SafetySection};
    use crate::referrals::model::ReferralState;
    use crate::releases::model::{
        DisclosureMethod, DisclosurePurpose, InformationCategory, SignerCapacity,
    };
    use crate::staffings::model::StaffingType;

    #[test]
    fn every_word_is_there_in_both_languages() {
        let (en, es) = &*BOOKS;
        let keys = |book: &Book| {
            let mut keys: Vec<_> = book
                .iter()
                .flat_map(|(chapter, words)| {
                    words.keys().map(move |key| format!("{chapter}.{key}"))
                })
                .collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(en), keys(es));
        assert!(
            en.values()
                .chain(es.values())
                .flat_map(HashMap::values)
                .all(|word| !word.trim().is_empty())
        );
        macro_rules! codes_of {
            ($($chapter:literal: $code:ident),+) => {$(
                for code in $code::ALL {
                    assert!(!Words(Locale::En).say($chapter, code.code()).is_empty(), "{code:?}");
                }
            )+};
        }
        codes_of!(
            "plan_state": PlanState, "goal_state": GoalState, "step_state": StepState,
            "goal_owner": GoalOwner, "agreement": Agreement, "strength_kind": StrengthKind,
            "plan_domain": PlanDomain, "voice_kind": VoiceKind, "contact_wish_kind": ContactWishKind,
            "safety": SafetySection, "team_safety": SafetySection,
            "information_category": InformationCategory, "disclosure_purpose": DisclosurePurpose,
            "disclosure_method": DisclosureMethod, "disclosure_basis": DisclosureBasis,
            "signer_capacity": SignerCapacity, "contact_channel": ContactChannel,
            "referral_state": ReferralState, "staffing_type": StaffingType
        );
    }

    #[test]
    fn a_day_is_said_as_people_say_it() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
        assert_eq!(Words(Locale::En).day(day), "March 9, 2026");
        assert_eq!(Words(Locale::Es).day(day), "9 de marzo de 2026");
    }
}
