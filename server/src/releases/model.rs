//! The vocabularies of releases (12.8).

use crate::codes;

codes! {
    /// A kind of information about a person. What has none cannot be shared (rule 27).
    pub enum InformationCategory {
        Identity = "identity",
        Contact = "contact",
        LocationPlacement = "location_placement",
        Education = "education",
        Medical = "medical",
        ReproductiveHealth = "reproductive_health",
        MentalHealth = "mental_health",
        /// Records of substance-use treatment, which have rules of their own (rule 24).
        #[graphql(name = "SUBSTANCE_USE_PART2")]
        SubstanceUsePart2 = "substance_use_part2",
        Legal = "legal",
        TraffickingExperience = "trafficking_experience",
        OffenderInformation = "offender_information",
        Family = "family",
        PlanGoals = "plan_goals",
        ServiceParticipation = "service_participation",
        PhotoDescription = "photo_description",
        Immigration = "immigration",
    }
}

codes! {
    /// What something is shared for.
    pub enum DisclosurePurpose {
        Referral = "referral",
        CareCoordination = "care_coordination",
        Placement = "placement",
        MissingChildLocation = "missing_child_location",
        Court = "court",
        Benefits = "benefits",
        School = "school",
        MedicalCare = "medical_care",
        LawEnforcementCooperation = "law_enforcement_cooperation",
        CompensationClaim = "compensation_claim",
        ResearchApproved = "research_approved",
        /// Said in words.
        OtherSpecified = "other_specified",
    }
}

codes! {
    /// How something is shared.
    pub enum DisclosureMethod {
        Verbal = "verbal",
        SecurePortal = "secure_portal",
        EncryptedEmail = "encrypted_email",
        Paper = "paper",
        Fax = "fax",
        FhirBundle = "fhir_bundle",
    }
}

codes! {
    /// Who has to sign (rule 14).
    pub enum SignerPolicy {
        /// The young person and a parent or guardian who is not disqualified; one suffices.
        MinorAndParent = "minor_and_parent",
        /// The young person alone, where the law lets them receive the service alone; the
        /// basis for that is written down.
        MinorAlone = "minor_alone",
        GuardianCourtAppointed = "guardian_court_appointed",
        /// The authorised person of the agency that has custody, and the young person.
        AgencyAndMinor = "agency_and_minor",
        /// Somebody who is of age, alone.
        AdultSelf = "adult_self",
    }
}

codes! {
    /// In whose capacity somebody signs.
    pub enum SignerCapacity {
        /// The young person themselves.
        Minor = "minor",
        ParentGuardian = "parent_guardian",
        CourtAppointedGuardian = "court_appointed_guardian",
        /// The authorised person of the agency that has custody.
        CustodialAgency = "custodial_agency",
        /// The person themselves, who is of age.
        Adult = "adult",
    }
}

impl SignerPolicy {
    /// The capacities in each of which somebody has to sign.
    pub const fn signers(self) -> &'static [SignerCapacity] {
        use SignerCapacity::{
            Adult, CourtAppointedGuardian, CustodialAgency, Minor, ParentGuardian,
        };
        match self {
            Self::MinorAndParent => &[Minor, ParentGuardian],
            Self::MinorAlone => &[Minor],
            Self::GuardianCourtAppointed => &[CourtAppointedGuardian],
            Self::AgencyAndMinor => &[CustodialAgency, Minor],
            Self::AdultSelf => &[Adult],
        }
    }
}

impl SignerCapacity {
    /// Whether it is the person themselves who signs.
    pub const fn is_self(self) -> bool {
        matches!(self, Self::Minor | Self::Adult)
    }

    /// Whether a signature in it says on what it rests: an order, a delegation.
    pub const fn needs_basis(self) -> bool {
        matches!(self, Self::CourtAppointedGuardian | Self::CustodialAgency)
    }
}

codes! {
    /// How a release was withdrawn; both are good (rule 19).
    pub enum WithdrawalHow {
        Oral = "oral",
        Written = "written",
    }
}

codes! {
    /// Where a release stands. It is never kept: it follows from what was signed, from who is
    /// on the case, and from the time.
    pub enum ReleaseStatus {
        /// Somebody who has to sign has not.
        AwaitsSigners = "awaits_signers",
        NotYetEffective = "not_yet_effective",
        InForce = "in_force",
        /// Signed by somebody who may not (rule 15).
        SignerDisqualified = "signer_disqualified",
        /// The person has come of age, and signs for themselves now (rule 16).
        CameOfAge = "came_of_age",
        Expired = "expired",
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// What a release asks for.
    pub enum ReleasePrompt {
        /// Somebody who has to sign has not.
        SignerMissing = "signer_missing",
        /// A quarter of its time or less is left.
        ExpiresSoon = "expires_soon",
        /// Signed by somebody who may not (rule 15): talk about a new one.
        SignerDisqualified = "signer_disqualified",
        /// The person comes of age within thirty days, or has (rule 16).
        ConsentAnew = "consent_anew",
    }
}
