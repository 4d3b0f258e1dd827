//! Endings in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::act::{self, GoalOutcome, OutcomeVoice, Said};
use super::entity::plan_ending;
use super::inputs::PlanEndInput;
use crate::access::{Act, Class};
use crate::cases::CaseRow;
use crate::error::{Fault, Refusal};
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::people::User;
use crate::plans::change::place;
use crate::plans::graphql::{Goal, RecoveryPlan};
use crate::plans::model::Agreement;
use crate::plans::support::ContactWishKind;

/// How a plan ended.
pub struct PlanEnding {
    row: plan_ending::Model,
    said: Said,
    case: Arc<CaseRow>,
}

impl PlanEnding {
    /// The ending of `row`, which is on `case`, for those who may read what it says.
    pub fn of(
        row: plan_ending::Model,
        case: Arc<CaseRow>,
    ) -> std::result::Result<Option<Self>, Refusal> {
        let place = place("plan_ending", "content", row.id);
        let text = case.permit.open(Class::Narrative, place, &row.content)?;
        let said = text.map(|text| serde_json::from_str(&text)).transpose();
        let said = said.map_err(|_| Fault::Broken("an ending that cannot be read"))?;
        Ok(said.map(|said| Self { row, said, case }))
    }
}

/// How a plan ended, one of the times it did (rule 76).
#[Object]
impl PlanEnding {
    /// What came of each goal.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn outcomes(&self) -> Vec<PlanOutcome> {
        let outcomes = self.said.outcomes.iter().cloned();
        let of = |told| PlanOutcome {
            told,
            case: self.case.clone(),
        };
        outcomes.map(of).collect()
    }

    /// What remained to be done or to be watched.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn remains(&self) -> &str {
        &self.said.remains
    }

    /// How the young person wanted to hear from us afterwards.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn aftercare(&self) -> ContactWishKind {
        self.row.aftercare
    }

    /// A word on that.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn aftercare_note(&self) -> Option<&str> {
        self.said.aftercare_note.as_deref()
    }

    /// What the young person thought of ending it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn youth_agreement(&self) -> Agreement {
        self.row.youth_agreement
    }

    /// Who ended it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn ended_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// When it ended.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn ended_at(&self) -> DateTime<Utc> {
        self.row.at
    }
}

/// What came of a goal.
pub struct PlanOutcome {
    told: GoalOutcome,
    case: Arc<CaseRow>,
}

/// What came of a goal.
#[Object]
impl PlanOutcome {
    /// The goal.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn goal(&self, ctx: &Context<'_>) -> Result<Option<Goal>> {
        Goal::of_id(ctx, self.told.goal, &self.case).await
    }

    /// What came of it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn words(&self) -> &str {
        &self.told.words
    }

    /// Whose words these are.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn voice(&self) -> OutcomeVoice {
        self.told.voice
    }
}

outcome!(PlanEndResult, PlanEndSuccess { plan: RecoveryPlan });

/// Changes of endings.
#[derive(Default)]
pub struct EndingMutation;

#[Object]
impl EndingMutation {
    /// Ends the plan: with what came of each goal, what remains, and how to stay in touch
    /// (rule 76). `planMove` to `UNDER_REVIEW` opens it again.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_end(&self, ctx: &Context<'_>, input: PlanEndInput) -> Result<PlanEndResult> {
        let viewer = viewer(ctx)?;
        let done = async { act::end(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanEdit, done).await?;
        let load = async |id| RecoveryPlan::load(viewer, id).await;
        Ok(PlanEndResult::of(settled.load(ctx, load).await?))
    }
}
