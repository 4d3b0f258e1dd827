//! Changes of immediate plans.

use async_graphql::{Context, Object, Result};
use uuid::Uuid;

use super::plan::{ImmediatePlan, immediate_plans_by_id};
use crate::access::{Act, Class, Viewer};
use crate::error::Refusal;
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::plans::immediate::inputs::{
    ImmediatePlanActivateInput, ImmediatePlanStartInput, ImmediateSectionDoneInput,
    ImmediateSectionWriteInput,
};
use crate::plans::immediate::{activate, done, start, write};

outcome!(
    ImmediatePlanStartResult,
    ImmediatePlanStartSuccess {
        plan: ImmediatePlan
    }
);
outcome!(
    ImmediateSectionWriteResult,
    ImmediateSectionWriteSuccess {
        plan: ImmediatePlan
    }
);
outcome!(
    ImmediatePlanActivateResult,
    ImmediatePlanActivateSuccess {
        plan: ImmediatePlan
    }
);
outcome!(
    ImmediateSectionDoneResult,
    ImmediateSectionDoneSuccess {
        plan: ImmediatePlan
    }
);

async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<ImmediatePlan, Refusal> {
    let found = immediate_plans_by_id(viewer, &[id]).await?.pop();
    found.map(|(_, plan)| plan).ok_or(Refusal::NotFound)
}

/// Changes of immediate plans.
#[derive(Default)]
pub struct ImmediateMutation;

#[Object]
impl ImmediateMutation {
    /// Starts an immediate recovery plan, while the child is missing (rule 63).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn immediate_plan_start(
        &self,
        ctx: &Context<'_>,
        input: ImmediatePlanStartInput,
    ) -> Result<ImmediatePlanStartResult> {
        let viewer = viewer(ctx)?;
        let done = async { start::start(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| load(viewer, id).await;
        Ok(ImmediatePlanStartResult::of(settled.load(ctx, load).await?))
    }

    /// Writes a section of an immediate plan, or that it is not known yet (rule 64).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn immediate_section_write(
        &self,
        ctx: &Context<'_>,
        input: ImmediateSectionWriteInput,
    ) -> Result<ImmediateSectionWriteResult> {
        let viewer = viewer(ctx)?;
        let done = async { write::write(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| load(viewer, id).await;
        Ok(ImmediateSectionWriteResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Makes an immediate plan the one that is lived by, from the hour of recovery: with no
    /// section silent (rules 63, 64).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn immediate_plan_activate(
        &self,
        ctx: &Context<'_>,
        input: ImmediatePlanActivateInput,
    ) -> Result<ImmediatePlanActivateResult> {
        let viewer = viewer(ctx)?;
        let done = async { activate::activate(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanActivate, done).await?;
        let load = async |id| load(viewer, id).await;
        Ok(ImmediatePlanActivateResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Stamps a step of an active immediate plan as done, or takes the stamp away.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn immediate_section_done(
        &self,
        ctx: &Context<'_>,
        input: ImmediateSectionDoneInput,
    ) -> Result<ImmediateSectionDoneResult> {
        let viewer = viewer(ctx)?;
        let done = async { done::stamp(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| load(viewer, id).await;
        Ok(ImmediateSectionDoneResult::of(
            settled.load(ctx, load).await?,
        ))
    }
}
