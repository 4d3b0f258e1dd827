//! The vocabulary of staffings (12.11).

use crate::codes;

codes! {
    /// What kind of staffing it is (vocabulary 12.11).
    pub enum StaffingType {
        Triage = "triage",
        CrisisRapidResponse = "crisis_rapid_response",
        InitialNonEmergency = "initial_non_emergency",
        Ongoing = "ongoing",
        SupervisorCaseStaffing = "supervisor_case_staffing",
        TransitionClosure = "transition_closure",
        SystemsReview = "systems_review",
    }
}
