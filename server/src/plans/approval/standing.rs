//! How a plan stands with its approval.

use super::decide::ApprovalDecision;
use super::entity::plan_approval;
use crate::codes;
use crate::plans::entity::plan_version;

codes! {
    /// How a plan stands with its approval.
    pub enum ApprovalState {
        /// The version that was frozen last waits for a supervisor's word.
        Waiting = "waiting",
        Approved = "approved",
        /// It was given back with a word.
        Returned = "returned",
        /// What was approved is not what the plan says now.
        FellAway = "fell_away",
    }
}

/// How it stands with `version`, the last one; `changed` when the plan says something else
/// by now. Of several decisions on a version the last one counts.
pub(in crate::plans) fn standing(
    version: &plan_version::Model,
    approvals: &[plan_approval::Model],
    changed: bool,
) -> ApprovalState {
    let of_version = |approval: &&plan_approval::Model| approval.plan_version_id == version.id;
    match approvals.iter().rfind(of_version) {
        Some(last) if last.decision == ApprovalDecision::Returned => ApprovalState::Returned,
        Some(_) if changed => ApprovalState::FellAway,
        Some(_) => ApprovalState::Approved,
        None => ApprovalState::Waiting,
    }
}
