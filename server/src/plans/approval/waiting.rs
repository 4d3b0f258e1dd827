//! The versions that wait for a supervisor's word.

use sea_orm::sea_query::Alias;

use super::entity::plan_approval;
use crate::access::{Act, Viewer};
use crate::boards::board;
use crate::cases::entity::of_cases_where;
use crate::error::Refusal;
use crate::plans::entity::{plan, plan_version};
use crate::plans::model::PlanState;
use crate::store::prelude::*;

/// How many are shown; more come when these are done.
const MOST: u64 = 50;

/// The last versions of living plans of open cases on which nobody has decided, those that wait longest
/// first, in one statement.
pub(super) async fn waiting(viewer: &Viewer) -> Result<Vec<plan_version::Model>, Refusal> {
    if !viewer.might(Act::PlanApprove) {
        return Ok(Vec::new());
    }
    let open = Query::select()
        .column(board::Column::CaseId)
        .from(board::Entity)
        .and_where(board::Column::OrgId.eq(viewer.org()))
        .and_where(board::Column::Open.eq(true))
        .take();
    let plans = Query::select()
        .column(plan::Column::Id)
        .from(plan::Entity)
        .cond_where(of_cases_where(
            viewer,
            Act::PlanApprove,
            plan::Column::CaseId,
        ))
        .and_where(plan::Column::State.is_not_in([PlanState::Completed, PlanState::Superseded]))
        .and_where(plan::Column::CaseId.in_subquery(open))
        .take();
    let decided = Query::select()
        .column(plan_approval::Column::PlanVersionId)
        .from(plan_approval::Entity)
        .and_where(
            Expr::col((plan_approval::Entity, plan_approval::Column::PlanId))
                .equals((plan_version::Entity, plan_version::Column::PlanId)),
        )
        .take();
    let later = Alias::new("later");
    let followed = Query::select()
        .expr(Expr::val(1))
        .from_as(plan_version::Entity, later.clone())
        .and_where(
            Expr::col((later.clone(), plan_version::Column::PlanId))
                .equals((plan_version::Entity, plan_version::Column::PlanId)),
        )
        .and_where(
            Expr::col((later, plan_version::Column::Number)).gt(Expr::col((
                plan_version::Entity,
                plan_version::Column::Number,
            ))),
        )
        .take();
    viewer
        .select::<plan_version::Entity>()
        .filter(plan_version::Column::PlanId.in_subquery(plans))
        .filter(plan_version::Column::Id.not_in_subquery(decided))
        .filter(Expr::exists(followed).not())
        .order(plan_version::Column::FrozenAt, Order::Asc)
        .order(plan_version::Column::Id, Order::Asc)
        .limit(MOST)
        .all()
        .await
}
