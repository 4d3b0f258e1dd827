//! What an observation said before it was corrected, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::{needed, opened};
use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{Day, answer, policy};
use crate::observations::entity::past;
use crate::observations::model::{FollowUp, ObservationKind, SourceKind};
use crate::observations::said::past_place;
use crate::observations::vocabulary::ObservationCode;
use crate::people::User;
use crate::vault::SealedBytes;

/// What an observation said before it was corrected.
pub struct EarlierObservation {
    row: past::Model,
    case: Arc<CaseRow>,
}

impl EarlierObservation {
    /// Of `row`, which is on `case`.
    pub(super) fn of(row: past::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = past_place(column, self.row.id);
        answer(ctx, opened(&self.case.permit, place, sealed))
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

/// What an observation said before it was corrected, and why it was.
#[Object]
impl EarlierObservation {
    /// What it is.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn kind(&self) -> ObservationKind {
        self.row.kind
    }

    /// What was observed.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn code(&self) -> ObservationCode {
        self.row.code
    }

    /// What was observed, where the list has no word for it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn code_text(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "code_text", self.row.code_text.as_ref())
    }

    /// The day of it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn observed_on(&self) -> Day {
        Day(self.row.observed_on)
    }

    /// Who saw or heard it, when it was not the one who wrote it down.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn observer(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "observer", self.row.observer.as_ref())
    }

    /// Where it is known from.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn source(&self) -> SourceKind {
        self.row.source_kind
    }

    /// What was seen or heard, and in which circumstances.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn narrative(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "narrative", &self.row.narrative)
    }

    /// Whether the narrative is hard to read, so that it stays closed until somebody opens it
    /// (rule 126).
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn graphic(&self) -> bool {
        self.row.graphic
    }

    /// What a graphic narrative is about, in calm words.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn content_note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "content_note", self.row.content_note.as_ref())
    }

    /// What follows of it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn follow_up(&self) -> FollowUp {
        self.row.follow_up
    }

    /// Why, or what exactly.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn follow_up_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "follow_up_reason", self.row.follow_up_reason.as_ref())
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
