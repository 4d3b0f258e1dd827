//! Writes a section: what it says, or that it is not known yet (rule 64).

use uuid::Uuid;

use super::ImmediateState;
use super::entity::{immediate_plan, immediate_section};
use super::model::ImmediateSection;
use crate::access::{Act, CasePermit, Class, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::input::Check;
use crate::plans::change::place;
use crate::store::Tx;
use crate::store::prelude::*;

/// What a section is to say.
#[derive(Debug)]
pub(super) struct SectionWrite {
    pub key: Uuid,
    pub plan: Uuid,
    pub section: ImmediateSection,
    /// The section's version: two people write two sections at once.
    pub expected_version: i32,
    pub content: Option<String>,
    pub unknown_yet: bool,
}

/// Writes it. Returns the plan.
pub(super) async fn write(viewer: &Viewer, input: SectionWrite) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (row, permit) = section(&mut tx, input.plan, input.section).await?;
    if input.expected_version != row.version {
        let fields = differences(&input, &permit, &row)?;
        Conflict::check(input.expected_version, row.version, || fields)?;
    }
    let mut check = Check::default();
    match (&input.content, input.unknown_yet) {
        (None, false) => {
            let message = "Write what is planned, or say that it is not known yet.";
            check.wrong("content", FieldCode::Required, message);
        }
        (Some(_), true) => {
            let message = "There is something written: it is known.";
            check.wrong("unknownYet", FieldCode::NotAllowedHere, message);
        }
        _ => {}
    }
    check.done()?;
    let (id, version, now) = (row.id, row.version + 1, tx.now());
    let content = place("immediate_section", "content", id);
    let mut row = row.into_active_model();
    row.version = Set(version);
    row.content = Set(permit.seal_some(content, input.content.as_deref())?);
    row.unknown_yet = Set(input.unknown_yet);
    row.written_by = Set(Some(viewer.user()));
    row.written_at = Set(Some(now));
    tx.update(&permit.grant()?, row).await?;
    tx.commit(input.plan).await
}

/// The section of a plan that is not superseded, locked, with a permit for the act.
pub(super) async fn section(
    tx: &mut Tx,
    plan: Uuid,
    section: ImmediateSection,
) -> Result<(immediate_section::Model, CasePermit), Refusal> {
    let plan = tx.find::<immediate_plan::Entity>(plan).await?;
    let permit = tx.case(plan.case_id).await?;
    if plan.state == ImmediateState::Superseded {
        let message = "Another immediate plan was written since.";
        return Err(Wrong::at("plan", FieldCode::NotAllowedHere, message).into());
    }
    let this = Condition::all()
        .add(immediate_section::Column::ImmediatePlanId.eq(plan.id))
        .add(immediate_section::Column::Section.eq(section));
    let row = tx.find_where::<immediate_section::Entity>(this).await?;
    Ok((row.ok_or(Refusal::NotFound)?, permit))
}

fn differences(
    yours: &SectionWrite,
    permit: &CasePermit,
    theirs: &immediate_section::Model,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let place = place("immediate_section", "content", theirs.id);
    let content = permit.open_some(Class::Narrative, place, theirs.content.as_ref())?;
    Ok(vec![
        FieldConflict::of("content", yours.content.clone(), content),
        FieldConflict::of("unknownYet", yours.unknown_yet, theirs.unknown_yet),
    ])
}
