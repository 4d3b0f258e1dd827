//! Goals in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use uuid::Uuid;

use super::nodes::{goals_by_id, only};
use super::step::Step;
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, answer, id, policy};
use crate::plans::PlanLoaders;
use crate::plans::change::place;
use crate::plans::entity::goal;
use crate::plans::model::{Agreement, GoalOwner, GoalState, PlanDomain};
use crate::plans::templates::PlanTemplateVersion;

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

    /// The goal `id` of `case`, read together with the others that the document asks for.
    pub(in crate::plans) async fn of_id(
        ctx: &Context<'_>,
        id: Uuid,
        case: &Arc<CaseRow>,
    ) -> Result<Option<Self>> {
        let loaded = ctx.data::<PlanLoaders>()?.goal(id).await;
        let row = answer(ctx, loaded)?;
        Ok(row.map(|row| Self::of(row, case.clone())))
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

    /// The version of a template that it was taken from; null when from none.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn taken_from(&self, ctx: &Context<'_>) -> Result<Option<PlanTemplateVersion>> {
        match self.row.template_version_id {
            Some(version) => PlanTemplateVersion::of_id(ctx, version).await,
            None => Ok(None),
        }
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
