//! Organisations and people, as the command line and the demo data make them.
//!
//! There is no self-registration: an operator makes the first account, administrators
//! the others. These functions act for the operator, who has the machine anyway; each
//! leaves its entry.

use uuid::Uuid;

use super::entity::{EndReason, session};
use super::password_policy::weakness;
use super::session::{Happening, end, note};
use super::sign_in::login_key;
use crate::access::{Locale, Role};
use crate::app::{App, keys};
use crate::audit::Outcome;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::people::entity::user::UserStatus;
use crate::people::entity::{organization, role_grant, supervision, user};
use crate::store::UnscopedTx;
use crate::store::prelude::*;
use crate::vault::DataKey;

/// Somebody to be.
pub struct NewUser {
    /// The organisation they work in.
    pub org: Uuid,
    /// What they sign in with, and where their mail goes.
    pub email: String,
    /// What colleagues see.
    pub name: String,
    /// At least one.
    pub roles: Vec<Role>,
    /// The language they read.
    pub locale: Locale,
    /// [`Passwords::hash`](super::password::Passwords::hash) of a password that was judged.
    pub password_hash: String,
}

/// A person, for a list.
#[derive(Debug, FromQueryResult)]
pub struct Listed {
    /// Their id.
    pub id: Uuid,
    /// Their organisation's name.
    pub organization: String,
    /// What they sign in with.
    pub email: String,
    /// What colleagues see.
    pub display_name: String,
    /// Whether they may sign in.
    pub status: UserStatus,
}

/// The organisation of this name, made if there is none.
pub async fn organization_named(app: &App, name: &str) -> Result<Uuid, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let found = organization::Entity::find()
        .filter(organization::Column::Name.eq(name))
        .one(&tx)
        .await?;
    if let Some(found) = found {
        return Ok(found.id);
    }
    let id = app.clock().new_id();
    let row = organization::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        created_at: Set(app.clock().now()),
    };
    organization::Entity::insert(row)
        .exec_without_returning(&tx)
        .await?;
    new_key(app, &tx, id, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Judges a password that somebody chose, before it is hashed.
pub async fn judge_password(
    app: &App,
    org: Uuid,
    email: &str,
    name: &str,
    password: &str,
) -> Result<(), Refusal> {
    let org = organization::Entity::find_by_id(org)
        .one(&app.store().unscoped_reader())
        .await?;
    let org = org.map(|org| org.name).unwrap_or_default();
    match weakness(password, &[name, email, &org]) {
        None => Ok(()),
        Some(weakness) => Err(weakness.wrong("password").into()),
    }
}

/// Makes an account. Refuses an e-mail address that somebody signs in with already.
pub async fn create_user(app: &App, new: NewUser, request: Uuid) -> Result<Uuid, Refusal> {
    let key = login_key(&new.email);
    let whole = key
        .split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty());
    if !whole {
        return Err(Wrong::at(
            "email",
            FieldCode::Malformed,
            "This is not an e-mail address.",
        )
        .into());
    }
    if new.name.trim().is_empty() || new.roles.is_empty() {
        let path = if new.roles.is_empty() {
            "roles"
        } else {
            "name"
        };
        return Err(Wrong::at(path, FieldCode::Required, "This is needed.").into());
    }
    let tx = app.store().unscoped_begin().await?;
    let (id, now) = (app.clock().new_id(), app.clock().now());
    let taken = user::Entity::find()
        .filter(user::Column::LoginKey.eq(key.clone()))
        .one(&tx)
        .await?;
    if taken.is_some() {
        let message = "Somebody signs in with this address already.";
        return Err(Wrong::at("email", FieldCode::NotAllowedHere, message).into());
    }
    let row = user::ActiveModel {
        id: Set(id),
        org_id: Set(new.org),
        login_key: Set(key),
        email: Set(new.email.trim().to_owned()),
        display_name: Set(new.name.trim().to_owned()),
        password_hash: Set(new.password_hash),
        status: Set(UserStatus::Active),
        locale: Set(new.locale),
        created_at: Set(now),
        version: Set(1),
    };
    user::Entity::insert(row)
        .exec_without_returning(&tx)
        .await?;
    let mut roles = new.roles;
    roles.sort_unstable();
    roles.dedup();
    let grants = roles.into_iter().map(|role| role_grant::ActiveModel {
        user_id: Set(id),
        role: Set(role),
        granted_at: Set(now),
    });
    role_grant::Entity::insert_many(grants)
        .exec_without_returning(&tx)
        .await?;
    new_key(app, &tx, id, new.org).await?;
    note(app, &tx, by_operator(new.org, id, request, "user_create")).await?;
    tx.commit().await?;
    Ok(id)
}

