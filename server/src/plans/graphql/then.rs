//! How a plan stood when it was last looked at together: what has moved since is told by
//! what stands beside it now.

use async_graphql::{Context, Result, SimpleObject};
use chrono::{DateTime, Utc};

use super::RecoveryPlan;
use super::reading::PlanReading;
use crate::access::Class;
use crate::graphql::{answer, policy, viewer};
use crate::plans::reviews::PlanReview;
use crate::plans::then;

/// A plan as it stood when it was last looked at together.
#[derive(SimpleObject)]
pub struct PlanThen {
    /// When that was.
    #[graphql(directive = policy::apply(Class::Pointer))]
    at: DateTime<Utc>,
    /// The review; null where there was none yet, and the plan had just become active.
    #[graphql(directive = policy::apply(Class::Narrative))]
    review: Option<PlanReview>,
    /// What it said then.
    #[graphql(directive = policy::apply(Class::Narrative))]
    reading: PlanReading,
}

impl RecoveryPlan {
    /// The plan at its last review, or when it first became active.
    pub(super) async fn then(&self, ctx: &Context<'_>) -> Result<Option<PlanThen>> {
        let found = then::then(viewer(ctx)?, &self.case.permit, self.row.id).await;
        Ok(answer(ctx, found)?.map(|then| PlanThen {
            at: then.at,
            review: then
                .review
                .map(|row| PlanReview::of(row, self.case.clone())),
            reading: PlanReading(then.content),
        }))
    }
}
