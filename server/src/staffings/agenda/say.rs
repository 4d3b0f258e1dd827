//! Writes down what the young person wants the team to know, and does not want shared
//! (rule 97).

use uuid::Uuid;

use super::super::entity::{staffing, staffing_item};
use super::super::model::AgendaKind;
use super::keep::place;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::store::prelude::*;

/// Of which case, and what they said.
#[derive(Debug)]
pub(in crate::staffings) struct YouthInput {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub case: Uuid,
    pub wants_known: Option<String>,
    pub not_shared: Option<String>,
}

/// Keeps both, in place of what was there. Returns the staffing.
pub(in crate::staffings) async fn say(viewer: &Viewer, input: YouthInput) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::StaffingSchedule, input.key, &input)
        .await?;
    let found = tx.find::<staffing::Entity>(input.id).await?;
    let permit = tx.case(input.case).await?;
    let grant = permit.grant()?;
    Conflict::check(input.expected_version, found.version, Vec::new)?;
    let own = Condition::all()
        .add(staffing_item::Column::StaffingId.eq(input.id))
        .add(staffing_item::Column::CaseId.eq(input.case))
        .add(staffing_item::Column::Kind.is_in(AgendaKind::OF_YOUTH));
    let items = tx.find_all::<staffing_item::Entity>(own).await?;
    if items.is_empty() {
        let message = "This case is not on the agenda.";
        return Err(Wrong::at("case", FieldCode::NotAllowedHere, message).into());
    }
    for item in items {
        let said = match item.kind {
            AgendaKind::YouthWantsKnown => input.wants_known.as_deref(),
            _ => input.not_shared.as_deref(),
        };
        let text = permit.seal_some(place(item.id), said)?;
        let mut row = item.into_active_model();
        row.text = Set(text);
        row.written_by = Set(viewer.user());
        row.written_at = Set(tx.now());
        tx.update(&grant, row).await?;
    }
    let version = found.version;
    let mut row = found.into_active_model();
    row.version = Set(version + 1);
    tx.update(&grant, row).await?;
    tx.commit(input.id).await
}
