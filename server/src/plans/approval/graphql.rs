//! Approvals in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::decide::{self, ApprovalDecision};
use super::entity::plan_approval;
use super::inputs::PlanApproveInput;
use super::standing::ApprovalState;
use super::waiting::waiting;
use crate::access::{Act, Class};
use crate::cases::CaseRow;
use crate::graphql::{answer, policy, settle, viewer};
use crate::outcome;
use crate::people::User;
use crate::plans::change::place;
use crate::plans::graphql::{PlanVersion, RecoveryPlan, versions_of_cases};

/// A supervisor's word on a version.
pub struct Approval {
    row: plan_approval::Model,
    case: Arc<CaseRow>,
}

impl Approval {
    /// The approval of `row`, which is on `case`.
    pub fn of(row: plan_approval::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// A supervisor's word on a version.
#[Object]
impl Approval {
    /// What was decided.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn decision(&self) -> ApprovalDecision {
        self.row.decision
    }

    /// The word that came with it.
    #[graphql(directive = policy::apply(Class::StaffNote))]
    async fn comment(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("plan_approval", "comment", self.row.id);
        let comment = self.row.comment.as_ref();
        let opened = self.case.permit.open_some(Class::StaffNote, place, comment);
        answer(ctx, opened)
    }

    /// The hash of what it is bound to, in hexadecimal digits.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn content_hash(&self) -> String {
        hex::encode(&self.row.content_hash)
    }

    /// Who decided.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }
}

/// How a plan stands with its approval.
pub struct PlanApproval {
    pub(in crate::plans) state: ApprovalState,
    pub(in crate::plans) version: PlanVersion,
}

/// How a plan stands with its approval: of the version that was frozen last.
#[Object]
impl PlanApproval {
    /// How it stands.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn state(&self) -> ApprovalState {
        self.state
    }

    /// The version that was frozen last.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn version(&self) -> &PlanVersion {
        &self.version
    }
}

outcome!(PlanApproveResult, PlanApproveSuccess { plan: RecoveryPlan });

/// Reads about approvals.
#[derive(Default)]
pub struct ApprovalQuery;

#[Object]
impl ApprovalQuery {
    /// Versions of plans that wait for one's word as a supervisor, those that wait longest
    /// first; at most 50.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn plans_to_approve(&self, ctx: &Context<'_>) -> Result<Vec<PlanVersion>> {
        let viewer = viewer(ctx)?;
        let rows = answer(ctx, waiting(viewer).await)?;
        answer(ctx, versions_of_cases(viewer, rows).await)
    }
}

/// Changes of approvals.
#[derive(Default)]
pub struct ApprovalMutation;

#[Object]
impl ApprovalMutation {
    /// Approves the version that was frozen last, or gives it back with a word. Nobody
    /// approves what they froze or wrote themselves.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_approve(
        &self,
        ctx: &Context<'_>,
        input: PlanApproveInput,
    ) -> Result<PlanApproveResult> {
        let viewer = viewer(ctx)?;
        let done = async { decide::decide(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanApprove, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanApproveResult::of(settled.load(ctx, load).await?))
    }
}
