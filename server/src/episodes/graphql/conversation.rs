//! A conversation on return in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::episodes::change::place;
use crate::episodes::entity::conversation;
use crate::episodes::loaders::EpisodeLoaders;
use crate::episodes::model::{AwayExperience, LeavingFactor, YouthAnswer};
use crate::episodes::read;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, answer, id, policy};
use crate::people::User;
use crate::vault::SealedBytes;

/// Those of the conversations `ids` whose case is in reach.
pub async fn conversations_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, ReturnConversation)>, Refusal> {
    let rows = read::conversations_by_ids(viewer, ids).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: conversation::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, ReturnConversation { row, case }))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// A conversation that was offered on return.
pub struct ReturnConversation {
    row: conversation::Model,
    case: Arc<CaseRow>,
}

impl ReturnConversation {
    /// The conversation of `row`, which is on `case`.
    pub(super) fn of(row: conversation::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The conversation `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = conversations_by_id(viewer, &[id]).await?.pop();
        found.map(|(_, said)| said).ok_or(Refusal::NotFound)
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = place("return_conversation", column, self.row.id);
        let permit = &self.case.permit;
        answer(ctx, permit.open_some(Class::Narrative, place, sealed))
    }
}

/// A conversation that was offered on return, and what the young person chose to tell. It
/// is written once; that they declined is a good answer (rule 55).
#[Object]
impl ReturnConversation {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::ReturnConversation, self.row.id)
    }

    /// When it was offered.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn offered_at(&self) -> DateTime<Utc> {
        self.row.offered_at
    }

    /// What became of the offer.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn answer(&self) -> YouthAnswer {
        self.row.answer
    }

    /// What became of the question what led to leaving; null when it was not asked.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn factors_answer(&self) -> Option<YouthAnswer> {
        self.row.factors_answer
    }

    /// What led to leaving, in no order of weight.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn factors(&self, ctx: &Context<'_>) -> Result<Vec<LeavingFactor>> {
        if !self.case.permit.sees(Class::Health) {
            return Ok(Vec::new());
        }
        let loaders = ctx.data::<EpisodeLoaders>()?;
        answer(ctx, loaders.factors(self.row.id).await)
    }

    /// What became of the question what happened while away; null when it was not asked.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn experiences_answer(&self) -> Option<YouthAnswer> {
        self.row.experiences_answer
    }

    /// What was lived through while away, in no order of weight.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn experiences(&self, ctx: &Context<'_>) -> Result<Vec<AwayExperience>> {
        if !self.case.permit.sees(Class::Health) {
            return Ok(Vec::new());
        }
        let loaders = ctx.data::<EpisodeLoaders>()?;
        answer(ctx, loaders.experiences(self.row.id).await)
    }

    /// The young person's own words, exactly (rule 10).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn youth_words(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "youth_words", self.row.youth_words.as_ref())
    }

    /// What the worker adds.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "note", self.row.note.as_ref())
    }

    /// The day on which it is offered again.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn re_offer_on(&self) -> Option<Day> {
        self.row.re_offer_on.map(Day)
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.recorded_by).await
    }

    /// When it was written down.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }
}
