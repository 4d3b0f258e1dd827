//! Finding plans and what is in them, many at once.

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{goal, plan, plan_version, step, strength};
use super::model::{GoalOwner, PlanState};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::store::prelude::*;

/// Rows by what they belong to.
pub(super) type Grouped<T> = HashMap<Uuid, Vec<T>>;

fn group<T>(rows: Vec<T>, key: impl Fn(&T) -> Uuid) -> Grouped<T> {
    let mut groups = Grouped::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}

/// The plan of each of `cases`, in one statement: the one that is worked with, or else
/// the one that was completed last.
pub(super) async fn plans_of(
    viewer: &Viewer,
    cases: &[Uuid],
) -> Result<HashMap<Uuid, plan::Model>, Refusal> {
    let rows = viewer
        .select::<plan::Entity>()
        .filter(plan::Column::CaseId.is_in(cases.iter().copied()))
        .filter(plan::Column::State.ne(PlanState::Superseded))
        .all()
        .await?;
    // At most one of a case is not superseded: to start another supersedes it.
    Ok(rows.into_iter().map(|row| (row.case_id, row)).collect())
}

/// The strengths of `plans` in the order in which they were told, in one statement.
pub(super) async fn strengths_of(
    viewer: &Viewer,
    plans: &[Uuid],
) -> Result<Grouped<strength::Model>, Refusal> {
    let rows = viewer
        .select::<strength::Entity>()
        .filter(strength::Column::PlanId.is_in(plans.iter().copied()))
        .order(strength::Column::CreatedAt, Order::Asc)
        .order(strength::Column::Id, Order::Asc)
        .all()
        .await?;
    Ok(group(rows, |row| row.plan_id))
}

/// The goals of `plans`, the young person's own first, in one statement.
pub(super) async fn goals_of(
    viewer: &Viewer,
    plans: &[Uuid],
) -> Result<Grouped<goal::Model>, Refusal> {
    let mut rows = viewer
        .select::<goal::Entity>()
        .filter(goal::Column::PlanId.is_in(plans.iter().copied()))
        .all()
        .await?;
    youth_first(&mut rows);
    Ok(group(rows, |row| row.plan_id))
}

/// The young person's goals come first (rule 66), then the others as they were added.
pub(super) fn youth_first(goals: &mut [goal::Model]) {
    goals.sort_by_key(|goal| (goal.owner != GoalOwner::Youth, goal.position, goal.id));
}

/// The steps of `goals` by their day, in one statement.
pub(super) async fn steps_of(
    viewer: &Viewer,
    goals: &[Uuid],
) -> Result<Grouped<step::Model>, Refusal> {
    let rows = viewer
        .select::<step::Entity>()
        .filter(step::Column::GoalId.is_in(goals.iter().copied()))
        .order(step::Column::DueOn, Order::Asc)
        .order(step::Column::Id, Order::Asc)
        .all()
        .await?;
    Ok(group(rows, |row| row.goal_id))
}

/// The steps `ids` themselves, in one statement.
pub(super) async fn steps_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, step::Model>, Refusal> {
    let rows = viewer.select::<step::Entity>().by_ids(ids).all().await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The goals `ids` themselves, in one statement.
pub(super) async fn goals_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, goal::Model>, Refusal> {
    let rows = viewer.select::<goal::Entity>().by_ids(ids).all().await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The frozen versions of `plans`, oldest first, in one statement.
pub(super) async fn versions_of(
    viewer: &Viewer,
    plans: &[Uuid],
) -> Result<Grouped<plan_version::Model>, Refusal> {
    let rows = viewer
        .select::<plan_version::Entity>()
        .filter(plan_version::Column::PlanId.is_in(plans.iter().copied()))
        .order(plan_version::Column::Number, Order::Asc)
        .all()
        .await?;
    Ok(group(rows, |row| row.plan_id))
}
