//! How a plan stood when it was last looked at together.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::content::{self, Content};
use super::entity::plan_version;
use super::reviews::entity::plan_review;
use crate::access::{CasePermit, Viewer};
use crate::error::Refusal;
use crate::store::prelude::*;

/// A plan at its last review; before a first one, when it first became active.
pub(super) struct Then {
    pub at: DateTime<Utc>,
    pub review: Option<plan_review::Model>,
    pub content: Content,
}

/// As fine as both databases keep an instant: what was written in the same act is in it.
const WITH_IT: TimeDelta = TimeDelta::microseconds(1);

/// `plan` at its last review, or when it first became active. `None` before that, and for
/// one who may not read it. At most four statements.
pub(super) async fn then(
    viewer: &Viewer,
    permit: &CasePermit,
    plan: Uuid,
) -> Result<Option<Then>, Refusal> {
    let review = viewer
        .select::<plan_review::Entity>()
        .filter(plan_review::Column::PlanId.eq(plan))
        .order(plan_review::Column::HeldAt, Order::Desc)
        .order(plan_review::Column::Id, Order::Desc)
        .limit(1)
        .one()
        .await?;
    let at = match &review {
        Some(review) => Some(review.held_at),
        None => first_frozen(viewer, plan).await?,
    };
    let Some(at) = at else {
        return Ok(None);
    };
    let content = content::before(viewer, permit, plan, at + WITH_IT).await?;
    Ok(content.map(|content| Then {
        at,
        review,
        content,
    }))
}

async fn first_frozen(viewer: &Viewer, plan: Uuid) -> Result<Option<DateTime<Utc>>, Refusal> {
    let first = viewer
        .select::<plan_version::Entity>()
        .filter(plan_version::Column::PlanId.eq(plan))
        .order(plan_version::Column::Number, Order::Asc)
        .limit(1)
        .one()
        .await?;
    Ok(first.map(|version| version.frozen_at))
}
