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

codes! {
    /// What an item of an agenda is about, in the order in which it is talked over.
    pub enum AgendaKind {
        /// What the young person wants the team to know (rule 97).
        YouthWantsKnown = "youth_wants_known",
        /// What the young person does not want shared (rule 97).
        YouthNotShared = "youth_not_shared",
        /// A question to be answered.
        Question = "question",
        /// There is no plan that is worked with.
        PlanMissing = "plan_missing",
        /// The plan has no voice of the young person's yet (rule 65).
        VoiceMissing = "voice_missing",
        /// The day of the plan's review has passed (rule 72).
        ReviewOverdue = "review_overdue",
        /// The missing report has items that are open (rule 52).
        ReportOpen = "report_open",
        /// Something is overdue (rule 61).
        ClockOverdue = "clock_overdue",
        OpenGoal = "open_goal",
        OpenReferral = "open_referral",
        Other = "other",
    }
}

impl AgendaKind {
    /// What is on every agenda for each case, whether something was said yet or not (rule 97).
    pub const OF_YOUTH: [Self; 2] = [Self::YouthWantsKnown, Self::YouthNotShared];

    /// Whether it says nothing without words of its own.
    pub fn needs_text(self) -> bool {
        matches!(
            self,
            Self::Question | Self::ClockOverdue | Self::OpenGoal | Self::OpenReferral | Self::Other
        )
    }
}
