//! What of a case can leave at all, and in which category (rule 27). A field that is not
//! named here cannot be put into a payload. From which column of the database each is taken, and
//! that no other column leaves, is on the list of the tests (`sharing/leaves.txt`).

use crate::codes;
use crate::releases::model::InformationCategory;

codes! {
    /// A field of what is shared.
    pub enum DisclosureField {
        Name = "name",
        LegalName = "legal_name",
        BirthDate = "birth_date",
        Pronouns = "pronouns",
        Tribe = "tribe",
        Language = "language",
        Phone = "phone",
        Address = "address",
        LegalCustody = "legal_custody",
        Jurisdiction = "jurisdiction",
        /// Somebody of the family: their name, and what they are to the young person.
        FamilyMember = "family_member",
        Goal = "goal",
        /// A service that the young person was put in touch with.
        Service = "service",
        /// What they look like.
        Description = "description",
        /// What a worker writes for this once, in the category that they say it is of.
        Words = "words",
    }
}

impl DisclosureField {
    /// Its category; `None` for words, which are of the category that is said with them.
    pub const fn category(self) -> Option<InformationCategory> {
        use InformationCategory as C;
        match self {
            Self::Name
            | Self::LegalName
            | Self::BirthDate
            | Self::Pronouns
            | Self::Tribe
            | Self::Language => Some(C::Identity),
            Self::Phone => Some(C::Contact),
            Self::Address => Some(C::LocationPlacement),
            Self::LegalCustody | Self::Jurisdiction => Some(C::Legal),
            Self::FamilyMember => Some(C::Family),
            Self::Goal => Some(C::PlanGoals),
            Self::Service => Some(C::ServiceParticipation),
            Self::Description => Some(C::PhotoDescription),
            Self::Words => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::disclosures::payload::{Line, Payload, Section};

    /// Every field of what is sent is known by name: one more does not pass unseen.
    #[test]
    fn rule_027_a_payload_has_no_field_without_a_category() {
        let section = |category| Section {
            category,
            lines: DisclosureField::ALL
                .iter()
                .filter(|field| field.category().is_none_or(|of| of == category))
                .map(|field| Line {
                    field: *field,
                    text: "Example".to_owned(),
                })
                .collect(),
        };
        let payload = Payload {
            recipient: "Moss Hollow".to_owned(),
            purpose: crate::releases::model::DisclosurePurpose::Court,
            purpose_words: Some("Example".to_owned()),
            method: crate::releases::model::DisclosureMethod::Paper,
            sections: InformationCategory::ALL
                .iter()
                .copied()
                .map(section)
                .collect(),
            notice: Some("Example".to_owned()),
            release_copy: vec!["Example".to_owned()],
        };
        let told: serde_json::Value = serde_json::to_value(&payload).unwrap();
        let mut names = BTreeSet::new();
        fields(&told, &mut names);
        // About the sending; of the person, only lines of named fields in sections.
        let about = [
            "recipient",
            "purpose",
            "purpose_words",
            "method",
            "notice",
            "release_copy",
        ];
        let of_person = ["sections", "category", "lines", "field", "text"];
        assert_eq!(
            names,
            about
                .into_iter()
                .chain(of_person)
                .map(str::to_owned)
                .collect()
        );
        let shown: usize = payload
            .sections
            .iter()
            .map(|section| section.lines.len())
            .sum();
        let with_words = InformationCategory::ALL.len();
        assert_eq!(shown, DisclosureField::ALL.len() - 1 + with_words);
    }

    fn fields(value: &serde_json::Value, names: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::Object(object) => {
                for (name, value) in object {
                    names.insert(name.clone());
                    fields(value, names);
                }
            }
            serde_json::Value::Array(list) => list.iter().for_each(|one| fields(one, names)),
            _ => {}
        }
    }
}
