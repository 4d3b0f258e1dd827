//! The plans for the first hours, from being written to being done with (rule 63).

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Class, Trace, Traced, Viewer};
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::policy;
use crate::plans::immediate::entity::{immediate_plan, immediate_section};
use crate::store::prelude::*;
use crate::timeline::Span;

/// A plan for the first hours, in time.
#[derive(Clone, Debug, SimpleObject)]
pub struct ImmediateCourse {
    /// When its writing began.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(in crate::plans) written_from: DateTime<Utc>,
    /// Since when it was lived by; null before.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(in crate::plans) activated_at: Option<DateTime<Utc>>,
    /// When the last of its steps was done, or another was begun in its place; null while it
    /// goes on.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(in crate::plans) ended_at: Option<DateTime<Utc>>,
}

/// When the last step of a plan was done; null while one is open.
#[derive(FromQueryResult)]
struct Done {
    immediate_plan_id: Uuid,
    open: i64,
    last: Option<DateTime<Utc>>,
}

impl Traced for Done {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// Those of `case` within `span`, the first first. Two statements.
pub(super) async fn immediate(
    viewer: &Viewer,
    case: &CaseRow,
    span: Span,
) -> Result<Vec<ImmediateCourse>, Refusal> {
    let plans = viewer
        .select::<immediate_plan::Entity>()
        .filter(immediate_plan::Column::CaseId.eq(case.case.id))
        .order(immediate_plan::Column::Id, Order::Asc)
        .all()
        .await?;
    let done = done(viewer, case.case.id).await?;
    let begun = plans.iter().map(|plan| plan.created_at);
    let replaced = begun.skip(1).map(Some).chain([None]);
    let mut courses: Vec<_> = plans
        .iter()
        .zip(replaced)
        .map(|(plan, replaced)| {
            let done = done
                .get(&plan.id)
                .copied()
                .filter(|_| plan.activated_at.is_some());
            ImmediateCourse {
                written_from: plan.created_at,
                activated_at: plan.activated_at,
                ended_at: done.into_iter().chain(replaced).min(),
            }
        })
        .collect();
    courses.retain(|one| span.has(one.written_from, one.ended_at));
    Ok(courses)
}

async fn done(viewer: &Viewer, case: Uuid) -> Result<HashMap<Uuid, DateTime<Utc>>, Refusal> {
    use immediate_section::Column as S;
    let rows = viewer
        .select::<immediate_section::Entity>()
        .filter(S::CaseId.eq(case))
        .shape(|select| {
            let open = Expr::case(S::DoneAt.into_expr().is_null(), 1).finally(0);
            select
                .select_only()
                .column(S::ImmediatePlanId)
                .expr_as(Func::sum(open).cast_as("bigint"), "open")
                .expr_as(Func::max(S::DoneAt.into_expr()), "last")
                .group_by(S::ImmediatePlanId)
        })
        .all_as::<Done>()
        .await?;
    let finished = rows.into_iter().filter(|done| done.open == 0);
    Ok(finished
        .filter_map(|done| Some((done.immediate_plan_id, done.last?)))
        .collect())
}
