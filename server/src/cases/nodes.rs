//! Parts of cases by their own ids, each with its case, in a fixed number of statements.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::entity::{assignment, case_person};
use super::graphql::{Assignment, CasePerson};
use super::read::by_ids;
use super::row::CaseRow;
use crate::access::{Class, Viewer};
use crate::error::Refusal;

/// Those of the assignments `ids` whose case is in reach.
pub async fn assignments_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, Assignment)>, Refusal> {
    let rows = viewer
        .select::<assignment::Entity>()
        .by_ids(ids)
        .all()
        .await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: assignment::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, Assignment { row, case }))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// Those of the people `ids` whose case is in reach, for those who see who is on it.
pub async fn people_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, CasePerson)>, Refusal> {
    let rows = viewer
        .select::<case_person::Entity>()
        .by_ids(ids)
        .all()
        .await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: case_person::Model| {
        let case = cases.get(&row.case_id)?.clone();
        let seen = case.permit.sees(Class::Identity);
        seen.then(|| (row.id, CasePerson { row, case }))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// The cases `ids`, which may repeat, in one statement or none.
pub async fn cases_of(
    viewer: &Viewer,
    ids: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Arc<CaseRow>>, Refusal> {
    let mut ids: Vec<Uuid> = ids.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    ids.sort_unstable();
    ids.dedup();
    let rows = by_ids(viewer, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.case.id, Arc::new(row)))
        .collect())
}
