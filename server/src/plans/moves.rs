//! The tables of moves: where a plan and a goal may go from where they are.

use super::model::{GoalState, PlanState};
use crate::error::{MoveRefused, Refusal};

impl PlanState {
    /// Where people may move a plan.
    ///
    /// Every way into `Active` is an activation: it needs voice and strength and freezes a
    /// version (rules 65, 67, 71). `Completed` is reached by an ending alone (rule 76). `Completed` opens again for a review
    /// (rule 76), until another plan is started: then the system supersedes it, and that is
    /// the only way to `Superseded` and the end.
    pub fn moves(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::AwaitingYouthVoice, Self::Active],
            Self::AwaitingYouthVoice => &[Self::Draft, Self::Active],
            Self::Active => &[Self::UnderReview, Self::Paused, Self::Completed],
            Self::UnderReview => &[Self::Active, Self::Paused, Self::Completed],
            Self::Paused => &[Self::Active, Self::UnderReview, Self::Completed],
            Self::Completed => &[Self::UnderReview],
            Self::Superseded => &[],
        }
    }

    /// Whether the plan is being worked with. A case has at most one such plan.
    pub fn is_live(self) -> bool {
        !matches!(self, Self::Completed | Self::Superseded)
    }

    /// Refuses a move that the table does not have.
    pub fn check_move(self, to: Self) -> Result<(), Refusal> {
        check(self, to, self.moves(), Self::code)
    }
}

impl GoalState {
    /// Where people may move a goal. What was met, changed or set aside can be taken up
    /// again: the way is not straight, and going back is not a fault (rule 69).
    pub fn moves(self) -> &'static [Self] {
        match self {
            Self::Proposed => &[
                Self::Accepted,
                Self::InProgress,
                Self::Changed,
                Self::SetAside,
            ],
            Self::Accepted => &[
                Self::InProgress,
                Self::Paused,
                Self::MetInYouthView,
                Self::MetInTeamView,
                Self::Changed,
                Self::SetAside,
            ],
            Self::InProgress => &[
                Self::Paused,
                Self::MetInYouthView,
                Self::MetInTeamView,
                Self::Changed,
                Self::SetAside,
            ],
            Self::Paused => &[Self::InProgress, Self::Changed, Self::SetAside],
            Self::MetInTeamView => &[Self::MetInYouthView, Self::InProgress],
            Self::MetInYouthView => &[Self::InProgress],
            Self::Changed => &[Self::Proposed],
            Self::SetAside => &[Self::Proposed, Self::InProgress],
        }
    }

    /// Whether there is something to do for it.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Self::Proposed | Self::Accepted | Self::InProgress | Self::Paused
        )
    }

    /// Refuses a move that the table does not have. To stay is no move.
    pub fn check_move(self, to: Self) -> Result<(), Refusal> {
        if self == to {
            return Ok(());
        }
        check(self, to, self.moves(), Self::code)
    }
}

fn check<S: Copy + PartialEq>(
    from: S,
    to: S,
    allowed: &[S],
    code: fn(S) -> &'static str,
) -> Result<(), Refusal> {
    if allowed.contains(&to) {
        return Ok(());
    }
    let shown = |state: S| code(state).to_uppercase();
    Err(Refusal::Move(MoveRefused {
        from: shown(from),
        to: shown(to),
        allowed: allowed.iter().copied().map(shown).collect(),
    }))
}

#[cfg(test)]
mod tests;