/// Disables whoever signs in with `login`; their sessions end with this commit. Doing it
/// again does no harm.
pub async fn disable_user(app: &App, login: &str, request: Uuid) -> Result<Uuid, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let found = user::Entity::find()
        .filter(user::Column::LoginKey.eq(login_key(login)))
        .one(&tx)
        .await?;
    let user = found.ok_or(Refusal::NotFound)?;
    let row = user::ActiveModel {
        status: Set(UserStatus::Disabled),
        version: Set(user.version.saturating_add(1)),
        ..user.clone().into_active_model()
    };
    user::Entity::update(row).exec(&tx).await?;
    let which = session::Column::UserId.eq(user.id).into_condition();
    end(app, &tx, which, EndReason::UserDisabled).await?;
    note(
        app,
        &tx,
        by_operator(user.org_id, user.id, request, "user_disable"),
    )
    .await?;
    tx.commit().await?;
    Ok(user.id)
}

/// Everybody, by organisation and address.
pub async fn list_users(app: &App) -> Result<Vec<Listed>, Refusal> {
    let query = Query::select()
        .column((user::Entity, user::Column::Id))
        .expr_as(
            Expr::col((organization::Entity, organization::Column::Name)),
            "organization",
        )
        .column((user::Entity, user::Column::Email))
        .column((user::Entity, user::Column::DisplayName))
        .column((user::Entity, user::Column::Status))
        .from(user::Entity)
        .inner_join(
            organization::Entity,
            Expr::col((organization::Entity, organization::Column::Id))
                .equals((user::Entity, user::Column::OrgId)),
        )
        .order_by(
            (organization::Entity, organization::Column::Name),
            Order::Asc,
        )
        .order_by((user::Entity, user::Column::LoginKey), Order::Asc)
        .take();
    app.store().unscoped_reader().rows(&query).await
}

/// The key under which an owner's own values are sealed: drafts of a person, purposes
/// of an organisation's staffings.
async fn new_key(app: &App, tx: &UnscopedTx, owner: Uuid, org: Uuid) -> Result<(), Refusal> {
    let wrapped = app.keyring().wrap(&DataKey::generate(), owner)?;
    keys::insert(tx, owner, org, &wrapped, app.clock().now()).await
}

fn by_operator(org: Uuid, user: Uuid, request: Uuid, act: &'static str) -> Happening {
    Happening {
        org,
        actor: None,
        user: Some(user),
        session: None,
        request,
        act,
        outcome: Outcome::Done,
        why: Some("operator"),
    }
}

/// Lets one person supervise another: from the next request on, the supervisor reaches
/// what the other is assigned to (rule 30). Both by what they sign in with; saying it
/// again does no harm.
pub async fn supervise(
    app: &App,
    supervisor: &str,
    of: &str,
    request: Uuid,
) -> Result<(), Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let mut pair = Vec::with_capacity(2);
    for login in [supervisor, of] {
        let found = user::Entity::find()
            .filter(user::Column::LoginKey.eq(login_key(login)))
            .one(&tx)
            .await?;
        pair.push(found.ok_or(Refusal::NotFound)?);
    }
    let [supervisor, of] = <[user::Model; 2]>::try_from(pair).map_err(|_| Refusal::NotFound)?;
    if supervisor.org_id != of.org_id || supervisor.id == of.id {
        return Err(Wrong::at(
            "user",
            FieldCode::NotAllowedHere,
            "Both must be of one organisation, and not the same person.",
        )
        .into());
    }
    let row = supervision::ActiveModel {
        supervisor_id: Set(supervisor.id),
        user_id: Set(of.id),
        since: Set(app.clock().now()),
    };
    supervision::Entity::insert(row)
        .on_conflict_do_nothing()
        .exec_without_returning(&tx)
        .await?;
    note(
        app,
        &tx,
        by_operator(of.org_id, of.id, request, "user_supervise"),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
