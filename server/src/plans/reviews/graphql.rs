//! Reviews in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::entity::{plan_review, review_call};
use super::inputs::{PlanReviewHoldInput, PlanReviewOpenInput};
use super::open::ReviewTrigger;
use super::{hold, open};
use crate::access::{Act, Class};
use crate::cases::CaseRow;
use crate::graphql::{Day, answer, policy, settle, viewer};
use crate::outcome;
use crate::people::User;
use crate::plans::change::place;
use crate::plans::graphql::RecoveryPlan;
use crate::plans::model::Agreement;

/// A review that was held.
pub struct PlanReview {
    row: plan_review::Model,
    case: Arc<CaseRow>,
}

impl PlanReview {
    /// The review of `row`, which is on `case`.
    pub fn of(row: plan_review::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// A review that was held (rule 72).
#[Object]
impl PlanReview {
    /// The day on which it was due.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn due_on(&self) -> Option<Day> {
        self.row.due_on.map(Day)
    }

    /// When it was held.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn held_at(&self) -> DateTime<Utc> {
        self.row.held_at
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn held_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// What had changed.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn changed(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("plan_review", "changed", self.row.id);
        let changed = &self.row.changed;
        answer(ctx, self.case.permit.open(Class::Narrative, place, changed))
    }

    /// What the young person thought of the plan then.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn youth_agreement(&self) -> Agreement {
        self.row.youth_agreement
    }

    /// What they said to it, exactly as they said it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn youth_words(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("plan_review", "youth_words", self.row.id);
        let words = self.row.youth_words.as_ref();
        answer(
            ctx,
            self.case.permit.open_some(Class::Narrative, place, words),
        )
    }

    /// The next day that was set with it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn next_on(&self) -> Day {
        Day(self.row.next_on)
    }
}

/// What calls, or called, for a review before its day.
pub struct ReviewCall {
    row: review_call::Model,
    case: Arc<CaseRow>,
}

impl ReviewCall {
    /// The call of `row`, which is on `case`.
    pub fn of(row: review_call::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// What calls, or called, for a review before its day (rule 72).
#[Object]
impl ReviewCall {
    /// What happened.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn trigger(&self) -> ReviewTrigger {
        self.row.trigger
    }

    /// A word on it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("review_call", "note", self.row.id);
        let note = self.row.note.as_ref();
        answer(
            ctx,
            self.case.permit.open_some(Class::Narrative, place, note),
        )
    }

    /// Who called.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }

    /// Whether a review was held since.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn answered(&self) -> bool {
        self.row.review_id.is_some()
    }
}

outcome!(
    PlanReviewOpenResult,
    PlanReviewOpenSuccess { plan: RecoveryPlan }
);
outcome!(
    PlanReviewHoldResult,
    PlanReviewHoldSuccess { plan: RecoveryPlan }
);

/// Changes of reviews.
#[derive(Default)]
pub struct ReviewMutation;

#[Object]
impl ReviewMutation {
    /// Calls for a review today, because something happened (rule 72).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_review_open(
        &self,
        ctx: &Context<'_>,
        input: PlanReviewOpenInput,
    ) -> Result<PlanReviewOpenResult> {
        let viewer = viewer(ctx)?;
        let done = async { open::open(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanReviewOpenResult::of(settled.load(ctx, load).await?))
    }

    /// Writes down a review: what changed, and what the young person thinks of it. The next
    /// day is set by the cadence, or sooner (rule 72).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_review_hold(
        &self,
        ctx: &Context<'_>,
        input: PlanReviewHoldInput,
    ) -> Result<PlanReviewHoldResult> {
        let viewer = viewer(ctx)?;
        let done = async { hold::hold(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanReviewHoldResult::of(settled.load(ctx, load).await?))
    }
}
