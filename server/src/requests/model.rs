//! The vocabularies of a request.

use crate::cases::model::CaseOrigin;
use crate::codes;
use crate::error::{MoveRefused, Refusal};

codes! {
    /// Where a request stands.
    pub enum RequestState {
        /// Nobody has answered yet.
        Waiting = "waiting",
        /// Somebody has answered.
        Answered = "answered",
        /// It belongs to a case: one that was opened from it, or that was there before.
        CaseOpened = "case_opened",
        /// Nothing more is to be done.
        Closed = "closed",
    }
}

impl RequestState {
    /// The states it may go to from here.
    pub fn moves(self) -> &'static [Self] {
        match self {
            Self::Waiting => &[Self::Answered, Self::CaseOpened, Self::Closed],
            Self::Answered => &[Self::CaseOpened, Self::Closed],
            Self::CaseOpened => &[Self::Closed],
            Self::Closed => &[],
        }
    }

    /// Refuses a move that the table does not have.
    pub(super) fn check_move(self, to: Self) -> Result<(), Refusal> {
        if self.moves().contains(&to) {
            return Ok(());
        }
        let shown = |state: &Self| state.code().to_uppercase();
        Err(Refusal::Move(MoveRefused {
            from: shown(&self),
            to: shown(&to),
            allowed: self.moves().iter().map(shown).collect(),
        }))
    }
}

codes! {
    /// As what somebody asks (rule 115).
    pub enum RequesterKind {
        ChildWelfareWorker = "child_welfare_worker",
        FosterParent = "foster_parent",
        KinCaregiver = "kin_caregiver",
        LawEnforcement = "law_enforcement",
        JuvenileJustice = "juvenile_justice",
        Court = "court",
        ServiceProvider = "service_provider",
        School = "school",
        Medical = "medical",
        TribalAgency = "tribal_agency",
        Family = "family",
        Other = "other",
    }
}

impl RequesterKind {
    /// Where a case that is opened from such a request came from (vocabulary 12.1).
    pub fn origin(self) -> CaseOrigin {
        match self {
            Self::ChildWelfareWorker => CaseOrigin::ChildWelfare,
            Self::LawEnforcement => CaseOrigin::LawEnforcement,
            Self::KinCaregiver | Self::Family => CaseOrigin::Family,
            Self::Court => CaseOrigin::Court,
            Self::School => CaseOrigin::School,
            Self::Medical => CaseOrigin::Medical,
            Self::ServiceProvider => CaseOrigin::Partner,
            Self::FosterParent | Self::JuvenileJustice | Self::TribalAgency | Self::Other => {
                CaseOrigin::TaRequest
            }
        }
    }
}

codes! {
    /// What is asked for (rule 115).
    pub enum RequestTopic {
        FindResource = "find_resource",
        ImmediateRecoveryPlan = "immediate_recovery_plan",
        LongerTermPlan = "longer_term_plan",
        ReturnConversation = "return_conversation",
        EngagementAndRapport = "engagement_and_rapport",
        PlacementOptions = "placement_options",
        ReduceRunning = "reduce_running",
        FamilyEngagement = "family_engagement",
        SafetyPlanning = "safety_planning",
        ScreeningPractice = "screening_practice",
        InterstateReturn = "interstate_return",
        LegalOptions = "legal_options",
        ProgramExpansion = "program_expansion",
        StaffTraining = "staff_training",
        MdtSetup = "mdt_setup",
        CaseStaffing = "case_staffing",
        StaffWellbeing = "staff_wellbeing",
    }
}

codes! {
    /// How soon an answer is needed (rule 115).
    pub enum Urgency {
        /// A child was found in these hours.
        ChildJustFound = "child_just_found",
        Urgent = "urgent",
        Routine = "routine",
    }
}

codes! {
    /// How it came.
    pub enum RequestChannel {
        Phone = "phone",
        Email = "email",
        InPerson = "in_person",
        Letter = "letter",
        /// The public form, which nobody signs in to.
        PublicForm = "public_form",
    }
}

codes! {
    /// How a request and its case came together.
    pub enum CaseLink {
        /// The case was opened from the request.
        Opened = "opened",
        /// The case was there, and the request joined it.
        Joined = "joined",
    }
}

codes! {
    /// What became of a request (rule 115).
    pub enum RequestOutcome {
        ResourcesFound = "resources_found",
        GuidanceGiven = "guidance_given",
        /// Its case goes on with it.
        GoesOnInCase = "goes_on_in_case",
        ReferredElsewhere = "referred_elsewhere",
        /// There was nothing that would have helped.
        NothingSuitable = "nothing_suitable",
        NoLongerNeeded = "no_longer_needed",
        /// Who had asked could not be reached.
        NotReached = "not_reached",
    }
}

impl RequestOutcome {
    /// Whether it can be the end of a request that nobody has answered.
    pub(super) fn without_an_answer(self) -> bool {
        matches!(self, Self::NoLongerNeeded | Self::NotReached)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_goes_forward_only_and_says_where_to() {
        for from in RequestState::ALL {
            for to in RequestState::ALL {
                match from.check_move(*to) {
                    Ok(()) => assert!(from < to, "{from:?} to {to:?}"),
                    Err(Refusal::Move(refused)) => {
                        assert_eq!(refused.allowed.len(), from.moves().len());
                        assert!(!refused.allowed.contains(&refused.to));
                    }
                    Err(other) => panic!("{other:?}"),
                }
            }
        }
    }
}
