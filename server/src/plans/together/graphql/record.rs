//! What was done together, as the team reads it.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{answer, policy};
use crate::people::User;
use crate::plans::change::place;
use crate::plans::together::entity::{TogetherKind, together_record};

/// Something that was done together with the young person.
pub struct TogetherRecord {
    row: together_record::Model,
    case: Arc<CaseRow>,
}

impl TogetherRecord {
    /// The record of `row`, which is on `case`.
    pub fn of(row: together_record::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// Something that was done together with the young person, in the together view.
#[Object]
impl TogetherRecord {
    /// What was done.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn kind(&self) -> TogetherKind {
        self.row.kind
    }

    /// What they said to it, where that stands nowhere else; exactly as they said it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn words(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("together_record", "words", self.row.id);
        let words = self.row.words.as_ref();
        let opened = self.case.permit.open_some(Class::Narrative, place, words);
        answer(ctx, opened)
    }

    /// Beside whom: whose account wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }
}
