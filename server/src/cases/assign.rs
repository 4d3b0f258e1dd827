//! Puts a colleague on a case's team, and takes one off it. Supervisors do; the one who
//! is assigned gets one mail that says nothing.

use uuid::Uuid;

use super::entity::{assignment, case};
use super::model::TeamRole;
use crate::access::{Act, CasePermit, Grant, Viewer};
use crate::boards;
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::graphql::Kind;
use crate::graphql::id::id_of;
use crate::outbox::Template;
use crate::people;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// A part on a case's team, and what comes with it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub user: Uuid,
    pub role: TeamRole,
    /// Why.
    pub reason: Option<String>,
    /// What is handed over, for the one who is assigned.
    pub note: Option<String>,
}

/// Who is to be on the team, as what.
#[derive(Debug)]
pub(super) struct CaseAssign {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub part: Part,
}

/// Assigns; who had that part before leaves it. Returns the case.
pub(super) async fn assign(viewer: &Viewer, input: CaseAssign) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CaseAssign, input.key, &input).await?;
    let (permit, row) = stale_checked(&mut tx, input.id, input.expected_version).await?;
    able(viewer, &input.part).await?;
    give(&mut tx, &permit, row, &input.part).await?;
    tell(&mut tx, &permit.grant()?, input.part.user, &[input.id]).await?;
    tx.commit(input.id).await
}

/// Refuses a colleague who has left, or does not work in that role.
pub(super) async fn able(viewer: &Viewer, part: &Part) -> Result<(), Refusal> {
    let colleague = people::colleague(viewer, "user", part.user).await?;
    let roles = people::roles_of(viewer, &[colleague.id]).await?;
    let held = roles.get(&colleague.id).copied().unwrap_or_default();
    if held.has(part.role.needs()) {
        return Ok(());
    }
    let message = "This colleague does not work in that role.";
    Err(Wrong::at("user", FieldCode::NotAllowedHere, message).into())
}

/// Gives the part on one case.
pub(super) async fn give(
    tx: &mut Tx,
    permit: &CasePermit,
    row: case::Model,
    part: &Part,
) -> Result<(), Refusal> {
    let (grant, case) = (permit.grant()?, permit.case());
    let condition = Condition::all()
        .add(assignment::Column::CaseId.eq(case))
        .add(assignment::Column::Role.eq(part.role))
        .add(assignment::Column::ToAt.is_null());
    let present = tx.find_all::<assignment::Entity>(condition).await?;
    if present.iter().any(|one| one.user_id == part.user) {
        let message = "This colleague already has that part.";
        return Err(Wrong::at("user", FieldCode::NotAllowedHere, message).into());
    }
    if part.role != TeamRole::Volunteer {
        for former in present {
            end(tx, permit, former, "Handed over.").await?;
        }
    }
    let id = tx.new_id();
    let seal = |column, text: Option<&str>| permit.seal_some(place(column, id), text);
    let new = assignment::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(case),
        user_id: Set(part.user),
        role: Set(part.role),
        from_at: Set(tx.now()),
        to_at: Set(None),
        note: Set(seal("note", part.note.as_deref())?),
        end_reason: Set(None),
        assigned_by: Set(tx.viewer().user()),
        reason: Set(seal("reason", part.reason.as_deref())?),
        note_read_at: Set(None),
    };
    tx.insert(&grant, new).await?;
    on_board(tx, permit, part.role, Some(part.user)).await?;
    let version = row.version;
    let mut changed = row.into_active_model();
    changed.version = Set(version + 1);
    if part.role == TeamRole::Supervisor {
        changed.supervisor_id = Set(part.user);
    }
    tx.update(&grant, changed).await?;
    Ok(())
}

/// Tells the colleague, once, that something waits: the case, or several among one's own. Who
/// takes a part knows of it.
pub(super) async fn tell(
    tx: &mut Tx,
    grant: &Grant,
    user: Uuid,
    cases: &[Uuid],
) -> Result<(), Refusal> {
    if user == tx.viewer().user() {
        return Ok(());
    }
    let link = match cases {
        [case] => format!("/cases/{}", id_of(tx.viewer().app(), Kind::Case, *case)?),
        _ => "/cases".to_owned(),
    };
    tx.mail(grant, user, Template::CaseAssigned, &link).await
}

/// The place of a sealed column of the assignment `row`.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "assignment",
        column,
        row,
    }
}

/// Who is to leave the team, and why.
#[derive(Debug)]
pub(super) struct CaseUnassign {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub assignment: Uuid,
    pub reason: String,
}

/// Ends somebody's part. The supervisor's cannot end, only be handed over: a case
/// without one would be nobody's. Returns the case.
pub(super) async fn unassign(viewer: &Viewer, input: CaseUnassign) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CaseAssign, input.key, &input).await?;
    let (permit, row) = stale_checked(&mut tx, input.id, input.expected_version).await?;
    let present = tx.find::<assignment::Entity>(input.assignment).await?;
    if present.case_id != input.id || present.to_at.is_some() {
        return Err(Refusal::NotFound);
    }
    if present.role == TeamRole::Supervisor {
        let message = "A case always has a supervisor. Assign another instead.";
        return Err(Wrong::at("assignment", FieldCode::NotAllowedHere, message).into());
    }
    let role = present.role;
    end(&mut tx, &permit, present, &input.reason).await?;
    on_board(&mut tx, &permit, role, None).await?;
    let mut changed = row.clone().into_active_model();
    changed.version = Set(row.version + 1);
    tx.update(&permit.grant()?, changed).await?;
    tx.commit(input.id).await
}

async fn stale_checked(
    tx: &mut Tx,
    id: Uuid,
    expected: i32,
) -> Result<(CasePermit, case::Model), Refusal> {
    let permit = tx.case(id).await?;
    let row = tx.find::<case::Entity>(id).await?;
    // The input has no field of the case itself: the version alone is told.
    Conflict::check(expected, row.version, Vec::new)?;
    Ok((permit, row))
}

async fn end(
    tx: &mut Tx,
    permit: &CasePermit,
    present: assignment::Model,
    reason: &str,
) -> Result<(), Refusal> {
    let at = place("end_reason", present.id);
    let mut ended = present.into_active_model();
    ended.to_at = Set(Some(tx.now()));
    ended.end_reason = Set(Some(permit.seal(at, reason)?));
    tx.update(&permit.grant()?, ended).await?;
    Ok(())
}

async fn on_board(
    tx: &mut Tx,
    permit: &CasePermit,
    role: TeamRole,
    user: Option<Uuid>,
) -> Result<(), Refusal> {
    boards::change(tx, &permit.grant()?, permit.case(), |board| match role {
        TeamRole::ResourceSpecialist => board.specialist_id = user,
        TeamRole::FamilyAdvocate => board.advocate_id = user,
        TeamRole::Supervisor => board.supervisor_id = user.unwrap_or(board.supervisor_id),
        TeamRole::Volunteer => {}
    })
    .await
}
