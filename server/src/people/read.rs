//! Finding colleagues.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{organization, role_grant, supervision, user};
use crate::access::{Role, RoleSet, Trace, Traced, Viewer};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::Scoped;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// What people who work together know of each other: neither address nor password.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Colleague {
    /// Who.
    pub id: Uuid,
    /// The name that colleagues know.
    pub display_name: String,
    /// Whether one can sign in.
    pub status: user::UserStatus,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

impl Colleague {
    /// Whether one can sign in.
    pub fn active(&self) -> bool {
        self.status == user::UserStatus::Active
    }
}

impl Traced for Colleague {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

fn colleagues(viewer: &Viewer) -> Scoped<'_, user::Entity> {
    use user::Column as U;
    let known = [U::Id, U::DisplayName, U::Status, U::CreatedAt];
    let narrow = |select: Select<user::Entity>| select.select_only().columns(known);
    viewer.select::<user::Entity>().shape(narrow)
}

/// Which roles the colleagues `ids` hold now.
pub async fn roles_of(viewer: &Viewer, ids: &[Uuid]) -> Result<HashMap<Uuid, RoleSet>, Refusal> {
    let grants = viewer
        .select::<role_grant::Entity>()
        .filter(role_grant::Column::UserId.is_in(ids.iter().copied()))
        .all()
        .await?;
    let mut roles: HashMap<Uuid, RoleSet> = HashMap::new();
    for grant in grants {
        let held = roles.entry(grant.user_id).or_default();
        *held = held.with(grant.role);
    }
    Ok(roles)
}

/// The colleagues with these ids, in one statement.
pub async fn colleagues_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Colleague>, Refusal> {
    let users = colleagues(viewer)
        .filter(user::Column::Id.is_in(ids.iter().copied()))
        .all_as::<Colleague>()
        .await?;
    Ok(users.into_iter().map(|user| (user.id, user)).collect())
}

/// Those of the organisations `ids` that one may see: one's own.
pub async fn organizations_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, organization::Model>, Refusal> {
    let rows = viewer
        .select::<organization::Entity>()
        .by_ids(ids)
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// An active colleague that an input names; a wrong field when there is none.
pub async fn colleague(viewer: &Viewer, path: &str, id: Uuid) -> Result<Colleague, Refusal> {
    let unknown = || {
        Wrong::at(
            path,
            FieldCode::UnknownId,
            "There is no colleague with this id.",
        )
    };
    let colleague = colleagues_by_id(viewer, &[id])
        .await?
        .remove(&id)
        .ok_or_else(unknown)?;
    if colleague.active() {
        Ok(colleague)
    } else {
        Err(Wrong::at(path, FieldCode::NotAllowedHere, "This colleague has left.").into())
    }
}

/// The active colleagues who hold `role`, or any, by name.
pub(super) async fn active(viewer: &Viewer, role: Option<Role>) -> Result<Vec<Colleague>, Refusal> {
    let mut select = colleagues(viewer).filter(user::Column::Status.eq(user::UserStatus::Active));
    if let Some(role) = role {
        let holders = Query::select()
            .column(role_grant::Column::UserId)
            .from(role_grant::Entity)
            .and_where(role_grant::Column::Role.eq(role))
            .take();
        select = select.filter(user::Column::Id.in_subquery(holders));
    }
    // A choice list; an organisation with more people than this needs a search.
    select
        .order(user::Column::DisplayName, Order::Asc)
        .limit(500)
        .all_as()
        .await
}

/// The active colleagues with `role` whom one supervises, and those in `also`, by name.
pub async fn supervised(
    viewer: &Viewer,
    role: Role,
    also: &[Uuid],
) -> Result<Vec<Colleague>, Refusal> {
    let holders = Query::select()
        .column(role_grant::Column::UserId)
        .from(role_grant::Entity)
        .and_where(role_grant::Column::Role.eq(role))
        .take();
    let mine = Query::select()
        .column(supervision::Column::UserId)
        .from(supervision::Entity)
        .and_where(supervision::Column::SupervisorId.eq(viewer.user()))
        .take();
    let team = Condition::all()
        .add(user::Column::Status.eq(user::UserStatus::Active))
        .add(user::Column::Id.in_subquery(mine))
        .add(user::Column::Id.in_subquery(holders));
    colleagues(viewer)
        .filter(
            Condition::any()
                .add(team)
                .add(user::Column::Id.is_in(also.iter().copied())),
        )
        .order(user::Column::DisplayName, Order::Asc)
        .order(user::Column::Id, Order::Asc)
        .all_as()
        .await
}

/// The order of the page of people.
pub(super) const BY_AGE: &str = "user.created";

/// A page of all people of the organisation, oldest account first.
pub(super) async fn page(
    viewer: &Viewer,
    asked: Asked,
    after: Option<Cursor>,
) -> Result<Page<Colleague>, Refusal> {
    let keyset = Keyset::new(
        BY_AGE,
        user::Column::CreatedAt,
        user::Column::Id,
        Order::Asc,
        asked,
    )
    .after(after.as_ref().map(Cursor::instant).transpose()?);
    colleagues(viewer).page(&keyset).await
}
