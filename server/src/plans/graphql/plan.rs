//! A plan and its voice and strengths in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::difference::PlanComparison;
use super::goal::Goal;
use super::nodes::{only, plans_by_id};
use super::prompts::{self, PlanPrompt};
use super::reading::PlanReading;
use super::right::RightExplained;
use super::strength::Strength;
use super::then::PlanThen;
use super::version::PlanVersion;
use super::voice::PlanVoice;
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::{Case, Day, Kind, answer, id, policy, viewer};
use crate::plans::PlanLoaders;
use crate::plans::approval::PlanApproval;
use crate::plans::content;
use crate::plans::ending::PlanEnding;
use crate::plans::entity::plan;
use crate::plans::model::PlanState;
use crate::plans::reviews::{PlanReview, ReviewCall};
use crate::plans::together::TogetherRecord;
use crate::plans::work_loaders::PlanWorkLoaders;

/// A recovery plan.
pub struct RecoveryPlan {
    pub(super) row: Arc<plan::Model>,
    pub(super) case: Arc<CaseRow>,
}

impl RecoveryPlan {
    /// The plan of `row`, which is on `case`.
    pub(in crate::plans) fn of(row: plan::Model, case: Arc<CaseRow>) -> Self {
        let row = Arc::new(row);
        Self { row, case }
    }

    /// The plan `id`, if its case is in reach.
    pub(in crate::plans) async fn load(
        viewer: &Viewer,
        id: Uuid,
    ) -> std::result::Result<Self, Refusal> {
        only(plans_by_id(viewer, &[id]).await?)
    }
}

