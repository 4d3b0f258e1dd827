//! How the plans of a case went, within a time: for the timeline of the case (ux.md D4).
//!
//! Days and states alone; nothing that a plan says. A fixed number of statements.

mod immediate;
mod phases;

use async_graphql::SimpleObject;
use chrono::{DateTime, NaiveDate, Utc};

use self::immediate::ImmediateCourse;
use self::phases::PlanPhase;
use super::entity::{plan, plan_version};
use super::reviews::entity::plan_review;
use crate::access::{Class, Trace, Traced, Viewer};
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::{Day, policy};
use crate::store::prelude::*;
use crate::timeline::Span;

/// That a version was frozen.
#[derive(FromQueryResult, SimpleObject)]
pub struct VersionMark {
    /// Its number.
    #[graphql(directive = policy::apply(Class::Narrative))]
    number: i32,
    /// When.
    #[graphql(directive = policy::apply(Class::Narrative))]
    frozen_at: DateTime<Utc>,
}

/// That a review was held.
#[derive(FromQueryResult, SimpleObject)]
pub struct ReviewMark {
    /// When.
    #[graphql(directive = policy::apply(Class::Narrative))]
    held_at: DateTime<Utc>,
}

// The plan's own row is what the audit notes: these tell days of it.
impl Traced for VersionMark {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

impl Traced for ReviewMark {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// How the plans of a case went.
#[derive(SimpleObject)]
pub struct PlanCourse {
    /// What the plan was from when to when: worked on, active, looked at again, paused.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(in crate::plans) phases: Vec<PlanPhase>,
    /// The plans for the first hours: written, then lived by.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(in crate::plans) immediate: Vec<ImmediateCourse>,
    /// What was frozen, the oldest first: each time a plan became active (rule 71).
    #[graphql(directive = policy::apply(Class::Narrative))]
    versions: Vec<VersionMark>,
    /// The reviews that were held, the oldest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    reviews: Vec<ReviewMark>,
    /// The day on which the plan that is worked with is looked at again.
    #[graphql(directive = policy::apply(Class::Narrative))]
    next_review_on: Option<Day>,
    /// That day.
    #[graphql(skip)]
    pub next_review: Option<NaiveDate>,
    /// Whether there is more within this time than is told.
    #[graphql(skip)]
    pub cut: bool,
}

/// How the plans of `case` went within `span`; of versions and of reviews at most
/// `most`. Empty for those who may not see its plan.
pub async fn course(
    viewer: &Viewer,
    case: &CaseRow,
    span: Span,
    most: usize,
) -> Result<PlanCourse, Refusal> {
    let plans = viewer
        .select::<plan::Entity>()
        .filter(plan::Column::CaseId.eq(case.case.id))
        .order(plan::Column::Id, Order::Asc)
        .all()
        .await?;
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let ids: Vec<_> = plans.iter().map(|plan| plan.id).collect();
    let (phases, all) = phases::phases(viewer, case, &plans, span).await?;
    let mut versions = viewer
        .select::<plan_version::Entity>()
        .filter(plan_version::Column::PlanId.is_in(ids.iter().copied()))
        .filter(span.holds(plan_version::Column::FrozenAt))
        .order(plan_version::Column::FrozenAt, Order::Asc)
        .order(plan_version::Column::Id, Order::Asc)
        .limit(limit)
        .shape(|select| {
            select
                .select_only()
                .columns([plan_version::Column::Number, plan_version::Column::FrozenAt])
        })
        .all_as::<VersionMark>()
        .await?;
    let mut reviews = viewer
        .select::<plan_review::Entity>()
        .filter(plan_review::Column::PlanId.is_in(ids))
        .filter(span.holds(plan_review::Column::HeldAt))
        .order(plan_review::Column::HeldAt, Order::Asc)
        .order(plan_review::Column::Id, Order::Asc)
        .limit(limit)
        .shape(|select| select.select_only().column(plan_review::Column::HeldAt))
        .all_as::<ReviewMark>()
        .await?;
    let cut = !all || versions.len() > most || reviews.len() > most;
    versions.truncate(most);
    reviews.truncate(most);
    let live = plans.iter().find(|plan| plan.state.is_live());
    let next_review = live.and_then(|plan| plan.review_on);
    Ok(PlanCourse {
        phases,
        immediate: immediate::immediate(viewer, case, span).await?,
        versions,
        reviews,
        next_review_on: next_review.map(Day),
        next_review,
        cut,
    })
}
