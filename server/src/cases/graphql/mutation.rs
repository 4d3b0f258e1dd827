//! Changes of who is on a case.

use async_graphql::{Context, Object, Result};

use super::CasePerson;
use crate::access::{Act, Class};
use crate::cases::inputs::{
    CaseAssignInput, CasePersonAddInput, CasePersonChangeInput, CaseUnassignInput,
};
use crate::cases::{assign, one, person};
use crate::error::Refusal;
use crate::graphql::{Case, policy, settle, viewer};
use crate::outcome;

outcome!(CaseAssignResult, CaseAssignSuccess {
    /// The case; null when handing it over has put it out of one's reach.
    case: Option<Case>
});
outcome!(CaseUnassignResult, CaseUnassignSuccess { case: Case });
outcome!(
    CasePersonAddResult,
    CasePersonAddSuccess { person: CasePerson }
);
outcome!(
    CasePersonChangeResult,
    CasePersonChangeSuccess { person: CasePerson }
);

/// Changes of who is on a case.
#[derive(Default)]
pub struct TeamMutation;

#[Object]
impl TeamMutation {
    /// Puts a colleague on a case's team and tells them that something waits.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_assign(
        &self,
        ctx: &Context<'_>,
        input: CaseAssignInput,
    ) -> Result<CaseAssignResult> {
        let viewer = viewer(ctx)?;
        let done = async { assign::assign(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseAssign, done).await?;
        Ok(CaseAssignResult::of(
            settled
                .load(ctx, async |id| match one(viewer, id).await {
                    Err(Refusal::NotFound) => Ok(None),
                    found => found.map(|row| Some(Case::of(row))),
                })
                .await?,
        ))
    }

    /// Takes a colleague off a case's team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_unassign(
        &self,
        ctx: &Context<'_>,
        input: CaseUnassignInput,
    ) -> Result<CaseUnassignResult> {
        let viewer = viewer(ctx)?;
        let done = async { assign::unassign(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseAssign, done).await?;
        Ok(CaseUnassignResult::of(
            settled
                .load(ctx, async |id| one(viewer, id).await.map(Case::of))
                .await?,
        ))
    }

    /// Adds a person to a case.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn case_person_add(
        &self,
        ctx: &Context<'_>,
        input: CasePersonAddInput,
    ) -> Result<CasePersonAddResult> {
        let viewer = viewer(ctx)?;
        let done = async { person::add(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PersonAdd, done).await?;
        Ok(CasePersonAddResult::of(
            settled
                .load(ctx, async |id| CasePerson::load(viewer, id).await)
                .await?,
        ))
    }

    /// Changes what is known of a person on a case.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn case_person_change(
        &self,
        ctx: &Context<'_>,
        input: CasePersonChangeInput,
    ) -> Result<CasePersonChangeResult> {
        let viewer = viewer(ctx)?;
        let done = async { person::change(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PersonChange, done).await?;
        Ok(CasePersonChangeResult::of(
            settled
                .load(ctx, async |id| CasePerson::load(viewer, id).await)
                .await?,
        ))
    }
}
