//! Who is on a case: the team, and the people around the young person.

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{assignment, case_person};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::store::OfCases;
use crate::store::prelude::*;

/// A colleague's time on a team.
pub type TeamMember = assignment::Model;

/// Those who are on a team no more.
impl OfCases for assignment::Entity {
    const ID: assignment::Column = assignment::Column::Id;
    const CASE: assignment::Column = assignment::Column::CaseId;
    const AT: assignment::Column = assignment::Column::ToAt;

    fn which() -> Condition {
        Condition::all().add(assignment::Column::ToAt.is_not_null())
    }

    fn case_of(row: &assignment::Model) -> Uuid {
        row.case_id
    }
}

/// The present teams of the cases `ids`, in one statement.
pub async fn team_of(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<TeamMember>>, Refusal> {
    let rows = viewer
        .select::<assignment::Entity>()
        .filter(assignment::Column::CaseId.is_in(ids.iter().copied()))
        .filter(assignment::Column::ToAt.is_null())
        .order(assignment::Column::FromAt, Order::Asc)
        .order(assignment::Column::Id, Order::Asc)
        .all()
        .await?;
    Ok(group(rows, |row| row.case_id))
}

/// The people on the cases `ids`, in one statement.
pub async fn people_of(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<case_person::Model>>, Refusal> {
    let rows = viewer
        .select::<case_person::Entity>()
        .filter(case_person::Column::CaseId.is_in(ids.iter().copied()))
        .order(case_person::Column::CreatedAt, Order::Asc)
        .order(case_person::Column::Id, Order::Asc)
        .all()
        .await?;
    Ok(group(rows, |row| row.case_id))
}

fn group<T>(rows: Vec<T>, key: impl Fn(&T) -> Uuid) -> HashMap<Uuid, Vec<T>> {
    let mut groups: HashMap<Uuid, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}
