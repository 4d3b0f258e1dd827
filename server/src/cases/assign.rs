//! Puts a colleague on a case's team, and takes one off it. Supervisors do; the one who
//! is assigned gets a mail that says nothing.

use uuid::Uuid;

use super::entity::{assignment, case};
use super::model::TeamRole;
use crate::access::{Act, CasePermit, Viewer};
use crate::boards;
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::outbox::Template;
use crate::people;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// Who is to be on the team, as what.
#[derive(Debug)]
pub(super) struct CaseAssign {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub user: Uuid,
    pub role: TeamRole,
    pub note: Option<String>,
}

/// Assigns; who had that part before leaves it. Returns the case.
pub(super) async fn assign(viewer: &Viewer, input: CaseAssign) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CaseAssign, input.key, &input).await?;
    let (permit, row) = stale_checked(&mut tx, input.id, input.expected_version).await?;
    let grant = permit.grant()?;
    let colleague = people::colleague(viewer, "user", input.user).await?;
    let roles = people::roles_of(viewer, &[colleague.id]).await?;
    let held = roles.get(&colleague.id).copied().unwrap_or_default();
    if !held.has(input.role.needs()) {
        return Err(Wrong::at(
            "user",
            FieldCode::NotAllowedHere,
            "This colleague does not work in that role.",
        )
        .into());
    }
    if let Some(present) = present(&tx, input.id, input.role).await? {
        if present.user_id == input.user {
            return Err(Wrong::at(
                "user",
                FieldCode::NotAllowedHere,
                "This colleague already has that part.",
            )
            .into());
        }
        if input.role != TeamRole::Volunteer {
            end(&mut tx, &permit, present, "Handed over.").await?;
        }
    }
    let id = tx.new_id();
    let at = Place {
        table: "assignment",
        column: "note",
        row: id,
    };
    let new = assignment::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.id),
        user_id: Set(input.user),
        role: Set(input.role),
        from_at: Set(tx.now()),
        to_at: Set(None),
        note: Set(permit.seal_some(at, input.note.as_deref())?),
        end_reason: Set(None),
        assigned_by: Set(viewer.user()),
    };
    tx.insert(&grant, new).await?;
    on_board(&mut tx, &permit, input.role, Some(input.user)).await?;
    let mut changed = row.clone().into_active_model();
    changed.version = Set(row.version + 1);
    if input.role == TeamRole::Supervisor {
        changed.supervisor_id = Set(input.user);
    }
    tx.update(&grant, changed).await?;
    if input.user != viewer.user() {
        let link = crate::graphql::id::id_of(viewer.app(), crate::graphql::Kind::Case, input.id)?;
        tx.mail(
            &grant,
            input.user,
            Template::CaseAssigned,
            &format!("/cases/{link}"),
        )
        .await?;
    }
    tx.commit(input.id).await
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

async fn present(
    tx: &Tx,
    case: Uuid,
    role: TeamRole,
) -> Result<Option<assignment::Model>, Refusal> {
    let now = Condition::all()
        .add(assignment::Column::CaseId.eq(case))
        .add(assignment::Column::Role.eq(role))
        .add(assignment::Column::ToAt.is_null());
    tx.find_where::<assignment::Entity>(now).await
}

async fn end(
    tx: &mut Tx,
    permit: &CasePermit,
    present: assignment::Model,
    reason: &str,
) -> Result<(), Refusal> {
    let at = Place {
        table: "assignment",
        column: "end_reason",
        row: present.id,
    };
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
