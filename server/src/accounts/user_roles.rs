//! What an administrator changes about a colleague: roles, and whether they may sign in.
//!
//! Both hold with the colleague's next request. Nobody does either to themselves, so
//! that no one raises their own rights, and the last administrator cannot go by mistake.

use uuid::Uuid;

use super::entity::{EndReason, session};
use super::session_end::end_where;
use crate::access::{Act, Grant, Role, Trace, Viewer, Why};
use crate::app::keys;
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::people::entity::{role_grant, user};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::{Place, seal};

/// All the roles that somebody is to hold from now on.
#[derive(Debug)]
pub(super) struct UserRolesSet {
    pub key: Uuid,
    pub id: Uuid,
    pub roles: Vec<Role>,
}

/// Who is to leave, and why.
#[derive(Debug)]
pub(super) struct UserDisable {
    pub key: Uuid,
    pub id: Uuid,
    pub reason: String,
}

/// Replaces somebody's roles. Returns them.
pub(super) async fn set_roles(viewer: &Viewer, input: UserRolesSet) -> Result<Uuid, Refusal> {
    if input.roles.is_empty() {
        let message = "Somebody without a role can do nothing. Disable the account instead.";
        return Err(Wrong::at("roles", FieldCode::Required, message).into());
    }
    let mut tx = viewer.begin(Act::UserManage, input.key, &input).await?;
    let (grant, row) = colleague(viewer, &mut tx, input.id).await?;
    let of_them = role_grant::Column::UserId.eq(input.id);
    let held = tx.find_all::<role_grant::Entity>(of_them.clone()).await?;
    let wanted = |role: Role| input.roles.contains(&role);
    let taken: Vec<Role> = held
        .iter()
        .map(|grant| grant.role)
        .filter(|role| !wanted(*role))
        .collect();
    if !taken.is_empty() {
        let which = Condition::all()
            .add(of_them)
            .add(role_grant::Column::Role.is_in(taken));
        tx.delete::<role_grant::Entity>(&grant, which).await?;
    }
    let given = Role::ALL
        .iter()
        .filter(|role| wanted(**role) && !held.iter().any(|held| held.role == **role));
    let rows = given.map(|role| role_grant::ActiveModel {
        user_id: Set(input.id),
        role: Set(*role),
        granted_at: Set(tx.now()),
    });
    let rows = rows.collect();
    tx.insert_all(&grant, rows).await?;
    tx.shown("roles");
    raise(&mut tx, &grant, row, |_| {}).await?;
    tx.commit(input.id).await
}

/// Keeps somebody from signing in and ends their sessions. What they did stays theirs.
pub(super) async fn disable(viewer: &Viewer, input: UserDisable) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::UserManage, input.key, &input).await?;
    let (grant, row) = colleague(viewer, &mut tx, input.id).await?;
    let which = Condition::all().add(session::Column::UserId.eq(input.id));
    end_where(&mut tx, &grant, which, EndReason::UserDisabled).await?;
    raise(&mut tx, &grant, row, |row| {
        row.status = Set(user::UserStatus::Disabled)
    })
    .await?;
    let place = Place {
        table: "audit_entry",
        column: "reason",
        row: tx.entry_id(),
    };
    // The person's own key: the reason goes when all that is theirs goes.
    let (_, key) = keys::find(viewer.app(), &tx.reader(), &[input.id])
        .await?
        .pop()
        .ok_or(Fault::KeyDestroyed)?;
    tx.reason(seal(&key, place, &input.reason)?);
    tx.commit(input.id).await
}

async fn colleague(
    viewer: &Viewer,
    tx: &mut Tx,
    id: Uuid,
) -> Result<(Grant, user::Model), Refusal> {
    let grant = tx.may()?;
    let row = tx.find::<user::Entity>(id).await?;
    if id == viewer.user() {
        return Err(Refusal::Forbidden(Why::NotYourself));
    }
    Ok((grant, row))
}

async fn raise(
    tx: &mut Tx,
    grant: &Grant,
    row: user::Model,
    change: impl FnOnce(&mut user::ActiveModel),
) -> Result<(), Refusal> {
    tx.about(Trace {
        kind: "user",
        id: row.id,
        case: None,
    });
    let version = row.version.saturating_add(1);
    let mut changed = row.into_active_model();
    changed.version = Set(version);
    change(&mut changed);
    tx.update(grant, changed).await?;
    Ok(())
}
