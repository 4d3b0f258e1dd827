//! What a safety plan says (rule 68).

use std::collections::BTreeMap;

use async_graphql::SimpleObject;
use serde::{Deserialize, Serialize};

use crate::access::Class;
use crate::codes;
use crate::graphql::policy;
use crate::plans::content::Field;

codes! {
    /// A section of a safety plan, beside the safe people.
    pub enum SafetySection {
        WarningSigns = "warning_signs",
        CopingStrategies = "coping_strategies",
        SafePlaces = "safe_places",
        WhatAdultsDo = "what_adults_do",
        IfLeaving = "if_leaving",
        IfContacted = "if_contacted",
        TechSafety = "tech_safety",
        EmergencyContacts = "emergency_contacts",
    }
}

impl SafetySection {
    fn field(self) -> Field {
        match self {
            Self::WarningSigns => Field::WarningSigns,
            Self::CopingStrategies => Field::CopingStrategies,
            Self::SafePlaces => Field::SafePlaces,
            Self::WhatAdultsDo => Field::WhatAdultsDo,
            Self::IfLeaving => Field::IfLeaving,
            Self::IfContacted => Field::IfContacted,
            Self::TechSafety => Field::TechSafety,
            Self::EmergencyContacts => Field::EmergencyContacts,
        }
    }
}

/// Somebody who is safe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct SafePerson {
    /// Who, as the young person calls them.
    #[graphql(directive = policy::apply(Class::Identity))]
    pub name: String,
    /// How to reach them.
    #[graphql(directive = policy::apply(Class::Location))]
    pub reach: Option<String>,
    /// Whether the young person chose them.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub chosen_by_youth: bool,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safety {
    pub sections: BTreeMap<SafetySection, Vec<String>>,
    pub safe_people: Vec<SafePerson>,
}

impl Safety {
    /// Sections of which nothing is written.
    pub fn silent(&self) -> impl Iterator<Item = SafetySection> + '_ {
        let all = SafetySection::ALL.iter().copied();
        all.filter(|section| self.sections.get(section).is_none_or(Vec::is_empty))
    }

    /// Whether the young person chose somebody.
    pub fn has_chosen_person(&self) -> bool {
        self.safe_people.iter().any(|person| person.chosen_by_youth)
    }

    /// Each thing that it says, as a line of a list.
    pub fn lines(&self) -> Vec<(Field, String)> {
        let people = self.safe_people.iter().map(|person| {
            let mut text = person.name.clone();
            if let Some(reach) = &person.reach {
                text = format!("{text}: {reach}");
            }
            if person.chosen_by_youth {
                text += " *";
            }
            (Field::SafePeople, text)
        });
        let lines = self.sections.iter();
        let lines = lines
            .flat_map(|(section, lines)| lines.iter().map(|line| (section.field(), line.clone())));
        lines.chain(people).collect()
    }

    /// The lines of one section, or the people, as a conflict shows them.
    pub fn list(&self, field: Field) -> Option<String> {
        let lines = self.lines().into_iter().filter(|(of, _)| *of == field);
        let lines: Vec<_> = lines.map(|(_, text)| text).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// The lists that a conflict compares, by the names that the input has for them.
    pub const LISTS: [(&'static str, Field); 9] = [
        ("sections.WARNING_SIGNS", Field::WarningSigns),
        ("sections.COPING_STRATEGIES", Field::CopingStrategies),
        ("safePeople", Field::SafePeople),
        ("sections.SAFE_PLACES", Field::SafePlaces),
        ("sections.WHAT_ADULTS_DO", Field::WhatAdultsDo),
        ("sections.IF_LEAVING", Field::IfLeaving),
        ("sections.IF_CONTACTED", Field::IfContacted),
        ("sections.TECH_SAFETY", Field::TechSafety),
        ("sections.EMERGENCY_CONTACTS", Field::EmergencyContacts),
    ];
}
