//! Makes a clock longer, once, where both offices have agreed (rule 60).

use uuid::Uuid;

use super::close::{place, take};
use super::model::ClockState;
use super::office::{Office, body};
use super::status::soon_at;
use crate::access::{Act, Viewer};
use crate::cases::entity::case;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::prelude::*;

/// Who agreed.
#[derive(Debug)]
pub(super) struct ClockExtend {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    /// Who in the office that sends the young person.
    pub sending: String,
    /// Who in the office that receives them.
    pub receiving: String,
}

/// Extends the clock. Returns it.
pub(super) async fn extend(viewer: &Viewer, input: ClockExtend) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ClockMeet, input.key, &input).await?;
    let (clock, permit) = take(&mut tx, input.id, input.expected_version, ClockState::Open).await?;
    let definition = body(&clock.body)?;
    let refused = |message: &str| Wrong::at("id", FieldCode::NotAllowedHere, message);
    let more = definition
        .extension
        .ok_or_else(|| refused("This clock cannot be made longer."))?;
    if clock.extended_by.is_some() {
        return Err(refused("It has been made longer already.").into());
    }
    let case = tx.find::<case::Entity>(clock.case_id).await?;
    let office = Office::of(&tx, case.jurisdiction).await?;
    let due = office.calendar.after(clock.due_at, more, definition.unit)?;
    let soon = soon_at(clock.started_at, due);
    let (id, version) = (clock.id, clock.version + 1);
    let mut row = clock.into_active_model();
    row.version = Set(version);
    row.due_at = Set(due);
    row.soon_at = Set(soon);
    row.extended_by = Set(Some(more));
    row.extended_sending = Set(Some(
        permit.seal(place("extended_sending", id), &input.sending)?,
    ));
    row.extended_receiving = Set(Some(
        permit.seal(place("extended_receiving", id), &input.receiving)?,
    ));
    row.remind_at = Set(soon);
    row.owner_told = Set(false);
    tx.update(&permit.grant()?, row).await?;
    tx.commit(id).await
}
