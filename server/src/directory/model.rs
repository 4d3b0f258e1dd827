//! The vocabularies of the directory (12.9), and when an entry is stale (rule 81).

use chrono::{Days, NaiveDate};

use crate::app::App;
use crate::codes;

codes! {
    /// What kind of help a service gives (vocabulary 12.9).
    pub enum ServiceCategory {
        SpecialisedCsecProgram = "specialised_csec_program",
        CrisisStabilisation = "crisis_stabilisation",
        EmergencyShelter = "emergency_shelter",
        SpecialisedPlacement = "specialised_placement",
        FosterSpecialised = "foster_specialised",
        TransitionalLiving = "transitional_living",
        SurvivorMentor = "survivor_mentor",
        DropIn = "drop_in",
        CaseManagement = "case_management",
        MdtResponse = "mdt_response",
        TraumaTherapy = "trauma_therapy",
        Psychiatric = "psychiatric",
        SubstanceUseTreatment = "substance_use_treatment",
        SaneExam = "sane_exam",
        PrimaryCare = "primary_care",
        Dental = "dental",
        ReproductiveCare = "reproductive_care",
        TattooRemoval = "tattoo_removal",
        LegalRepresentation = "legal_representation",
        VictimCompensation = "victim_compensation",
        ImmigrationLegal = "immigration_legal",
        EducationSupport = "education_support",
        Employment = "employment",
        LifeSkills = "life_skills",
        ParentingSupport = "parenting_support",
        FamilyTherapy = "family_therapy",
        CaregiverTraining = "caregiver_training",
        PeerFamilySupport = "peer_family_support",
        TransportReunification = "transport_reunification",
        Interpreter = "interpreter",
        TribalServices = "tribal_services",
        LgbtqServices = "lgbtq_services",
        MaleSurvivorServices = "male_survivor_services",
        TechSafety = "tech_safety",
        BasicNeeds = "basic_needs",
        TrainingProvider = "training_provider",
    }
}

impl ServiceCategory {
    /// The categories of help that is made for young people who were trafficked.
    pub const SPECIALISED: [Self; 3] = [
        Self::SpecialisedCsecProgram,
        Self::SpecialisedPlacement,
        Self::FosterSpecialised,
    ];
}

codes! {
    /// What a service is able to do and whom it accepts (vocabulary 12.9).
    pub enum Capability {
        SurvivorLed = "survivor_led",
        SurvivorOnStaff = "survivor_on_staff",
        LicensedForMinors = "licensed_for_minors",
        AcceptsMale = "accepts_male",
        AcceptsTransNonbinary = "accepts_trans_nonbinary",
        AcceptsPregnantParenting = "accepts_pregnant_parenting",
        AcceptsActiveSubstanceUse = "accepts_active_substance_use",
        AcceptsSiblings = "accepts_siblings",
        AcceptsOutOfState = "accepts_out_of_state",
        NoLockdown = "no_lockdown",
        TwentyFourSeven = "twenty_four_seven",
        NoPoliceRequirement = "no_police_requirement",
        NoDisclosureRequirement = "no_disclosure_requirement",
        IcwaCompetent = "icwa_competent",
        LanguageAccess = "language_access",
        WheelchairAccess = "wheelchair_access",
        /// Where it is is not told to anybody (rule 45).
        ConfidentialLocation = "confidential_location",
    }
}

codes! {
    /// Whether there is room now (vocabulary 12.9).
    pub enum Capacity {
        HasCapacity = "has_capacity",
        NoCapacity = "no_capacity",
        Waitlist = "waitlist",
        NeedsAssessment = "needs_assessment",
        Unknown = "unknown",
    }
}

codes! {
    /// How far an entry can be relied on (vocabulary 12.9, rule 81).
    pub enum Verification {
        /// Checked lately enough.
        Verified = "verified",
        /// Checked longer ago.
        Stale = "stale",
        /// Never checked.
        Unverified = "unverified",
        /// The service has ended.
        Closed = "closed",
    }
}

/// Days after which an entry that nobody checked again is stale (rule 81), when it is not said
/// otherwise.
pub const STALE_AFTER_DAYS: u32 = 180;

/// The first day on which a check is still good as of `today`.
fn since(today: NaiveDate, stale_after: u32) -> NaiveDate {
    today - Days::new(stale_after.into())
}

/// The first day on which a check is still good now, as the server is set up (rule 81).
pub fn fresh_since(app: &App) -> NaiveDate {
    since(
        app.clock().now().date_naive(),
        app.settings().stale_after_days,
    )
}

/// The day that stands for "never verified"; before every other, so that it sorts last.
pub fn never_verified() -> NaiveDate {
    NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default()
}

impl Verification {
    /// Of a service that was last checked on `verified_on`, when what was checked before
    /// `fresh_since` is stale. It is computed each time: a label that is stored would itself
    /// go stale.
    pub fn of(closed: bool, verified_on: NaiveDate, fresh_since: NaiveDate) -> Self {
        if closed {
            Self::Closed
        } else if verified_on <= never_verified() {
            Self::Unverified
        } else if verified_on < fresh_since {
            Self::Stale
        } else {
            Self::Verified
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn rule_081_an_entry_is_stale_after_180_days() {
        let checked = day("2026-01-01");
        let on = |today| Verification::of(false, checked, since(day(today), STALE_AFTER_DAYS));
        assert_eq!(on("2026-01-01"), Verification::Verified);
        assert_eq!(on("2026-06-30"), Verification::Verified, "the 180th day");
        assert_eq!(on("2026-07-01"), Verification::Stale, "the 181st");
    }

    #[test]
    fn rule_081_what_nobody_checked_is_unverified_and_what_ended_is_closed() {
        let today = day("2026-07-01");
        assert_eq!(
            Verification::of(false, never_verified(), today),
            Verification::Unverified
        );
        assert_eq!(Verification::of(true, today, today), Verification::Closed);
    }
}
