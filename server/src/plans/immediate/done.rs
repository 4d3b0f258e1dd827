//! Stamps a step of an active immediate plan as done (rule 63).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::immediate_section;
use super::model::ImmediateSection;
use super::write::section;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// The step, and when it was done.
#[derive(Debug)]
pub(super) struct SectionDone {
    pub key: Uuid,
    pub plan: Uuid,
    pub section: ImmediateSection,
    pub expected_version: i32,
    /// `None` takes the stamp away again.
    pub done_at: Option<DateTime<Utc>>,
}

/// Stamps it with who and when. Returns the plan.
pub(super) async fn stamp(viewer: &Viewer, input: SectionDone) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (row, permit) = section(&mut tx, input.plan, input.section).await?;
    Conflict::check(input.expected_version, row.version, || {
        let shown = |at: Option<DateTime<Utc>>| at.map(|at| at.to_rfc3339());
        let (yours, theirs) = (shown(input.done_at), shown(row.done_at));
        vec![FieldConflict::of("doneAt", yours, theirs)]
    })?;
    let mut check = Check::default();
    if row.opened_at.is_none() {
        let message = "The plan is not lived by yet.";
        check.wrong("plan", FieldCode::NotAllowedHere, message);
    }
    check.has_been("doneAt", input.done_at, tx.now());
    check.done()?;
    let version = row.version + 1;
    let mut row: immediate_section::ActiveModel = row.into_active_model();
    row.version = Set(version);
    row.done_at = Set(input.done_at);
    row.done_by = Set(input.done_at.map(|_| viewer.user()));
    tx.update(&permit.grant()?, row).await?;
    tx.commit(input.plan).await
}
