//! A colleague's part in a case, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::entity::assignment;
use crate::cases::model::TeamRole;
use crate::cases::row::CaseRow;
use crate::graphql::{Kind, answer, id, policy};
use crate::people::User;
use crate::vault::Place;

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

    /// The word that came with it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = Place {
            table: "assignment",
            column: "note",
            row: self.row.id,
        };
        answer(
            ctx,
            self.case
                .permit
                .open_some(Class::Narrative, place, self.row.note.as_ref()),
        )
    }
}
