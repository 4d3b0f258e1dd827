//! Mail in GraphQL, for administrators. A message's words are always the same; what is shown
//! is how its sending goes.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Template;
use super::list::{self, MailState, NEWEST};
use super::retry::{self, MailRetry};
use super::rows::{Entity, Model};
use crate::access::{Act, Class, Viewer};
use crate::error::Refusal;
use crate::graphql::{Kind, answer, id, page, policy, settle, viewer};
use crate::input::Check;
use crate::people::User;
use crate::store::page::{Asked, Cursor};
use crate::{connection, outcome};

/// A message on its way.
pub struct MailItem(Model);

/// A message on its way.
#[Object]
impl MailItem {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Mail, self.0.id)
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn state(&self) -> MailState {
        MailState::of(&self.0)
    }

    /// What caused it.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn template(&self) -> Template {
        self.0.template
    }

    /// To whom.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn recipient(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.recipient_id).await
    }

    /// How often it was tried.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// When it was written.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Why the last try failed, without a word of the mail server's; null when none has.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn last_error(&self) -> Option<&str> {
        self.0.last_error.as_deref()
    }

    /// When it is tried next; null when it is not.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn next_try_at(&self) -> Option<DateTime<Utc>> {
        (MailState::of(&self.0) == MailState::Waiting).then_some(self.0.not_before)
    }
}

connection!(MailItemConnection, MailItemEdge, MailItem);
outcome!(MailRetryResult, MailRetrySuccess { mail: MailItem });

/// Sends a parked message again.
#[derive(InputObject)]
pub struct MailRetryInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The message.
    id: ID,
}

impl MailRetryInput {
    fn parse(self, viewer: &Viewer) -> std::result::Result<MailRetry, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(MailRetry {
            key,
            id: id::open(viewer.app(), Kind::Mail, &self.id)?,
        })
    }
}

/// Reads of mail.
#[derive(Default)]
pub struct MailQuery;

#[Object]
impl MailQuery {
    /// The organisation's mail in the given states, or in all, the newest first. For
    /// administrators.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn mail(
        &self,
        ctx: &Context<'_>,
        states: Option<Vec<MailState>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<MailItemConnection> {
        let states = states.unwrap_or_default();
        answer(ctx, mail(viewer(ctx)?, &states, first, after).await)
    }
}

async fn mail(
    viewer: &Viewer,
    states: &[MailState],
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<MailItemConnection, Refusal> {
    let after = page::place(viewer, NEWEST, after.as_deref())?;
    let found = list::page(viewer, states, Asked::rows(first)?, after).await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let place = Cursor::of_text(NEWEST, "", row.id);
        edges.push((page::cursor(viewer, &place)?, MailItem(row)));
    }
    Ok(MailItemConnection::of(edges, found.before, found.more))
}

async fn one(viewer: &Viewer, id: Uuid) -> std::result::Result<MailItem, Refusal> {
    let row = viewer.select::<Entity>().by_id(id).one().await?;
    row.map(MailItem).ok_or(Refusal::NotFound)
}

/// Changes of mail.
#[derive(Default)]
pub struct MailMutation;

#[Object]
impl MailMutation {
    /// Sends a parked message again. For administrators.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn mail_retry(&self, ctx: &Context<'_>, input: MailRetryInput) -> Result<MailRetryResult> {
        let viewer = viewer(ctx)?;
        let done = async { retry::retry(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::MailRetry, done).await?;
        Ok(MailRetryResult::of(
            settled.load(ctx, async |id| one(viewer, id).await).await?,
        ))
    }
}
