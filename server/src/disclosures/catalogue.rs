//! What of a case can leave at all, and in which category (rule 27). A field that is not
//! named here cannot be put into a payload.

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

    use sea_orm::{EntityName, EntityTrait, IdenStatic, Iterable};

    use super::*;
    use crate::cases::entity::{case, case_person};
    use crate::contacts::entity::support_contact;
    use crate::disclosures::payload::{Line, Payload, Section};
    use crate::episodes::entity::report;
    use crate::observations::entity::{observation, screening, tip, trafficking};
    use crate::plans::entity::{goal, plan, step, strength};
    use crate::referrals::entity::referral;

    /// From which columns a field is taken.
    fn columns(field: DisclosureField) -> &'static [&'static str] {
        use DisclosureField as F;
        match field {
            F::Name => &["case_person.name"],
            F::LegalName => &["case_person.legal_name"],
            F::BirthDate => &["case_person.birth_date"],
            F::Pronouns => &["case_person.pronouns"],
            F::Tribe => &["case_person.tribe"],
            F::Language => &["case_person.language", "case_person.languages"],
            F::Phone => &["case_person.phone"],
            F::Address => &["case_person.address"],
            F::LegalCustody => &["cases.legal_custody"],
            F::Jurisdiction => &["cases.jurisdiction"],
            F::FamilyMember => &["case_person.relation"],
            F::Goal => &["goal.text"],
            F::Service => &["referral.service_id"],
            F::Description => &["missing_report.description"],
            F::Words => &[],
        }
    }

    /// What never leaves: how the work goes, what staff note for one another, what was
    /// observed, who may have done it (facts 2.2), and what is the young person's own.
    const NEVER: &[(&str, &[&str])] = &[
        (
            "cases",
            &[
                "id",
                "org_id",
                "version",
                "number",
                "alias",
                "status",
                "origin",
                "community_type",
                "summary",
                "request_id",
                "supervisor_id",
                "opened_at",
                "closed_at",
                "created_at",
            ],
        ),
        (
            "case_person",
            &[
                "id",
                "org_id",
                "case_id",
                "version",
                "role",
                "safe_to_contact",
                "created_at",
                "birth_precision",
                "no_contact",
                "no_contact_reason",
                "alleged_offender",
                "disqualified_signer",
                "same_person",
            ],
        ),
        (
            "plan",
            &[
                "id",
                "org_id",
                "case_id",
                "version",
                "state",
                "activated_at",
                "review_on",
                "voice_kind",
                "voice_words",
                "voice_note",
                "voice_next_offer_on",
                "voice_recorded_at",
                "voice_recorded_by",
                "right_explained_on",
                "right_explained_by",
                "created_by",
                "created_at",
            ],
        ),
        (
            "goal",
            &[
                "id",
                "org_id",
                "case_id",
                "plan_id",
                "version",
                "domain",
                "in_youth_words",
                "owner",
                "state",
                "target_on",
                "agreement",
                "position",
                "template_version_id",
                "created_at",
            ],
        ),
        (
            "step",
            &[
                "id",
                "org_id",
                "case_id",
                "goal_id",
                "version",
                "text",
                "owner_id",
                "owner_name",
                "due_on",
                "state",
                "needs_sharing",
                "share_with",
                "service_id",
                "created_at",
            ],
        ),
        (
            "strength",
            &[
                "id",
                "org_id",
                "case_id",
                "plan_id",
                "kind",
                "text",
                "created_at",
            ],
        ),
        (
            "referral",
            &[
                "id",
                "org_id",
                "case_id",
                "version",
                "reference",
                "step_id",
                "state",
                "need",
                "outcome",
                "helpful",
                "requested_at",
                "waiting_since",
                "created_by",
                "created_at",
            ],
        ),
        (
            "missing_report",
            &[
                "id",
                "org_id",
                "version",
                "case_id",
                "episode_id",
                "photo",
                "no_endangerment_known",
                "last_seen_at",
                "last_seen_place",
                "clothing",
                "accompanied_by",
                "guardian_contact",
                "agency_contact",
                "changed_by",
                "changed_at",
            ],
        ),
    ];

    /// Tables of which nothing leaves at all.
    const NOTHING_OF: [&str; 5] = [
        "support_contact",
        "observation",
        "screening_reference",
        "tip_record",
        "trafficking_type_entry",
    ];

    fn columns_of<E: EntityTrait>(entity: E) -> Vec<String> {
        let table = entity.table_name().to_owned();
        let all = E::Column::iter();
        all.map(|column| format!("{table}.{}", column.as_str()))
            .collect()
    }

    #[test]
    fn rule_027_each_column_has_a_category_or_never_leaves() {
        let mut known = columns_of(case::Entity);
        known.extend(columns_of(case_person::Entity));
        known.extend(columns_of(plan::Entity));
        known.extend(columns_of(goal::Entity));
        known.extend(columns_of(step::Entity));
        known.extend(columns_of(strength::Entity));
        known.extend(columns_of(referral::Entity));
        known.extend(columns_of(report::Entity));
        let leaves: Vec<String> = DisclosureField::ALL
            .iter()
            .flat_map(|field| columns(*field))
            .map(|column| (*column).to_owned())
            .collect();
        let never = NEVER.iter().flat_map(|(table, columns)| {
            columns
                .iter()
                .map(move |column| format!("{table}.{column}"))
        });
        let mut said: Vec<String> = leaves.into_iter().chain(never).collect();
        let whole: BTreeSet<_> = known.iter().cloned().collect();
        assert_eq!(said.len(), whole.len(), "each is said once");
        said.sort();
        known.sort();
        assert_eq!(said, known);
        for none in [
            support_contact::Entity.table_name(),
            observation::Entity.table_name(),
            screening::Entity.table_name(),
            tip::Entity.table_name(),
            trafficking::Entity.table_name(),
        ] {
            assert!(NOTHING_OF.contains(&none));
            assert!(
                !said
                    .iter()
                    .any(|column| column.starts_with(&format!("{none}.")))
            );
        }
    }

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
