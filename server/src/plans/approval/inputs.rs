//! Inputs of the acts on approvals.

use async_graphql::{ID, InputObject};

use super::decide::{ApprovalDecide, ApprovalDecision};
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};

/// Approves the version that was frozen last, or gives it back.
#[derive(InputObject)]
pub struct PlanApproveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    plan: ID,
    /// The version that was looked at.
    number: i32,
    /// Its `contentHash`: the decision is on exactly what was looked at.
    content_hash: String,
    /// The decision.
    decision: ApprovalDecision,
    /// What it needs, or a word with the approval, at most 20,000 characters.
    comment: Option<String>,
}

impl PlanApproveInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ApprovalDecide, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let content_hash = hex::decode(&self.content_hash).unwrap_or_else(|_| {
            let message = "Send the hash as the version has it.";
            check.wrong("contentHash", FieldCode::Malformed, message);
            Vec::new()
        });
        let comment = check.maybe("comment", self.comment, STORY);
        check.done()?;
        Ok(ApprovalDecide {
            key,
            plan: id::open(viewer.app(), Kind::Plan, &self.plan)?,
            number: self.number,
            content_hash,
            decision: self.decision,
            comment,
        })
    }
}
