//! What belongs into a report that a statute demands (rule 23), type by type. What is not
//! listed here does not leave in one. Examples, to be checked by an organisation's counsel.

use super::catalogue::DisclosureField;
use super::model::ReportKind;
use crate::releases::model::InformationCategory;

impl ReportKind {
    /// The fields that leave, of what is known.
    pub const fn fields(self) -> &'static [DisclosureField] {
        use DisclosureField::{
            Address, BirthDate, Description, FamilyMember, Language, LegalName, Name, Phone,
        };
        match self {
            // Who is looked for, how they look, where they lived, and who cares for them (rule 52).
            Self::MissingChild => &[
                Name,
                LegalName,
                BirthDate,
                Language,
                Phone,
                Address,
                FamilyMember,
                Description,
            ],
            Self::Abuse => &[
                Name,
                LegalName,
                BirthDate,
                Language,
                Phone,
                Address,
                FamilyMember,
            ],
            Self::TraffickingIdentified => &[Name, LegalName, BirthDate, Language, Phone, Address],
        }
    }

    /// The categories in which something may be said in words, which no field holds.
    pub const fn words(self) -> &'static [InformationCategory] {
        use InformationCategory::{
            LocationPlacement, Medical, MentalHealth, OffenderInformation, PhotoDescription,
            ReproductiveHealth, TraffickingExperience,
        };
        match self {
            // Where last seen and in which clothes, and what endangers them.
            Self::MissingChild => &[
                LocationPlacement,
                Medical,
                ReproductiveHealth,
                MentalHealth,
                TraffickingExperience,
                PhotoDescription,
            ],
            Self::Abuse => &[Medical, TraffickingExperience, OffenderInformation],
            Self::TraffickingIdentified => &[TraffickingExperience, OffenderInformation],
        }
    }

    /// Whether anything of a category belongs into it.
    pub fn holds(self, category: InformationCategory) -> bool {
        let mut of_fields = self.fields().iter().map(|field| field.category());
        of_fields.any(|of| of == Some(category)) || self.words().contains(&category)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_023_each_field_and_word_of_a_report_is_of_its_categories_and_none_is_empty() {
        for kind in ReportKind::ALL {
            for category in InformationCategory::ALL {
                let listed = kind.categories().contains(category);
                assert_eq!(kind.holds(*category), listed, "{kind:?} {category:?}");
            }
            let words = DisclosureField::Words;
            assert!(!kind.fields().contains(&words), "words are listed apart");
        }
    }
}
