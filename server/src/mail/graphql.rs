//! Mail in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::read;
use super::retry::{self, MailRetryInput};
use super::state::MailState;
use crate::access::{Act, Class, Viewer};
use crate::error::Refusal;
use crate::graphql::{Kind, answer, id, page, policy, settle, viewer};
use crate::outbox::OutboxRow;
use crate::people::User;
use crate::store::page::{Asked, Cursor};
use crate::{connection, outcome};

/// A message: how it stands, never what it says.
pub struct MailItem(pub OutboxRow);

/// A message: how it stands, never what it says.
#[Object]
impl MailItem {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Mail, self.0.id)
    }

    /// How it stands.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn state(&self) -> MailState {
        MailState::of(&self.0)
    }

    /// What it was written for.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn template(&self) -> String {
        self.0.template.code().to_uppercase()
    }

    /// To whom; null for a question to a service, which has no account.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn recipient(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.address {
            Some(_) => Ok(None),
            None => User::load(ctx, self.0.recipient_id).await,
        }
    }

    /// How often it was tried since it was written or tried anew.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// When it was written.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Why the last try failed, in our words, never the mail server's.
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

/// Reads about mail.
#[derive(Default)]
pub struct MailQuery;

#[Object]
impl MailQuery {
    /// The organisation's messages, newest first: those in `states`, or all. For
    /// administrators.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn mail(
        &self,
        ctx: &Context<'_>,
        states: Option<Vec<MailState>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<MailItemConnection> {
        let states = states.unwrap_or_else(|| MailState::ALL.to_vec());
        answer(ctx, list(viewer(ctx)?, &states, first, after).await)
    }
}

async fn list(
    viewer: &Viewer,
    states: &[MailState],
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<MailItemConnection, Refusal> {
    let after = page::place(viewer, read::NEWEST, after.as_deref())?;
    let found = read::page(viewer, states, Asked::rows(first)?, after.as_ref()).await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let place = Cursor::of_id(read::NEWEST, row.id);
        edges.push((page::cursor(viewer, &place)?, MailItem(row)));
    }
    Ok(MailItemConnection::of(edges, found.before, found.more))
}

async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<MailItem, Refusal> {
    let row = read::by_ids(viewer, &[id]).await?.pop();
    row.map(MailItem).ok_or(Refusal::NotFound)
}

outcome!(MailRetryResult, MailRetrySuccess { mail: MailItem });

/// Changes of mail.
#[derive(Default)]
pub struct MailMutation;

#[Object]
impl MailMutation {
    /// Has a message tried again that was given up.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn mail_retry(
        &self,
        ctx: &Context<'_>,
        input: MailRetryInput,
    ) -> Result<MailRetryResult> {
        let viewer = viewer(ctx)?;
        let done = async { retry::retry(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::MailRetry, done).await?;
        Ok(MailRetryResult::of(
            settled.load(ctx, async |id| load(viewer, id).await).await?,
        ))
    }
}
