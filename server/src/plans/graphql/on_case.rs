//! What a case shows of its plan.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use super::RecoveryPlan;
use crate::access::{Act, Class, Locale};
use crate::cases::CaseRow;
use crate::graphql::{answer, policy, viewer};
use crate::plans::PlanLoaders;
use crate::plans::SupportLoaders;
use crate::plans::copies::{CopyAudience, PlanCopy, PlanCopyPreview, copies_of, preview};
use crate::plans::immediate::ImmediatePlan;
use crate::plans::model::PlanState;
use crate::plans::support::{SafetyPlan, StageEntry, SupportProfile};
use crate::plans::work_loaders::PlanWorkLoaders;

/// The plan of a case.
pub struct OnCase(pub Arc<CaseRow>);

/// The plan of a case.
#[Object]
impl OnCase {
    /// The plan that is worked with, or else the one that was completed last; null before
    /// there is one, and for those who may not see it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn plan(&self, ctx: &Context<'_>) -> Result<Option<RecoveryPlan>> {
        if !self.0.permit.allows(viewer(ctx)?, Act::PlanView) {
            return Ok(None);
        }
        let loaders = ctx.data::<PlanLoaders>()?;
        let found = answer(ctx, loaders.plan(self.0.case.id).await)?;
        Ok(found.map(|row| RecoveryPlan::of(row, self.0.clone())))
    }

    /// Where that plan stands.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn plan_state(&self, ctx: &Context<'_>) -> Result<Option<PlanState>> {
        if !self.0.permit.allows(viewer(ctx)?, Act::PlanView) {
            return Ok(None);
        }
        let state = self.0.board.plan_state.as_deref();
        Ok(state.and_then(PlanState::parse))
    }

    /// What helps this young person: what calms, what is not asked again (rule 126). Null
    /// while nothing is written.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn support_profile(&self, ctx: &Context<'_>) -> Result<Option<SupportProfile>> {
        if !self.0.permit.allows(viewer(ctx)?, Act::PlanView) {
            return Ok(None);
        }
        let found = ctx.data::<SupportLoaders>()?.profile(self.0.case.id).await;
        let of = |row| SupportProfile::of(row, &self.0);
        Ok(answer(ctx, answer(ctx, found)?.map(of).transpose())?.flatten())
    }

    /// What helps when it gets unsafe (rule 68). Null while nothing is written.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn safety_plan(&self, ctx: &Context<'_>) -> Result<Option<SafetyPlan>> {
        if !self.0.permit.allows(viewer(ctx)?, Act::PlanView) {
            return Ok(None);
        }
        let found = ctx.data::<SupportLoaders>()?.safety(self.0.case.id).await;
        let of = |row| SafetyPlan::of(row, &self.0);
        Ok(answer(ctx, answer(ctx, found)?.map(of).transpose())?.flatten())
    }

    /// Stages of change as staff noted them, the latest day first (rule 70).
    #[graphql(directive = policy::apply(Class::StaffNote))]
    async fn stages(&self, ctx: &Context<'_>) -> Result<Vec<StageEntry>> {
        if !self.0.permit.allows(viewer(ctx)?, Act::PlanView) {
            return Ok(Vec::new());
        }
        let found = ctx.data::<SupportLoaders>()?.stages(self.0.case.id).await;
        let of = |row| StageEntry::of(row, self.0.clone());
        Ok(answer(ctx, found)?.into_iter().map(of).collect())
    }

    /// What happens in the first hours after the child is found (rules 63, 64): the one
    /// that is written or lived by; null while there is none.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn immediate_plan(&self, ctx: &Context<'_>) -> Result<Option<ImmediatePlan>> {
        if !self.0.permit.allows(viewer(ctx)?, Act::PlanView) {
            return Ok(None);
        }
        let found = ctx
            .data::<PlanWorkLoaders>()?
            .immediate(self.0.case.id)
            .await;
        let found = answer(ctx, found)?;
        Ok(found.map(|row| ImmediatePlan::of(row, self.0.clone())))
    }

    /// What a copy for `audience` would say on paper. Without `language`, in the young
    /// person's where paper speaks it, or else in one's own. Null when there is nothing to
    /// copy, and for those who may not. `of` is the young person of an accounting, or the
    /// release of a form to sign. With `figures`, the pictures stand on it: on the team's copy
    /// alone (rule 77).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn plan_copy_preview(
        &self,
        ctx: &Context<'_>,
        audience: CopyAudience,
        of: Option<ID>,
        language: Option<Locale>,
        figures: Option<bool>,
    ) -> Result<Option<PlanCopyPreview>> {
        let pictured = figures.unwrap_or_default();
        preview(ctx, &self.0, audience, of, language, pictured).await
    }

    /// The copies on paper that were made, the latest first.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn plan_copies(&self, ctx: &Context<'_>) -> Result<Vec<PlanCopy>> {
        if !self.0.permit.allows(viewer(ctx)?, Act::PlanView) {
            return Ok(Vec::new());
        }
        copies_of(ctx, &self.0).await
    }
}
