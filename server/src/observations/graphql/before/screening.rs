//! What a reference to a screening said before it was corrected, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{Day, answer, policy};
use crate::observations::entity::screening_past;
use crate::observations::graphql::needed;
use crate::observations::screening::past_place;
use crate::people::User;
use crate::vault::SealedBytes;

/// What a reference to a screening said before it was corrected.
pub struct EarlierScreening {
    row: screening_past::Model,
    case: Arc<CaseRow>,
}

impl EarlierScreening {
    /// Of `row`, which is on `case`.
    pub(in crate::observations) fn of(row: screening_past::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    fn needs(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: &SealedBytes,
    ) -> Result<String> {
        let place = past_place(column, self.row.id);
        answer(ctx, needed(&self.case.permit, place, sealed))
    }
}

/// What a reference to a screening said before it was corrected, and why it was.
#[Object]
impl EarlierScreening {
    /// The tool's name.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn tool(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "tool", &self.row.tool)
    }

    /// Its version.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn tool_version(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "tool_version", &self.row.tool_version)
    }

    /// On which day it was used.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn administered_on(&self) -> Day {
        Day(self.row.administered_on)
    }

    /// Who used it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn administrator(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "administrator", &self.row.administrator)
    }

    /// What came of it, in words.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn result_text(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "result_text", &self.row.result_text)
    }

    /// Whether the licence to use it was confirmed.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn licence_confirmed(&self) -> bool {
        self.row.licence_confirmed
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.recorded_by).await
    }

    /// When it was written down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }

    /// Why it was corrected.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn reason(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "reason", &self.row.reason)
    }

    /// Who corrected it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn corrected_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.corrected_by).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn corrected_at(&self) -> DateTime<Utc> {
        self.row.corrected_at
    }
}
