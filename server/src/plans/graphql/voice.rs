//! The young person's voice in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{Day, answer, policy};
use crate::people::User;
use crate::plans::change::place;
use crate::plans::entity::plan;
use crate::plans::model::VoiceKind;
use crate::vault::SealedBytes;

/// The young person's voice.
pub struct PlanVoice {
    kind: VoiceKind,
    recorded_at: DateTime<Utc>,
    plan: Arc<plan::Model>,
    case: Arc<CaseRow>,
}

impl PlanVoice {
    /// What was recorded of it; `None` until something was.
    pub(super) fn of(plan: Arc<plan::Model>, case: Arc<CaseRow>) -> Option<Self> {
        Some(Self {
            kind: plan.voice_kind?,
            recorded_at: plan.voice_recorded_at?,
            plan,
            case,
        })
    }

    fn opened(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = place("plan", column, self.plan.id);
        answer(
            ctx,
            self.case.permit.open_some(Class::Narrative, place, sealed),
        )
    }
}

/// The young person's voice (rules 10, 65): exact words, or why they are not there yet and
/// when it is offered next.
#[Object]
impl PlanVoice {
    /// What there is.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn kind(&self) -> VoiceKind {
        self.kind
    }

    /// The words, exactly as they were said.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn words(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.opened(ctx, "voice_words", self.plan.voice_words.as_ref())
    }

    /// How it came to this.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.opened(ctx, "voice_note", self.plan.voice_note.as_ref())
    }

    /// When it is offered next.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn next_offer_on(&self) -> Option<Day> {
        self.plan.voice_next_offer_on.map(Day)
    }

    /// When it was recorded.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.recorded_at
    }

    /// Who recorded it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.plan.voice_recorded_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }
}
