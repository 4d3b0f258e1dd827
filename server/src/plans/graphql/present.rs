//! What a plan says now and said when it was frozen, from what the document's loaders read.

use async_graphql::{Context, Result};

use super::RecoveryPlan;
use super::version::PlanVersion;
use crate::access::Class;
use crate::graphql::answer;
use crate::plans::PlanLoaders;
use crate::plans::approval::{PlanApproval, standing};
use crate::plans::content::{Content, Frozen, Rows, Told, material, open_frozen};
use crate::plans::support::{SupportLoaders, open_profile, open_safety};
use crate::plans::work_loaders::PlanWorkLoaders;

impl RecoveryPlan {
    /// What the plan says now; `None` for one who may not read it.
    pub(in crate::plans) async fn now(&self, ctx: &Context<'_>) -> Result<Option<Content>> {
        let (permit, loaders) = (&self.case.permit, ctx.data::<PlanLoaders>()?);
        if !permit.sees(Class::Narrative) {
            return Ok(None);
        }
        let strengths = answer(ctx, loaders.strengths(self.row.id).await)?;
        let goals = answer(ctx, loaders.goals(self.row.id).await)?;
        let steps = futures::future::join_all(goals.iter().map(|goal| loaders.steps(goal.id)));
        let mut all = Vec::new();
        for steps in steps.await {
            all.extend(answer(ctx, steps)?);
        }
        let papers = ctx.data::<SupportLoaders>()?;
        let profile = answer(ctx, papers.profile(self.row.case_id).await)?;
        let profile = profile.map(|row| open_profile(permit, &row)).transpose();
        let safety = answer(ctx, papers.safety(self.row.case_id).await)?;
        let safety = safety.map(|row| open_safety(permit, &row)).transpose();
        let told = Told(permit).content(Rows {
            plan: &self.row,
            strengths: &strengths,
            goals: &goals,
            steps: all,
            profile: answer(ctx, profile)?.flatten(),
            safety: answer(ctx, safety)?.flatten(),
        });
        answer(ctx, told).map(Some)
    }

    /// The version `number`, or the one that was frozen last.
    pub(super) async fn frozen(
        &self,
        ctx: &Context<'_>,
        number: Option<i32>,
    ) -> Result<Option<Frozen>> {
        let loaded = ctx.data::<PlanLoaders>()?.versions(self.row.id).await;
        let mut versions = answer(ctx, loaded)?.into_iter();
        let found = match number {
            Some(number) => versions.find(|version| version.number == number),
            None => versions.next_back(),
        };
        let opened = found.map(|row| open_frozen(&self.case.permit, &row));
        Ok(answer(ctx, opened.transpose())?.flatten())
    }

    /// Whether the plan says something else than when it was frozen last.
    pub(super) async fn has_draft(&self, ctx: &Context<'_>) -> Result<bool> {
        let frozen = self.frozen(ctx, None).await?;
        let Some((frozen, now)) = frozen.zip(self.now(ctx).await?) else {
            return Ok(false);
        };
        Ok(material(&frozen.content) != material(&now))
    }

    /// How it stands with a supervisor's word on the version that was frozen last.
    pub(super) async fn standing(&self, ctx: &Context<'_>) -> Result<Option<PlanApproval>> {
        let loaded = ctx.data::<PlanLoaders>()?.versions(self.row.id).await;
        let Some(version) = answer(ctx, loaded)?.pop() else {
            return Ok(None);
        };
        let approvals = ctx.data::<PlanWorkLoaders>()?.approvals(self.row.id).await;
        let approvals = answer(ctx, approvals)?;
        Ok(Some(PlanApproval {
            state: standing(&version, &approvals, self.has_draft(ctx).await?),
            version: PlanVersion::of(version, self.case.clone()),
        }))
    }
}
