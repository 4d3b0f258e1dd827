//! Settles the safety plan with the young person: only when all of it is there (rule 68).

use uuid::Uuid;

use super::{Safety, open_safety, safety_plan};
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// The safety plan that was gone through together.
#[derive(Debug)]
pub(super) struct SafetySettle {
    pub key: Uuid,
    pub case: Uuid,
    pub expected_version: i32,
}

/// Settles it. Returns the case.
pub(super) async fn settle(viewer: &Viewer, input: SafetySettle) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let of_case = safety_plan::Column::CaseId.eq(input.case);
    let row = tx.find_where::<safety_plan::Entity>(of_case).await?;
    let row = row.ok_or(Refusal::NotFound)?;
    Conflict::check(input.expected_version, row.version, Vec::new)?;
    check(&open_safety(&permit, &row)?.unwrap_or_default())?;
    let (now, version) = (tx.now(), row.version + 1);
    let mut row = row.into_active_model();
    row.version = Set(version);
    row.settled_by = Set(Some(viewer.user()));
    row.settled_at = Set(Some(now));
    tx.update(&permit.grant()?, row).await?;
    tx.commit(input.case).await
}

/// Everything that is missing, told at once.
fn check(safety: &Safety) -> Result<(), Refusal> {
    let mut check = Check::default();
    for section in safety.silent() {
        let path = format!("sections.{}", section.code().to_uppercase());
        check.wrong(&path, FieldCode::Required, "Write at least one line.");
    }
    if !safety.has_chosen_person() {
        let message = "Write down at least one safe person whom the young person chose.";
        check.wrong("safePeople", FieldCode::Required, message);
    }
    check.done()
}