/// A recovery plan: what the young person wants, what is strong, and who does what by when.
#[Object]
impl RecoveryPlan {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Plan, self.row.id)
    }

    /// Send it back with a change. Strengths and the list of goals belong to it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> PlanState {
        self.row.state
    }

    /// Where it may be moved; to `ACTIVE` with voice, a strength and a review day.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn allowed_moves(&self) -> Vec<PlanState> {
        self.row.state.moves().to_vec()
    }

    /// When it became active, the last time it did.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn activated_at(&self) -> Option<DateTime<Utc>> {
        self.row.activated_at
    }

    /// The day on which it is looked at again.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn review_on(&self) -> Option<Day> {
        self.row.review_on.map(Day)
    }

    /// The young person's voice; null until it is recorded.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn voice(&self) -> Option<PlanVoice> {
        PlanVoice::of(self.row.clone(), self.case.clone())
    }

    /// What is strong, in the order in which it was told.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn strengths(&self, ctx: &Context<'_>) -> Result<Vec<Strength>> {
        let rows = ctx.data::<PlanLoaders>()?.strengths(self.row.id).await;
        Ok(answer(ctx, rows)?
            .into_iter()
            .map(|row| Strength::of(row, self.case.clone()))
            .collect())
    }

    /// The goals, the young person's own first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn goals(&self, ctx: &Context<'_>) -> Result<Vec<Goal>> {
        let rows = ctx.data::<PlanLoaders>()?.goals(self.row.id).await;
        Ok(answer(ctx, rows)?
            .into_iter()
            .map(|row| Goal::of(row, self.case.clone()))
            .collect())
    }

    /// The plan as it stood each time it became active, oldest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn versions(&self, ctx: &Context<'_>) -> Result<Vec<PlanVersion>> {
        let rows = ctx.data::<PlanLoaders>()?.versions(self.row.id).await;
        Ok(answer(ctx, rows)?
            .into_iter()
            .map(|row| PlanVersion::of(row, self.case.clone()))
            .collect())
    }

    /// That the right not to engage was explained; null until it was (rule 74).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn right_explained(&self) -> Option<RightExplained> {
        Some(RightExplained {
            on: self.row.right_explained_on?,
            by: self.row.right_explained_by?,
        })
    }

    /// What changed since a version was frozen last: the next version's draft. Null while
    /// nothing did, and before the first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn draft(&self, ctx: &Context<'_>) -> Result<Option<PlanComparison>> {
        let Some(frozen) = self.frozen(ctx, None).await? else {
            return Ok(None);
        };
        let now = self.now(ctx).await?;
        Ok(now
            .map(|now| PlanComparison::of(&frozen.content, &now))
            .filter(PlanComparison::is_material))
    }

    /// What is different between two versions, in the order in which a plan is read; null
    /// when one of them is not there. Without `to`, with the plan as it is now.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn compare(
        &self,
        ctx: &Context<'_>,
        from: i32,
        to: Option<i32>,
    ) -> Result<Option<PlanComparison>> {
        let Some(before) = self.frozen(ctx, Some(from)).await? else {
            return Ok(None);
        };
        let after = match to {
            Some(to) => self
                .frozen(ctx, Some(to))
                .await?
                .map(|frozen| frozen.content),
            None => self.now(ctx).await?,
        };
        Ok(after.map(|after| PlanComparison::of(&before.content, &after)))
    }

    /// The plan as it was at the end of a day (UTC): null before it was started.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn at(&self, ctx: &Context<'_>, on: Day) -> Result<Option<PlanReading>> {
        let permit = &self.case.permit;
        let found = content::at(viewer(ctx)?, permit, self.row.id, on.0).await;
        Ok(answer(ctx, found)?.map(PlanReading))
    }

    /// How it stood when it was last reviewed; before a first review, when it first became
    /// active. Null before that.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn at_last_review(&self, ctx: &Context<'_>) -> Result<Option<PlanThen>> {
        self.then(ctx).await
    }

    /// How it stands with a supervisor's word on what was frozen last; null before the
    /// first version. A change of what was agreed on lets an approval fall away.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn approval(&self, ctx: &Context<'_>) -> Result<Option<PlanApproval>> {
        self.standing(ctx).await
    }

    /// The reviews that were held, the latest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reviews(&self, ctx: &Context<'_>) -> Result<Vec<PlanReview>> {
        let rows = ctx.data::<PlanWorkLoaders>()?.reviews(self.row.id).await;
        let rows = answer(ctx, rows)?.into_iter().rev();
        Ok(rows
            .map(|row| PlanReview::of(row, self.case.clone()))
            .collect())
    }

    /// What called for reviews before their day, the latest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn review_calls(&self, ctx: &Context<'_>) -> Result<Vec<ReviewCall>> {
        let rows = ctx.data::<PlanWorkLoaders>()?.calls(self.row.id).await;
        let rows = answer(ctx, rows)?.into_iter().rev();
        Ok(rows
            .map(|row| ReviewCall::of(row, self.case.clone()))
            .collect())
    }

    /// How it ended, each time it did, the latest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn endings(&self, ctx: &Context<'_>) -> Result<Vec<PlanEnding>> {
        let rows = ctx.data::<PlanWorkLoaders>()?.endings(self.row.id).await;
        let rows = answer(ctx, rows)?.into_iter().rev();
        let endings = rows.map(|row| PlanEnding::of(row, self.case.clone()));
        let endings: std::result::Result<Vec<_>, _> = endings.collect();
        Ok(answer(ctx, endings)?.into_iter().flatten().collect())
    }

    /// What was said and chosen together with the young person, the latest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn together(&self, ctx: &Context<'_>) -> Result<Vec<TogetherRecord>> {
        let rows = ctx.data::<PlanWorkLoaders>()?.togethers(self.row.id).await;
        let rows = answer(ctx, rows)?.into_iter().rev();
        Ok(rows
            .map(|row| TogetherRecord::of(row, self.case.clone()))
            .collect())
    }

    /// What this plan asks for next. Nothing is held up by any of it.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn prompts(&self, ctx: &Context<'_>) -> Result<Vec<PlanPrompt>> {
        prompts::of(self, ctx).await
    }
}
