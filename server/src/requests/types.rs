//! A request in GraphQL, and what a case shows of it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use super::answers::RequestAnswer;
use super::model::{
    CaseLink, RequestChannel, RequestOutcome, RequestState, RequestTopic, RequesterKind, Urgency,
};
use super::row::{RequestRow, place};
use crate::access::Class;
use crate::cases::model::State;
use crate::graphql::{Case, Day, Kind, Loaders, MaskedText, answer, id, policy};
use crate::people::User;
use crate::vault::SealedBytes;

/// Somebody asked for help.
pub struct Request(pub Arc<RequestRow>);

impl Request {
    fn open(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: &SealedBytes,
    ) -> Result<String> {
        let place = place(column, self.0.request.id);
        answer(ctx, self.0.permit.open(place, sealed))
    }
}

/// Somebody asked for help.
#[Object]
impl Request {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Request, self.0.request.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.0.request.version
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> RequestState {
        self.0.request.state
    }

    /// When it came.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn received_at(&self) -> DateTime<Utc> {
        self.0.request.received_at
    }

    /// By when it is to be answered first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn first_response_due_at(&self) -> DateTime<Utc> {
        self.0.request.due_at
    }

    /// When it was answered first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn first_response_at(&self) -> Option<DateTime<Utc>> {
        self.0.request.first_response_at
    }

    /// As what they ask.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn requester_kind(&self) -> RequesterKind {
        self.0.request.requester_kind
    }

    /// Who asks.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn requester_name(&self, ctx: &Context<'_>) -> Result<String> {
        self.open(ctx, "requester_name", &self.0.request.requester_name)
    }

    /// Their telephone number, masked.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn requester_phone(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.0.request.requester_phone.as_ref())
    }

    /// Where they work.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn requester_organization(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.0.request.requester_organization.as_ref();
        sealed
            .map(|sealed| self.open(ctx, "requester_organization", sealed))
            .transpose()
    }

    /// The state or territory it is about.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn jurisdiction(&self) -> State {
        self.0.request.jurisdiction
    }

    /// How soon an answer is needed.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn urgency(&self) -> Urgency {
        self.0.request.urgency
    }

    /// What is asked for.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn topics(&self) -> Vec<RequestTopic> {
        self.0.topics.iter().copied().collect()
    }

    /// What they said.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn situation(&self, ctx: &Context<'_>) -> Result<String> {
        self.open(ctx, "situation", &self.0.request.situation)
    }

    /// What was answered first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn answer(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        match RequestAnswer::all(ctx, &self.0).await?.first() {
            Some(first) => first.note(ctx).await.map(Some),
            None => Ok(None),
        }
    }

    /// All answers, the first first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn answers(&self, ctx: &Context<'_>) -> Result<Vec<RequestAnswer>> {
        RequestAnswer::all(ctx, &self.0).await
    }

    /// How it came, where that was written down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn came_by(&self) -> Option<RequestChannel> {
        self.0.request.came_by
    }

    /// Whether a child was named to us. Then an answer says nothing about that child unless
    /// a release covers it (rule 114).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn names_child(&self) -> bool {
        self.0.request.names_child
    }

    /// When to ask how it went.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn follow_up_on(&self) -> Option<Day> {
        self.0.request.follow_up_on.map(Day)
    }

    /// What became of it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn outcome(&self) -> Option<RequestOutcome> {
        self.0.request.outcome
    }

    /// What is to be said of that.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn outcome_note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.0.request.outcome_note.as_ref();
        sealed
            .map(|sealed| self.open(ctx, "outcome_note", sealed))
            .transpose()
    }

    /// When it was closed.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.0.request.closed_at
    }

    /// Whether its case was opened from it, or it joined a case that was there.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_link(&self) -> Option<CaseLink> {
        self.0.request.case_link
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.request.recorded_by).await
    }

    /// The case that was opened from it or that it joined, if it is in reach.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self, ctx: &Context<'_>) -> Result<Option<Case>> {
        let Some(case) = self.0.request.case_id else {
            return Ok(None);
        };
        let found = answer(ctx, ctx.data::<Loaders>()?.case(case).await)?;
        Ok(found.map(Case::of))
    }
}
