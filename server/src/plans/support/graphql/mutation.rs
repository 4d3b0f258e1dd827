//! Changes of what helps a young person.

use async_graphql::{Context, Object, Result};

use crate::access::{Act, Class};
use crate::cases;
use crate::graphql::{Case, policy, settle, viewer};
use crate::outcome;
use crate::plans::support::inputs::{
    SafetyPlanSettleInput, SafetyPlanWriteInput, StageNoteInput, SupportProfileWriteInput,
};
use crate::plans::support::{profile_write, safety_settle, safety_write, stage};

outcome!(
    SupportProfileWriteResult,
    SupportProfileWriteSuccess { case: Case }
);
outcome!(SafetyPlanWriteResult, SafetyPlanWriteSuccess { case: Case });
outcome!(
    SafetyPlanSettleResult,
    SafetyPlanSettleSuccess { case: Case }
);
outcome!(StageNoteResult, StageNoteSuccess { case: Case });

/// Changes of what helps a young person.
#[derive(Default)]
pub struct SupportMutation;

#[Object]
impl SupportMutation {
    /// Writes the support profile: what sets off, what calms, what is not asked again.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn support_profile_write(
        &self,
        ctx: &Context<'_>,
        input: SupportProfileWriteInput,
    ) -> Result<SupportProfileWriteResult> {
        let viewer = viewer(ctx)?;
        let done = async { profile_write::write(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| cases::one(viewer, id).await.map(Case::of);
        Ok(SupportProfileWriteResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Writes the safety plan (rule 68). It may stay incomplete, and opens a settled one again.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn safety_plan_write(
        &self,
        ctx: &Context<'_>,
        input: SafetyPlanWriteInput,
    ) -> Result<SafetyPlanWriteResult> {
        let viewer = viewer(ctx)?;
        let done = async { safety_write::write(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| cases::one(viewer, id).await.map(Case::of);
        Ok(SafetyPlanWriteResult::of(settled.load(ctx, load).await?))
    }

    /// Settles the safety plan with the young person: with every section, and at least one
    /// safe person whom they chose (rule 68).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn safety_plan_settle(
        &self,
        ctx: &Context<'_>,
        input: SafetyPlanSettleInput,
    ) -> Result<SafetyPlanSettleResult> {
        let viewer = viewer(ctx)?;
        let done = async { safety_settle::settle(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| cases::one(viewer, id).await.map(Case::of);
        Ok(SafetyPlanSettleResult::of(settled.load(ctx, load).await?))
    }

    /// Notes a stage of change, for staff alone (rule 70).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn stage_note(
        &self,
        ctx: &Context<'_>,
        input: StageNoteInput,
    ) -> Result<StageNoteResult> {
        let viewer = viewer(ctx)?;
        let done = async { stage::note(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| cases::one(viewer, id).await.map(Case::of);
        Ok(StageNoteResult::of(settled.load(ctx, load).await?))
    }
}
