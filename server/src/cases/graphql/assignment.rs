//! A colleague's part in a case, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::assign::place;
use crate::cases::entity::assignment;
use crate::cases::model::TeamRole;
use crate::cases::row::CaseRow;
use crate::graphql::{Case, Kind, answer, id, policy};
use crate::people::User;
use crate::vault::SealedBytes;

/// A colleague's part in a case.
pub struct Assignment {
    /// The row.
    pub row: assignment::Model,
    /// Its case.
    pub case: Arc<CaseRow>,
}

/// A colleague's part in a case.
#[Object]
impl Assignment {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Assignment, self.row.id)
    }

    /// Who.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn user(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.user_id).await
    }

    /// As what.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn role(&self) -> TeamRole {
        self.row.role
    }

    /// Since when.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn from(&self) -> DateTime<Utc> {
        self.row.from_at
    }

    /// Until when; null while it lasts.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn to(&self) -> Option<DateTime<Utc>> {
        self.row.to_at
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Who gave it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn assigned_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.assigned_by).await
    }

    /// Why; null when nothing was said, and for those who may not read it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.open(ctx, "reason", self.row.reason.as_ref())
    }

    /// Why it ended; null while it lasts, and for those who may not read it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn end_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.open(ctx, "end_reason", self.row.end_reason.as_ref())
    }

    /// What was handed over with it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.open(ctx, "note", self.row.note.as_ref())
    }

    /// When the one who has the part said that they have read that.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note_read_at(&self) -> Option<DateTime<Utc>> {
        let seen = self.case.permit.sees(Class::Narrative);
        self.row.note_read_at.filter(|_| seen)
    }
}

impl Assignment {
    fn open(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let permit = &self.case.permit;
        answer(
            ctx,
            permit.open_some(Class::Narrative, place(column, self.row.id), sealed),
        )
    }
}
