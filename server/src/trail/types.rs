//! An entry in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use super::read::TrailRow;
use crate::access::{Act, Class};
use crate::graphql::{Kind, answer, id, policy};
use crate::people::User;
use crate::vault::Place;

/// Who did or saw what, and when. No value that was seen or changed is in it.
pub struct AuditEntry(pub TrailRow);

/// Who did or saw what, and when. No value that was seen or changed is in it.
#[Object]
impl AuditEntry {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::AuditEntry, self.0.entry.id)
    }

    /// When.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn at(&self) -> DateTime<Utc> {
        self.0.entry.at
    }

    /// Who; null for the server itself and for somebody who was not signed in.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn actor(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.entry.actor_id {
            Some(actor) => User::load(ctx, actor).await,
            None => Ok(None),
        }
    }

    /// What: `READ`, the name of an act, or an event of sign-in.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn act(&self) -> String {
        self.0.entry.act.to_uppercase()
    }

    /// How it ended: `DONE`, `SEEN`, `REFUSED` or `FAILED`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn outcome(&self) -> String {
        self.0.entry.outcome.code().to_uppercase()
    }

    /// The kind of record; null when it was about none.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn target_type(&self) -> Option<String> {
        let kind = self.0.entry.target_type.as_ref();
        kind.map(|kind| kind.to_uppercase())
    }

    /// The names of what was changed or shown, never the values.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn changed_fields(&self) -> Vec<&str> {
        let fields = self.0.entry.fields.as_deref().unwrap_or_default();
        fields.split_whitespace().collect()
    }

    /// The reason that was given; null without one, and for those who may not read the
    /// history of the case.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let entry = &self.0.entry;
        // A reason that was given about a request is under the request's key, not the case's.
        let about_a_case = Act::parse(&entry.act).is_some_and(Act::about_a_case);
        let Some(permit) = self.0.permit.as_ref().filter(|_| about_a_case) else {
            return Ok(None);
        };
        let place = Place {
            table: "audit_entry",
            column: "reason",
            row: entry.id,
        };
        answer(
            ctx,
            permit.open_some(Class::Narrative, place, entry.reason.as_ref()),
        )
    }
}
