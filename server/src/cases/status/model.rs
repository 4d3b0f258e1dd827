//! Why a case was closed, and the table of moves.

use crate::cases::model::CaseStatus;
use crate::codes;
use crate::error::{MoveRefused, Refusal};

codes! {
    /// Why a case was closed (vocabulary 12.1).
    pub enum ClosureReason {
        GoalsMet = "goals_met",
        YouthChoseToEnd = "youth_chose_to_end",
        Transferred = "transferred",
        MovedOutOfArea = "moved_out_of_area",
        AgedOutWithPlan = "aged_out_with_plan",
        NoContactAfterOutreach = "no_contact_after_outreach",
        ReferredElsewhere = "referred_elsewhere",
        Deceased = "deceased",
        OpenedInError = "opened_in_error",
    }
}

impl CaseStatus {
    /// Where a case may go from where it stands. `Closed` is reached by a closing alone, and
    /// left by a reopening alone; a case that was reopened says so until it moves on.
    pub fn moves(self) -> &'static [Self] {
        match self {
            Self::Inquiry => &[Self::Open, Self::Closed],
            Self::Open => &[Self::Monitoring, Self::PausedByYouth, Self::Closed],
            Self::Monitoring => &[Self::Open, Self::PausedByYouth, Self::Closed],
            Self::PausedByYouth => &[Self::Open, Self::Monitoring, Self::Closed],
            Self::Closed => &[Self::Reopened],
            Self::Reopened => &[Self::Monitoring, Self::PausedByYouth, Self::Closed],
        }
    }

    /// Refuses a move that the table does not have.
    pub(super) fn check_move(self, to: Self) -> Result<(), Refusal> {
        if self.moves().contains(&to) {
            return Ok(());
        }
        let shown = |status: Self| status.code().to_uppercase();
        Err(Refusal::Move(MoveRefused {
            from: shown(self),
            to: shown(to),
            allowed: self.moves().iter().copied().map(shown).collect(),
        }))
    }
}
