//! What a plan asks for next (rules 66, 68, 72, 74).

use async_graphql::{Context, Result};
use chrono::Duration;

use super::RecoveryPlan;
use crate::codes;
use crate::graphql::{answer, viewer};
use crate::plans::PlanLoaders;
use crate::plans::approval::ApprovalState;
use crate::plans::model::GoalOwner;
use crate::plans::support::SupportLoaders;
use crate::plans::work_loaders::PlanWorkLoaders;

codes! {
    /// What a plan asks for next: a prompt, never an error.
    pub enum PlanPrompt {
        /// No goal is the young person's own, after the days that are set (rule 66).
        NoYouthGoal = "no_youth_goal",
        /// The right not to engage was not explained yet (rule 74).
        RightNotExplained = "right_not_explained",
        /// There is no safety plan that was settled with the young person (rule 68).
        SafetyPlanOpen = "safety_plan_open",
        /// The day of the review has passed (rule 72).
        ReviewOverdue = "review_overdue",
        /// Something happened that calls for a review (rule 72).
        ReviewCalled = "review_called",
        /// The plan changed since it was frozen.
        DraftOpen = "draft_open",
        /// What was approved is not what the plan says now.
        ApprovalFellAway = "approval_fell_away",
    }
}

/// The prompts of `plan`; none of one that has ended.
pub(super) async fn of(plan: &RecoveryPlan, ctx: &Context<'_>) -> Result<Vec<PlanPrompt>> {
    let row = &plan.row;
    if !row.state.is_live() {
        return Ok(Vec::new());
    }
    let (work, papers) = (
        ctx.data::<PlanWorkLoaders>()?,
        ctx.data::<SupportLoaders>()?,
    );
    let now = viewer(ctx)?.app().clock().now();
    let goals = answer(ctx, ctx.data::<PlanLoaders>()?.goals(row.id).await)?;
    let settings = answer(ctx, work.settings(row.org_id).await)?;
    let asks = row.created_at + Duration::days(i64::from(settings.youth_goal_days));
    let own = goals.iter().any(|goal| goal.owner == GoalOwner::Youth);
    let safety = answer(ctx, papers.safety(row.case_id).await)?;
    let calls = answer(ctx, work.calls(row.id).await)?;
    let draft = plan.has_draft(ctx).await?;
    let standing = plan.standing(ctx).await?.map(|standing| standing.state);
    let active = row.activated_at.is_some();
    let today = now.date_naive();
    let asked = [
        (PlanPrompt::NoYouthGoal, !own && now >= asks),
        (
            PlanPrompt::RightNotExplained,
            row.right_explained_on.is_none(),
        ),
        (
            PlanPrompt::SafetyPlanOpen,
            safety.is_none_or(|safety| safety.settled_at.is_none()),
        ),
        (
            PlanPrompt::ReviewOverdue,
            active && row.review_on.is_some_and(|day| day < today),
        ),
        (
            PlanPrompt::ReviewCalled,
            calls.iter().any(|call| call.review_id.is_none()),
        ),
        (PlanPrompt::DraftOpen, draft),
        (
            PlanPrompt::ApprovalFellAway,
            standing == Some(ApprovalState::FellAway),
        ),
    ];
    let asked = asked.into_iter().filter(|(_, asks)| *asks);
    Ok(asked.map(|(prompt, _)| prompt).collect())
}
