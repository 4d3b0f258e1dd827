//! Changes of a case's facts in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::change::{self, place};
use super::entity::{CaseFact, case_fact_change};
use super::inputs::CaseFactsChangeInput;
use crate::access::{Act, Class};
use crate::cases::{CaseRow, one};
use crate::graphql::{Case, Day, answer, policy, settle, viewer};
use crate::outcome;
use crate::people::User;

/// That a fact of a case is another since a day.
pub struct CaseFactChange {
    /// The row.
    pub row: case_fact_change::Model,
    /// Its case.
    pub case: Arc<CaseRow>,
}

/// That a fact of a case is another since a day.
#[Object]
impl CaseFactChange {
    /// Which fact.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn fact(&self) -> CaseFact {
        self.row.fact
    }

    /// What was before, as a code of that fact's vocabulary; null when nothing was known.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn was(&self) -> Option<String> {
        self.row.was.as_deref().map(str::to_uppercase)
    }

    /// What is so since then, as a code of that fact's vocabulary.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn now(&self) -> String {
        self.row.now.to_uppercase()
    }

    /// Since which day.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn since(&self) -> Day {
        Day(self.row.since)
    }

    /// Why.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let permit = &self.case.permit;
        let opened = permit.open(Class::Narrative, place(self.row.id), &self.row.reason);
        answer(ctx, opened)
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// When it was written down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }
}

outcome!(CaseFactsChangeResult, CaseFactsChangeSuccess { case: Case });

/// Changes of a case's facts.
#[derive(Default)]
pub struct FactsMutation;

#[Object]
impl FactsMutation {
    /// Changes custody, community or jurisdiction; what was is kept. Clocks that run already
    /// stay as they were made.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_facts_change(
        &self,
        ctx: &Context<'_>,
        input: CaseFactsChangeInput,
    ) -> Result<CaseFactsChangeResult> {
        let viewer = viewer(ctx)?;
        let done = async { change::change(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseFactsChange, done).await?;
        let load = async |id| one(viewer, id).await.map(Case::of);
        Ok(CaseFactsChangeResult::of(settled.load(ctx, load).await?))
    }
}
