//! A plan and its voice and strengths in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::goal::Goal;
use super::nodes::{only, plans_by_id};
use super::version::PlanVersion;
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::{Case, Day, Kind, answer, id, policy};
use crate::people::User;
use crate::plans::PlanLoaders;
use crate::plans::change::place;
use crate::plans::entity::{plan, strength};
use crate::plans::model::{PlanState, StrengthKind, VoiceKind};
use crate::vault::SealedBytes;

/// A recovery plan.
pub struct RecoveryPlan {
    row: Arc<plan::Model>,
    case: Arc<CaseRow>,
}

impl RecoveryPlan {
    /// The plan of `row`, which is on `case`.
    pub(super) fn of(row: plan::Model, case: Arc<CaseRow>) -> Self {
        let row = Arc::new(row);
        Self { row, case }
    }

    /// The plan `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        only(plans_by_id(viewer, &[id]).await?)
    }
}

/// A recovery plan: what the young person wants, what is strong, and who does what by when.
#[Object]
impl RecoveryPlan {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Plan, self.row.id)
    }

    /// Send it back with a change. Strengths and the list of goals belong to it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> PlanState {
        self.row.state
    }

    /// Where it may be moved; to `ACTIVE` with voice, a strength and a review day.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn allowed_moves(&self) -> Vec<PlanState> {
        self.row.state.moves().to_vec()
    }

    /// When it became active, the last time it did.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn activated_at(&self) -> Option<DateTime<Utc>> {
        self.row.activated_at
    }

    /// The day on which it is looked at again.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn review_on(&self) -> Option<Day> {
        self.row.review_on.map(Day)
    }

    /// The young person's voice; null until it is recorded.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn voice(&self) -> Option<PlanVoice> {
        Some(PlanVoice {
            kind: self.row.voice_kind?,
            recorded_at: self.row.voice_recorded_at?,
            plan: self.row.clone(),
            case: self.case.clone(),
        })
    }

    /// What is strong, in the order in which it was told.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn strengths(&self, ctx: &Context<'_>) -> Result<Vec<Strength>> {
        let rows = ctx.data::<PlanLoaders>()?.strengths(self.row.id).await;
        Ok(answer(ctx, rows)?
            .into_iter()
            .map(|row| Strength::of(row, self.case.clone()))
            .collect())
    }

    /// The goals, the young person's own first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn goals(&self, ctx: &Context<'_>) -> Result<Vec<Goal>> {
        let rows = ctx.data::<PlanLoaders>()?.goals(self.row.id).await;
        Ok(answer(ctx, rows)?
            .into_iter()
            .map(|row| Goal::of(row, self.case.clone()))
            .collect())
    }

    /// The plan as it stood each time it became active, oldest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn versions(&self, ctx: &Context<'_>) -> Result<Vec<PlanVersion>> {
        let rows = ctx.data::<PlanLoaders>()?.versions(self.row.id).await;
        Ok(answer(ctx, rows)?
            .into_iter()
            .map(|row| PlanVersion::of(row, self.case.clone()))
            .collect())
    }
}

/// The young person's voice.
pub struct PlanVoice {
    kind: VoiceKind,
    recorded_at: DateTime<Utc>,
    plan: Arc<plan::Model>,
    case: Arc<CaseRow>,
}

impl PlanVoice {
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

/// Something that is strong.
pub struct Strength {
    row: strength::Model,
    case: Arc<CaseRow>,
}

impl Strength {
    /// The strength of `row`, which is on `case`.
    pub(super) fn of(row: strength::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// Something that is strong.
#[Object]
impl Strength {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Strength, self.row.id)
    }

    /// What kind.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn kind(&self) -> StrengthKind {
        self.row.kind
    }

    /// The strength.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<String> {
        let place = place("strength", "text", self.row.id);
        let text = self
            .case
            .permit
            .open(Class::Narrative, place, &self.row.text);
        Ok(answer(ctx, text)?.unwrap_or_default())
    }
}
