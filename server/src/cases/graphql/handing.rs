//! Cases handed over, in GraphQL.

use async_graphql::{Context, Object, Result};

use super::Assignment;
use crate::access::{Act, Class, Viewer};
use crate::cases::bulk_input::CasesAssignInput;
use crate::cases::hand_over::{self, HandOverReadInput};
use crate::cases::{assignments_by_id, bulk, by_ids, cases_of};
use crate::error::Refusal;
use crate::graphql::{Case, answer, policy, settle, viewer};
use crate::outcome;

outcome!(CasesAssignResult, CasesAssignSuccess {
    /// The cases that are still in one's reach.
    cases: Vec<Case>
});
outcome!(
    HandOverReadResult,
    HandOverReadSuccess {
        assignment: Assignment
    }
);

/// Changes of who has which cases.
#[derive(Default)]
pub struct HandingMutation;

#[Object]
impl HandingMutation {
    /// Puts a colleague on the teams of several cases: of all of them, or of none. They get a
    /// mail for each that says nothing.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn cases_assign(
        &self,
        ctx: &Context<'_>,
        input: CasesAssignInput,
    ) -> Result<CasesAssignResult> {
        let viewer = viewer(ctx)?;
        let mut ids = Vec::new();
        let done = async {
            let input = input.parse(viewer)?;
            ids = input.cases.iter().map(|(id, _)| *id).collect();
            bulk::assign_all(viewer, input).await
        }
        .await;
        let settled = settle(ctx, Act::CaseAssign, done).await?;
        let load = async |_| {
            Ok(by_ids(viewer, &ids)
                .await?
                .into_iter()
                .map(Case::of)
                .collect())
        };
        Ok(CasesAssignResult::of(settled.load(ctx, load).await?))
    }

    /// Says that one has read what was handed over with a case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn hand_over_read(
        &self,
        ctx: &Context<'_>,
        input: HandOverReadInput,
    ) -> Result<HandOverReadResult> {
        let viewer = viewer(ctx)?;
        let done = async { hand_over::read(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::HandOverRead, done).await?;
        let load = async |id| {
            let found = assignments_by_id(viewer, &[id]).await?.pop();
            found.map(|(_, part)| part).ok_or(Refusal::NotFound)
        };
        Ok(HandOverReadResult::of(settled.load(ctx, load).await?))
    }
}

/// Reads of what was handed over.
#[derive(Default)]
pub struct HandingQuery;

#[Object]
impl HandingQuery {
    /// One's own parts in cases with something handed over that one has not read yet, the
    /// oldest first, at most 50.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn hand_overs(&self, ctx: &Context<'_>) -> Result<Vec<Assignment>> {
        answer(ctx, unread(viewer(ctx)?).await)
    }
}

async fn unread(viewer: &Viewer) -> std::result::Result<Vec<Assignment>, Refusal> {
    let rows = hand_over::unread(viewer).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: crate::cases::entity::assignment::Model| {
        let case = cases.get(&row.case_id)?.clone();
        let readable = case.permit.sees(Class::Narrative);
        readable.then_some(Assignment { row, case })
    };
    Ok(rows.into_iter().filter_map(with).collect())
}
