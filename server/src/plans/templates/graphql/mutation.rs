//! Changes of templates, and taking from them.

use async_graphql::{Context, Object, Result};

use super::inputs::{
    PlanTemplateOfferInput, PlanTemplatePublishInput, PlanTemplateReviewRecordInput,
    PlanTemplateSaveInput,
};
use super::take_input::PlanTemplateTakeInput;
use super::template::PlanTemplate;
use crate::access::{Act, Class};
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::plans::graphql::RecoveryPlan;
use crate::plans::templates::{offer, publish, review, save, take};

outcome!(
    PlanTemplateSaveResult,
    PlanTemplateSaveSuccess {
        template: PlanTemplate
    }
);
outcome!(
    PlanTemplatePublishResult,
    PlanTemplatePublishSuccess {
        template: PlanTemplate
    }
);
outcome!(
    PlanTemplateOfferResult,
    PlanTemplateOfferSuccess {
        template: PlanTemplate
    }
);
outcome!(
    PlanTemplateReviewRecordResult,
    PlanTemplateReviewRecordSuccess {
        template: PlanTemplate
    }
);
outcome!(
    PlanTemplateTakeResult,
    PlanTemplateTakeSuccess { plan: RecoveryPlan }
);

/// Changes of templates, and taking from them.
#[derive(Default)]
pub struct TemplateMutation;

#[Object]
impl TemplateMutation {
    /// Writes the draft of a template, or begins one.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_template_save(
        &self,
        ctx: &Context<'_>,
        input: PlanTemplateSaveInput,
    ) -> Result<PlanTemplateSaveResult> {
        let viewer = viewer(ctx)?;
        let done = async { save::save(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanTemplateWrite, done).await?;
        let load = async |id| PlanTemplate::load(viewer, id).await;
        Ok(PlanTemplateSaveResult::of(settled.load(ctx, load).await?))
    }

    /// Publishes the draft: a version that nothing changes, from which goals are taken from
    /// now on. Words that are not said of a young person are refused (rule 9).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_template_publish(
        &self,
        ctx: &Context<'_>,
        input: PlanTemplatePublishInput,
    ) -> Result<PlanTemplatePublishResult> {
        let viewer = viewer(ctx)?;
        let done = async { publish::publish(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanTemplateWrite, done).await?;
        let load = async |id| PlanTemplate::load(viewer, id).await;
        Ok(PlanTemplatePublishResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Withdraws a template, or offers it again. Plans keep what they took.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_template_offer(
        &self,
        ctx: &Context<'_>,
        input: PlanTemplateOfferInput,
    ) -> Result<PlanTemplateOfferResult> {
        let viewer = viewer(ctx)?;
        let done = async { offer::offer(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanTemplateWrite, done).await?;
        let load = async |id| PlanTemplate::load(viewer, id).await;
        Ok(PlanTemplateOfferResult::of(settled.load(ctx, load).await?))
    }

    /// Records how the review of a version with survivor experts stands (rule 118). What
    /// was said before stays.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_template_review_record(
        &self,
        ctx: &Context<'_>,
        input: PlanTemplateReviewRecordInput,
    ) -> Result<PlanTemplateReviewRecordResult> {
        let viewer = viewer(ctx)?;
        let act = input.act();
        let done = async { review::review(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, act, done).await?;
        let load = async |id| PlanTemplate::load(viewer, id).await;
        Ok(PlanTemplateReviewRecordResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Takes goals and steps from a version of a template, changed on the way, into a
    /// case's plan, which is started where there is none. All of it or nothing.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_template_take(
        &self,
        ctx: &Context<'_>,
        input: PlanTemplateTakeInput,
    ) -> Result<PlanTemplateTakeResult> {
        let viewer = viewer(ctx)?;
        let done = async { take::take(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanTemplateTakeResult::of(settled.load(ctx, load).await?))
    }
}
