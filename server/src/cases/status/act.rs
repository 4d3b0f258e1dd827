//! Moves a case to another status, and reopens one that was closed. Each change is kept.

use uuid::Uuid;

use super::entity::case_status_change;
use super::model::ClosureReason;
use crate::access::{Act, CasePermit, Viewer};
use crate::boards;
use crate::cases::entity::case;
use crate::cases::model::CaseStatus;
use crate::clocks;
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::plans::ContactWishKind;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// A move.
#[derive(Debug)]
pub(super) struct StatusMove {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub to: CaseStatus,
    pub note: Option<String>,
}

/// What is kept of a change beside where it led.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub reason: Option<ClosureReason>,
    pub note: Option<String>,
    pub aftercare: Option<ContactWishKind>,
    pub aftercare_note: Option<String>,
}

/// The place of a sealed column of the change `row`.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "case_status_change",
        column,
        row,
    }
}

/// Moves a case among the states in which there is work to do. Returns the case.
pub(super) async fn go(viewer: &Viewer, input: StatusMove) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CaseStatusMove, input.key, &input).await?;
    let (permit, row) = take(&mut tx, input.id, input.expected_version, input.to).await?;
    if matches!(input.to, CaseStatus::Closed | CaseStatus::Reopened) {
        let message = "A case is closed with its reason, and reopened by its own act.";
        return Err(Wrong::at("to", FieldCode::NotAllowedHere, message).into());
    }
    let said = Said {
        note: input.note,
        ..Said::default()
    };
    settle(&mut tx, &permit, row, input.to, said).await?;
    tx.commit(input.id).await
}

/// A reopening: nothing has to be said.
#[derive(Debug)]
pub(super) struct Reopen {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub note: Option<String>,
}

/// Reopens a case. What ran when it was closed reminds again. Returns the case.
pub(super) async fn reopen(viewer: &Viewer, input: Reopen) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CaseReopen, input.key, &input).await?;
    let to = CaseStatus::Reopened;
    let (permit, row) = take(&mut tx, input.id, input.expected_version, to).await?;
    let said = Said {
        note: input.note,
        ..Said::default()
    };
    settle(&mut tx, &permit, row, to, said).await?;
    clocks::remind_again(&mut tx, &permit).await?;
    tx.commit(input.id).await
}

/// The case, locked, as old as the caller thinks, and able to go there.
pub(super) async fn take(
    tx: &mut Tx,
    id: Uuid,
    expected: i32,
    to: CaseStatus,
) -> Result<(CasePermit, case::Model), Refusal> {
    let permit = tx.case(id).await?;
    let row = tx.find::<case::Entity>(id).await?;
    let shown = |status: CaseStatus| status.code().to_uppercase();
    Conflict::check(expected, row.version, || {
        vec![FieldConflict::of("status", shown(to), shown(row.status))]
    })?;
    row.status.check_move(to)?;
    Ok((permit, row))
}

/// Writes the case, its board row and the change.
pub(super) async fn settle(
    tx: &mut Tx,
    permit: &CasePermit,
    row: case::Model,
    to: CaseStatus,
    said: Said,
) -> Result<(), Refusal> {
    let (grant, was, version) = (permit.grant()?, row.status, row.version);
    let mut case = row.into_active_model();
    case.version = Set(version + 1);
    case.status = Set(to);
    case.closed_at = Set((!to.is_open()).then_some(tx.now()));
    tx.update(&grant, case).await?;
    boards::change(tx, &grant, permit.case(), |board| {
        board.status = to.code().to_owned();
        board.open = to.is_open();
    })
    .await?;
    keep(tx, permit, Some(was), to, said).await
}

/// Keeps where a case begins.
pub(in crate::cases) async fn first(
    tx: &mut Tx,
    permit: &CasePermit,
    status: CaseStatus,
) -> Result<(), Refusal> {
    keep(tx, permit, None, status, Said::default()).await
}

async fn keep(
    tx: &mut Tx,
    permit: &CasePermit,
    was: Option<CaseStatus>,
    now: CaseStatus,
    said: Said,
) -> Result<(), Refusal> {
    let id = tx.new_id();
    let seal = |column, text: Option<&str>| permit.seal_some(place(column, id), text);
    let change = case_status_change::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        was: Set(was),
        now: Set(now),
        reason: Set(said.reason),
        aftercare: Set(said.aftercare),
        note: Set(seal("note", said.note.as_deref())?),
        aftercare_note: Set(seal("aftercare_note", said.aftercare_note.as_deref())?),
        by_user: Set(tx.viewer().user()),
        at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, change).await.map(drop)
}
