//! Inputs of the acts on plans, as GraphQL has them, and what they become.

mod goal;
mod plan;

pub use goal::{PlanGoalAddInput, PlanGoalChangeInput, PlanStepAddInput, PlanStepChangeInput};
pub use plan::{
    PlanActivateInput, PlanMoveInput, PlanReviewSetInput, PlanRightExplainedInput, PlanStartInput,
    PlanStrengthAddInput, PlanStrengthRemoveInput, PlanVoiceRecordInput,
};

/// Characters in a goal, a step or a strength. Above a line's, so that words are kept
/// exactly as they were typed, blanks and all (rule 10).
pub(super) const SENTENCES: usize = 2_000;
