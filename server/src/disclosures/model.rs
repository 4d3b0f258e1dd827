//! The vocabularies of disclosures (12.8).

use crate::codes;
use crate::releases::model::InformationCategory;

codes! {
    /// On what a disclosure rests. What is about nobody needs no disclosure, and has no row.
    pub enum DisclosureBasis {
        Consent = "consent",
        StatuteMandatedReport = "statute_mandated_report",
        CourtOrder = "court_order",
    }
}

codes! {
    /// Why something was not shared: one of twelve (vocabulary 12.8).
    pub enum DisclosureRefusal {
        /// The person has no release at all.
        NoRelease = "no_release",
        NotYetEffective = "not_yet_effective",
        Expired = "expired",
        Withdrawn = "withdrawn",
        /// For another organisation.
        RecipientMismatch = "recipient_mismatch",
        CategoryNotCovered = "category_not_covered",
        PurposeMismatch = "purpose_mismatch",
        MethodNotAllowed = "method_not_allowed",
        SignerMissing = "signer_missing",
        SignerDisqualified = "signer_disqualified",
        /// The notice of rule 24, or that the person was told (rule 22).
        NoticeMissing = "notice_missing",
        BasisIncomplete = "basis_incomplete",
    }
}

codes! {
    /// A report that a statute demands (rule 23).
    pub enum ReportKind {
        MissingChild = "missing_child",
        Abuse = "abuse",
        TraffickingIdentified = "trafficking_identified",
    }
}

impl ReportKind {
    /// What belongs into such a report, and nothing else does.
    pub const fn categories(self) -> &'static [InformationCategory] {
        use InformationCategory::{
            Contact, Family, Identity, LocationPlacement, Medical, MentalHealth,
            OffenderInformation, PhotoDescription, ReproductiveHealth, TraffickingExperience,
        };
        match self {
            // Description, endangerment factors, guardian and where last seen (rule 52).
            Self::MissingChild => &[
                Identity,
                Contact,
                LocationPlacement,
                Medical,
                ReproductiveHealth,
                MentalHealth,
                TraffickingExperience,
                Family,
                PhotoDescription,
            ],
            Self::Abuse => &[
                Identity,
                Contact,
                LocationPlacement,
                Medical,
                TraffickingExperience,
                OffenderInformation,
                Family,
            ],
            Self::TraffickingIdentified => &[
                Identity,
                Contact,
                LocationPlacement,
                TraffickingExperience,
                OffenderInformation,
            ],
        }
    }
}

codes! {
    /// Whether the person heard that something about them had to be shared (rule 22).
    pub enum ToldPerson {
        Told = "told",
        /// Tried, and not reached.
        Tried = "tried",
        /// It would not have been safe.
        Unsafe = "unsafe",
    }
}
