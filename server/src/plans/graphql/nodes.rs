//! Plans and what is in them by their own ids, each with its case, in two statements a kind.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::version::PlanVersion;
use super::{Goal, RecoveryPlan, Step, Strength};
use crate::access::{Viewer, Visible};
use crate::cases::{CaseRow, cases_of};
use crate::error::Refusal;
use crate::plans::entity::{goal, plan, plan_version, step, strength};
use crate::store::prelude::*;

type Nodes<T> = Result<Vec<(Uuid, T)>, Refusal>;

/// Those of the plans `ids` whose case is in reach.
pub async fn plans_by_id(viewer: &Viewer, ids: &[Uuid]) -> Nodes<RecoveryPlan> {
    let rows = rows::<plan::Entity>(viewer, plan::Column::Id, ids).await?;
    let place = |row: &plan::Model| (row.id, row.case_id);
    with_cases(viewer, rows, place, RecoveryPlan::of).await
}

/// Those of the strengths `ids` whose case is in reach.
pub async fn strengths_by_id(viewer: &Viewer, ids: &[Uuid]) -> Nodes<Strength> {
    let rows = rows::<strength::Entity>(viewer, strength::Column::Id, ids).await?;
    let place = |row: &strength::Model| (row.id, row.case_id);
    with_cases(viewer, rows, place, Strength::of).await
}

/// Those of the goals `ids` whose case is in reach.
pub async fn goals_by_id(viewer: &Viewer, ids: &[Uuid]) -> Nodes<Goal> {
    let rows = rows::<goal::Entity>(viewer, goal::Column::Id, ids).await?;
    let place = |row: &goal::Model| (row.id, row.case_id);
    with_cases(viewer, rows, place, Goal::of).await
}

/// Those of the steps `ids` whose case is in reach.
pub async fn steps_by_id(viewer: &Viewer, ids: &[Uuid]) -> Nodes<Step> {
    let rows = rows::<step::Entity>(viewer, step::Column::Id, ids).await?;
    let place = |row: &step::Model| (row.id, row.case_id);
    with_cases(viewer, rows, place, Step::of).await
}

/// Versions with the cases of their plans, in two statements.
pub(in crate::plans) async fn versions_of_cases(
    viewer: &Viewer,
    versions: Vec<plan_version::Model>,
) -> Result<Vec<PlanVersion>, Refusal> {
    if versions.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = versions.iter().map(|version| version.plan_id).collect();
    let plans = rows::<plan::Entity>(viewer, plan::Column::Id, &ids).await?;
    let case_of: HashMap<Uuid, Uuid> = plans.iter().map(|plan| (plan.id, plan.case_id)).collect();
    let cases = cases_of(viewer, case_of.values().copied()).await?;
    let with = |version: plan_version::Model| {
        let case = cases.get(case_of.get(&version.plan_id)?)?.clone();
        Some(PlanVersion::of(version, case))
    };
    Ok(versions.into_iter().filter_map(with).collect())
}

/// The one that is there; not found when its case is out of reach.
pub(super) fn only<T>(nodes: Vec<(Uuid, T)>) -> Result<T, Refusal> {
    let mut nodes = nodes.into_iter().map(|(_, node)| node);
    nodes.next().ok_or(Refusal::NotFound)
}

async fn rows<E: Visible>(
    viewer: &Viewer,
    key: E::Column,
    ids: &[Uuid],
) -> Result<Vec<E::Model>, Refusal> {
    viewer
        .select::<E>()
        .filter(key.is_in(ids.iter().copied()))
        .all()
        .await
}

async fn with_cases<R, T>(
    viewer: &Viewer,
    rows: Vec<R>,
    place: impl Fn(&R) -> (Uuid, Uuid),
    make: impl Fn(R, Arc<CaseRow>) -> T,
) -> Nodes<T> {
    let cases = cases_of(viewer, rows.iter().map(|row| place(row).1)).await?;
    let with = |row: R| {
        let (id, case) = place(&row);
        let case = cases.get(&case)?.clone();
        Some((id, make(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}
