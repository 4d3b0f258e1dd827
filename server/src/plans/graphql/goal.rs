//! Goals and steps in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use uuid::Uuid;

use super::nodes::{goals_by_id, only, steps_by_id};
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, Loaders, answer, id, policy};
use crate::people::User;
use crate::plans::PlanLoaders;
use crate::plans::change::place;
use crate::plans::entity::{goal, step};
use crate::plans::model::{Agreement, GoalOwner, GoalState, PlanDomain, StepState};
use crate::referrals::Referral;

/// A goal.
pub struct Goal {
    row: goal::Model,
    case: Arc<CaseRow>,
}

impl Goal {
    /// The goal of `row`, which is on `case`.
    pub(super) fn of(row: goal::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The goal `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        only(goals_by_id(viewer, &[id]).await?)
    }
}

/// A goal: whose it is, in whose words, and how it stands.
#[Object]
impl Goal {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Goal, self.row.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The part of life it is about.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn domain(&self) -> PlanDomain {
        self.row.domain
    }

    /// The goal.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<String> {
        let place = place("goal", "text", self.row.id);
        let text = self
            .case
            .permit
            .open(Class::Narrative, place, &self.row.text);
        Ok(answer(ctx, text)?.unwrap_or_default())
    }

    /// Whether these are the young person's own words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn in_youth_words(&self) -> bool {
        self.row.in_youth_words
    }

    /// Whose goal it is.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn owner(&self) -> GoalOwner {
        self.row.owner
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> GoalState {
        self.row.state
    }

    /// Where it may go from there.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn allowed_moves(&self) -> Vec<GoalState> {
        self.row.state.moves().to_vec()
    }

    /// By when, if a day was named.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn target_on(&self) -> Option<Day> {
        self.row.target_on.map(Day)
    }

    /// What the young person thinks of it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn agreement(&self) -> Agreement {
        self.row.agreement
    }

    /// The steps towards it, by their day.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<Step>> {
        let rows = ctx.data::<PlanLoaders>()?.steps(self.row.id).await;
        Ok(answer(ctx, rows)?
            .into_iter()
            .map(|row| Step::of(row, self.case.clone()))
            .collect())
    }
}

/// A step.
pub struct Step {
    row: step::Model,
    case: Arc<CaseRow>,
}

impl Step {
    /// The step of `row`, which is on `case`.
    pub(super) fn of(row: step::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The step `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        only(steps_by_id(viewer, &[id]).await?)
    }

    /// The step `id`, read together with the others that the document asks for.
    pub async fn of_id(ctx: &Context<'_>, id: Uuid) -> Result<Option<Self>> {
        let loaded = ctx.data::<PlanLoaders>()?.step(id).await;
        let Some(row) = answer(ctx, loaded)? else {
            return Ok(None);
        };
        let case = ctx.data::<Loaders>()?.case(row.case_id).await;
        Ok(answer(ctx, case)?.map(|case| Self { row, case }))
    }
}

/// A step: who does what by when (rule 73).
#[Object]
impl Step {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Step, self.row.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The step.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<String> {
        let place = place("step", "text", self.row.id);
        let text = self
            .case
            .permit
            .open(Class::Narrative, place, &self.row.text);
        Ok(answer(ctx, text)?.unwrap_or_default())
    }

    /// The colleague who does it; null when it is somebody else.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.owner_id {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// Somebody else who does it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn owner_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("step", "owner_name", self.row.id);
        let name = self.row.owner_name.as_ref();
        answer(
            ctx,
            self.case.permit.open_some(Class::Narrative, place, name),
        )
    }

    /// By when.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn due_on(&self) -> Day {
        Day(self.row.due_on)
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> StepState {
        self.row.state
    }

    /// The latest referral that was made for it.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn referral(&self, ctx: &Context<'_>) -> Result<Option<Referral>> {
        Referral::of_step(ctx, self.row.id).await
    }
}
