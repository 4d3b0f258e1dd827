//! One's own account and the administration of others', in GraphQL.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};

use super::entity::{SessionKind, session};
use super::password_change::{self, PasswordChange};
use super::session_end::{self, SessionEnd};
use super::user_roles::{self, UserDisable, UserRolesSet};
use crate::access::{Act, Class, Role, Viewer};
use crate::error::Refusal;
use crate::graphql::{Kind, answer, id, policy, settle, viewer};
use crate::input::{Check, LINE};
use crate::outcome;
use crate::people::{User, colleagues_by_id};

/// A sign-in that has not ended.
pub struct Session(session::Model);

/// A sign-in that has not ended.
#[Object]
impl Session {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Own))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Session, self.0.id)
    }

    /// When it began.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn started_at(&self) -> DateTime<Utc> {
        self.0.started_at
    }

    /// When it was last used, to the minute.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn last_used_at(&self) -> DateTime<Utc> {
        self.0.last_used_at
    }

    /// What holds it.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn kind(&self) -> SessionKind {
        self.0.kind
    }

    /// Whether it is the one that asks.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn current(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(viewer(ctx)?.session() == self.0.id)
    }
}

/// Those of the sessions `ids` that are one's own and have not ended.
pub async fn sessions_by_id(
    viewer: &Viewer,
    ids: &[uuid::Uuid],
) -> std::result::Result<Vec<(uuid::Uuid, Session)>, Refusal> {
    let found = session_end::mine(viewer).await?.into_iter();
    let asked = found.filter(|session| ids.contains(&session.id));
    Ok(asked.map(|row| (row.id, Session(row))).collect())
}

/// Reads about one's own account.
#[derive(Default)]
pub struct AccountQuery;

#[Object]
impl AccountQuery {
    /// One's own sessions that have not ended, newest first.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn my_sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        let found = answer(ctx, session_end::mine(viewer(ctx)?).await)?;
        Ok(found.into_iter().map(Session).collect())
    }
}

/// Ends one of one's own sessions.
#[derive(InputObject)]
pub struct SessionEndInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The session.
    id: ID,
}

impl SessionEndInput {
    fn parse(self, viewer: &Viewer) -> std::result::Result<SessionEnd, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        let id = id::open(viewer.app(), Kind::Session, &self.id)?;
        Ok(SessionEnd { key, id })
    }
}

/// Changes one's own password; all other sessions end.
#[derive(InputObject)]
pub struct PasswordChangeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The present password.
    current: String,
    /// The next one: 15 to 128 characters that nobody would guess.
    next: String,
}

impl PasswordChangeInput {
    fn parse(self) -> std::result::Result<PasswordChange, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(PasswordChange {
            key,
            current: self.current.into(),
            next: self.next.into(),
        })
    }
}

/// Replaces a colleague's roles.
#[derive(InputObject)]
pub struct UserRolesSetInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The colleague.
    id: ID,
    /// All roles to be held from now on.
    roles: Vec<Role>,
}

impl UserRolesSetInput {
    fn parse(self, viewer: &Viewer) -> std::result::Result<UserRolesSet, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        let id = id::open(viewer.app(), Kind::User, &self.id)?;
        Ok(UserRolesSet {
            key,
            id,
            roles: self.roles,
        })
    }
}

/// Keeps a colleague from signing in.
#[derive(InputObject)]
pub struct UserDisableInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The colleague.
    id: ID,
    /// Why; kept sealed in the audit trail.
    reason: String,
}

impl UserDisableInput {
    fn parse(self, viewer: &Viewer) -> std::result::Result<UserDisable, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let reason = check.text("reason", self.reason, LINE);
        check.done()?;
        let id = id::open(viewer.app(), Kind::User, &self.id)?;
        Ok(UserDisable { key, id, reason })
    }
}

outcome!(SessionEndResult, SessionEndSuccess { done: bool });
outcome!(PasswordChangeResult, PasswordChangeSuccess { done: bool });
outcome!(UserRolesSetResult, UserRolesSetSuccess { user: User });
outcome!(UserDisableResult, UserDisableSuccess { user: User });

/// Changes of accounts.
#[derive(Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Ends one of one's own sessions; it is out with its next request.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn session_end(
        &self,
        ctx: &Context<'_>,
        input: SessionEndInput,
    ) -> Result<SessionEndResult> {
        let viewer = viewer(ctx)?;
        let done = async { session_end::end(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::OwnAccount, done).await?;
        Ok(SessionEndResult::of(
            settled.load(ctx, async |_| Ok(true)).await?,
        ))
    }

    /// Changes one's own password and ends all other sessions.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn password_change(
        &self,
        ctx: &Context<'_>,
        input: PasswordChangeInput,
    ) -> Result<PasswordChangeResult> {
        let viewer = viewer(ctx)?;
        let done = async { password_change::change(viewer, input.parse()?).await }.await;
        let settled = settle(ctx, Act::OwnAccount, done).await?;
        Ok(PasswordChangeResult::of(
            settled.load(ctx, async |_| Ok(true)).await?,
        ))
    }

    /// Replaces a colleague's roles; holds with their next request. For administrators.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn user_roles_set(
        &self,
        ctx: &Context<'_>,
        input: UserRolesSetInput,
    ) -> Result<UserRolesSetResult> {
        let viewer = viewer(ctx)?;
        let done = async { user_roles::set_roles(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::UserManage, done).await?;
        Ok(UserRolesSetResult::of(
            settled.load(ctx, async |id| user(viewer, id).await).await?,
        ))
    }

    /// Keeps a colleague from signing in, from their next request on. For administrators.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn user_disable(
        &self,
        ctx: &Context<'_>,
        input: UserDisableInput,
    ) -> Result<UserDisableResult> {
        let viewer = viewer(ctx)?;
        let done = async { user_roles::disable(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::UserManage, done).await?;
        Ok(UserDisableResult::of(
            settled.load(ctx, async |id| user(viewer, id).await).await?,
        ))
    }
}

async fn user(viewer: &Viewer, id: uuid::Uuid) -> std::result::Result<User, Refusal> {
    colleagues_by_id(viewer, &[id])
        .await?
        .remove(&id)
        .map(User)
        .ok_or(Refusal::NotFound)
}
