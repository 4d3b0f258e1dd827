//! A frozen version of a plan in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::plan::RecoveryPlan;
use super::reading::PlanReading;
use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{answer, policy};
use crate::people::User;
use crate::plans::PlanLoaders;
use crate::plans::approval::Approval;
use crate::plans::change::place;
use crate::plans::content::open_frozen;
use crate::plans::entity::plan_version;
use crate::plans::model::Agreement;
use crate::plans::work_loaders::PlanWorkLoaders;

/// A plan as it stood when it became active.
pub struct PlanVersion {
    row: plan_version::Model,
    case: Arc<CaseRow>,
}

impl PlanVersion {
    /// The version of `row`, whose plan is on `case`.
    pub(super) fn of(row: plan_version::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// A plan as it stood when it became active. It is frozen (rule 71).
#[Object]
impl PlanVersion {
    /// The plan, while it is the one of its case.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn plan(&self, ctx: &Context<'_>) -> Result<Option<RecoveryPlan>> {
        let loaded = ctx.data::<PlanLoaders>()?.plan(self.case.case.id).await;
        let plan = answer(ctx, loaded)?.filter(|plan| plan.id == self.row.plan_id);
        Ok(plan.map(|plan| RecoveryPlan::of(plan, self.case.clone())))
    }

    /// What supervisors decided on it, the latest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn approvals(&self, ctx: &Context<'_>) -> Result<Vec<Approval>> {
        let loaded = ctx
            .data::<PlanWorkLoaders>()?
            .approvals(self.row.plan_id)
            .await;
        let rows = answer(ctx, loaded)?.into_iter().rev();
        let of_this = rows.filter(|row| row.plan_version_id == self.row.id);
        Ok(of_this
            .map(|row| Approval::of(row, self.case.clone()))
            .collect())
    }

    /// The version that the plan had then.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn number(&self) -> i32 {
        self.row.number
    }

    /// When it was frozen.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn frozen_at(&self) -> DateTime<Utc> {
        self.row.frozen_at
    }

    /// Who made the plan active.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn frozen_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// Everything that was in it, as JSON text.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn content(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("plan_version", "snapshot", self.row.id);
        let permit = &self.case.permit;
        answer(
            ctx,
            permit.open(Class::Narrative, place, &self.row.snapshot),
        )
    }

    /// What was in it, to read.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reading(&self, ctx: &Context<'_>) -> Result<Option<PlanReading>> {
        let opened = answer(ctx, open_frozen(&self.case.permit, &self.row))?;
        Ok(opened.map(|frozen| PlanReading(frozen.content)))
    }

    /// What the young person thought of the plan then (rule 71).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn youth_agreement(&self) -> Agreement {
        self.row.youth_agreement.unwrap_or(Agreement::NotAskedYet)
    }

    /// Why there was a new version.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn why(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("plan_version", "why", self.row.id);
        let why = self.row.why.as_ref();
        answer(
            ctx,
            self.case.permit.open_some(Class::Narrative, place, why),
        )
    }

    /// SHA-256 of the content, in hexadecimal digits.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn content_hash(&self) -> String {
        hex::encode(&self.row.content_hash)
    }
}
