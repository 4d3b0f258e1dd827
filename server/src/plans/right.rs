//! Records that the young person's right not to engage was explained (rule 74).

use chrono::NaiveDate;
use uuid::Uuid;

use super::change::{OpenGoals, save, take};
use crate::access::{Act, Viewer};
use crate::error::{FieldConflict, Refusal};
use crate::graphql::{Kind, id};
use crate::input::Check;
use crate::people;
use crate::store::prelude::*;

/// When it was explained, and by whom.
#[derive(Debug)]
pub(super) struct RightExplained {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub explained_on: NaiveDate,
    /// A colleague; oneself when nobody is named.
    pub by: Option<Uuid>,
}

/// Records it in place of what was recorded before. Returns the plan.
pub(super) async fn explained(viewer: &Viewer, input: RightExplained) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let by = input.by.unwrap_or(viewer.user());
    let colleague = |user| id::id_of(viewer.app(), Kind::User, user);
    let (plan, permit) = take(
        &mut tx,
        "id",
        input.id,
        input.expected_version,
        |_, plan| {
            Ok(vec![
                FieldConflict::of("explainedOn", input.explained_on, plan.right_explained_on),
                FieldConflict::of(
                    "by",
                    colleague(by)?,
                    plan.right_explained_by.map(colleague).transpose()?,
                ),
            ])
        },
    )
    .await?;
    let mut check = Check::default();
    check.day_has_been("explainedOn", input.explained_on, tx.now());
    check.done()?;
    people::colleague(viewer, "by", by).await?;
    let plan = save(&mut tx, &permit, plan, OpenGoals::Same, |row| {
        row.right_explained_on = Set(Some(input.explained_on));
        row.right_explained_by = Set(Some(by));
    })
    .await?;
    tx.commit(plan.id).await
}
