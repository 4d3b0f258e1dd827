//! Changes of plans.

use async_graphql::{Context, Object, Result};

use super::{Goal, RecoveryPlan, Step};
use crate::access::{Act, Class};
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::plans::inputs::{
    PlanActivateInput, PlanGoalAddInput, PlanGoalChangeInput, PlanMoveInput, PlanReviewSetInput,
    PlanRightExplainedInput, PlanStartInput, PlanStepAddInput, PlanStepChangeInput,
    PlanStrengthAddInput, PlanStrengthRemoveInput, PlanVoiceRecordInput,
};
use crate::plans::{activate, goal_acts, review, right, shift, start, step_acts, strength, voice};

outcome!(PlanStartResult, PlanStartSuccess { plan: RecoveryPlan });
outcome!(
    PlanVoiceRecordResult,
    PlanVoiceRecordSuccess { plan: RecoveryPlan }
);
outcome!(
    PlanStrengthAddResult,
    PlanStrengthAddSuccess { plan: RecoveryPlan }
);
outcome!(
    PlanStrengthRemoveResult,
    PlanStrengthRemoveSuccess { plan: RecoveryPlan }
);
outcome!(PlanGoalAddResult, PlanGoalAddSuccess { plan: RecoveryPlan });
outcome!(PlanGoalChangeResult, PlanGoalChangeSuccess { goal: Goal });
outcome!(PlanStepAddResult, PlanStepAddSuccess { goal: Goal });
outcome!(PlanStepChangeResult, PlanStepChangeSuccess { step: Step });
outcome!(
    PlanReviewSetResult,
    PlanReviewSetSuccess { plan: RecoveryPlan }
);
outcome!(
    PlanRightExplainedResult,
    PlanRightExplainedSuccess { plan: RecoveryPlan }
);
outcome!(
    PlanActivateResult,
    PlanActivateSuccess { plan: RecoveryPlan }
);
outcome!(PlanMoveResult, PlanMoveSuccess { plan: RecoveryPlan });

/// Changes of plans.
#[derive(Default)]
pub struct PlanMutation;

#[Object]
impl PlanMutation {
    /// Starts a plan for a case that has none to work with; a completed one is superseded.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_start(
        &self,
        ctx: &Context<'_>,
        input: PlanStartInput,
    ) -> Result<PlanStartResult> {
        let viewer = viewer(ctx)?;
        let done = async { start::start(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanStartResult::of(settled.load(ctx, load).await?))
    }

    /// Records the young person's voice, or why it is not there yet (rules 10, 65).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_voice_record(
        &self,
        ctx: &Context<'_>,
        input: PlanVoiceRecordInput,
    ) -> Result<PlanVoiceRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { voice::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanVoiceRecordResult::of(settled.load(ctx, load).await?))
    }

    /// Adds a strength (rule 67).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_strength_add(
        &self,
        ctx: &Context<'_>,
        input: PlanStrengthAddInput,
    ) -> Result<PlanStrengthAddResult> {
        let viewer = viewer(ctx)?;
        let done = async { strength::add(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanStrengthAddResult::of(settled.load(ctx, load).await?))
    }

    /// Takes a strength away.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_strength_remove(
        &self,
        ctx: &Context<'_>,
        input: PlanStrengthRemoveInput,
    ) -> Result<PlanStrengthRemoveResult> {
        let viewer = viewer(ctx)?;
        let done = async { strength::remove(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanStrengthRemoveResult::of(settled.load(ctx, load).await?))
    }

    /// Adds a goal and says whose it is (rule 66).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_goal_add(
        &self,
        ctx: &Context<'_>,
        input: PlanGoalAddInput,
    ) -> Result<PlanGoalAddResult> {
        let viewer = viewer(ctx)?;
        let done = async { goal_acts::add(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanGoalAddResult::of(settled.load(ctx, load).await?))
    }

    /// Changes a goal, or moves it to another state.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_goal_change(
        &self,
        ctx: &Context<'_>,
        input: PlanGoalChangeInput,
    ) -> Result<PlanGoalChangeResult> {
        let viewer = viewer(ctx)?;
        let done = async { goal_acts::change(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| Goal::load(viewer, id).await;
        Ok(PlanGoalChangeResult::of(settled.load(ctx, load).await?))
    }

    /// Adds a step to a goal, with an owner and a day (rule 73).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_step_add(
        &self,
        ctx: &Context<'_>,
        input: PlanStepAddInput,
    ) -> Result<PlanStepAddResult> {
        let viewer = viewer(ctx)?;
        let done = async { step_acts::add(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| Goal::load(viewer, id).await;
        Ok(PlanStepAddResult::of(settled.load(ctx, load).await?))
    }

    /// Changes a step, or says how it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_step_change(
        &self,
        ctx: &Context<'_>,
        input: PlanStepChangeInput,
    ) -> Result<PlanStepChangeResult> {
        let viewer = viewer(ctx)?;
        let done = async { step_acts::change(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| Step::load(viewer, id).await;
        Ok(PlanStepChangeResult::of(settled.load(ctx, load).await?))
    }

    /// Sets the day on which the plan is looked at again.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_review_set(
        &self,
        ctx: &Context<'_>,
        input: PlanReviewSetInput,
    ) -> Result<PlanReviewSetResult> {
        let viewer = viewer(ctx)?;
        let done = async { review::set(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanReviewSetResult::of(settled.load(ctx, load).await?))
    }

    /// Records that the young person's right not to engage was explained (rule 74).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_right_explained(
        &self,
        ctx: &Context<'_>,
        input: PlanRightExplainedInput,
    ) -> Result<PlanRightExplainedResult> {
        let viewer = viewer(ctx)?;
        let done = async { right::explained(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanRightExplainedResult::of(settled.load(ctx, load).await?))
    }

    /// Makes the plan active: with the young person's voice and a strength (rules 65, 67). A version is frozen (rule 71). An active plan with a draft is frozen anew.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_activate(
        &self,
        ctx: &Context<'_>,
        input: PlanActivateInput,
    ) -> Result<PlanActivateResult> {
        let viewer = viewer(ctx)?;
        let done = async { activate::activate(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanActivate, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanActivateResult::of(settled.load(ctx, load).await?))
    }

    /// Moves the plan to another state.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_move(&self, ctx: &Context<'_>, input: PlanMoveInput) -> Result<PlanMoveResult> {
        let viewer = viewer(ctx)?;
        let act = input.act();
        let done = async { shift::shift(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, act, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanMoveResult::of(settled.load(ctx, load).await?))
    }
}
