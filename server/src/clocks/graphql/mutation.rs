//! Changes of clocks.

use async_graphql::{Context, Object, Result};

use super::clock::Clock;
use super::inputs::{
    ClockEventRecordInput, ClockExtendInput, ClockMarkNotApplicableInput, ClockMeetInput,
    ClockWaiveInput,
};
use crate::access::{Act, Class};
use crate::cases;
use crate::clocks::{close, events, extend};
use crate::graphql::{Case, policy, settle, viewer};
use crate::outcome;

outcome!(ClockMeetResult, ClockMeetSuccess { clock: Clock });
outcome!(
    ClockMarkNotApplicableResult,
    ClockMarkNotApplicableSuccess { clock: Clock }
);
outcome!(ClockWaiveResult, ClockWaiveSuccess { clock: Clock });
outcome!(ClockExtendResult, ClockExtendSuccess { clock: Clock });
outcome!(
    ClockEventRecordResult,
    ClockEventRecordSuccess { case: Case }
);

/// Changes of clocks.
#[derive(Default)]
pub struct ClockMutation;

#[Object]
impl ClockMutation {
    /// Ends a clock with evidence: agency, person, time and number (rule 49).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn clock_meet(
        &self,
        ctx: &Context<'_>,
        input: ClockMeetInput,
    ) -> Result<ClockMeetResult> {
        let viewer = viewer(ctx)?;
        let done = async { close::meet(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ClockMeet, done).await?;
        let load = async |id| Clock::load(viewer, id).await;
        Ok(ClockMeetResult::of(settled.load(ctx, load).await?))
    }

    /// Says that a clock does not apply, and why (rule 61).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn clock_mark_not_applicable(
        &self,
        ctx: &Context<'_>,
        input: ClockMarkNotApplicableInput,
    ) -> Result<ClockMarkNotApplicableResult> {
        let viewer = viewer(ctx)?;
        let done = async { close::not_applicable(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ClockMeet, done).await?;
        let load = async |id| Clock::load(viewer, id).await;
        Ok(ClockMarkNotApplicableResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Waives a clock, with a reason; the supervisor who does answers for it (rule 61).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn clock_waive(
        &self,
        ctx: &Context<'_>,
        input: ClockWaiveInput,
    ) -> Result<ClockWaiveResult> {
        let viewer = viewer(ctx)?;
        let done = async { close::waive(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ClockWaive, done).await?;
        let load = async |id| Clock::load(viewer, id).await;
        Ok(ClockWaiveResult::of(settled.load(ctx, load).await?))
    }

    /// Makes a clock longer, once, where both offices have agreed (rule 60).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn clock_extend(
        &self,
        ctx: &Context<'_>,
        input: ClockExtendInput,
    ) -> Result<ClockExtendResult> {
        let viewer = viewer(ctx)?;
        let done = async { extend::extend(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ClockMeet, done).await?;
        let load = async |id| Clock::load(viewer, id).await;
        Ok(ClockExtendResult::of(settled.load(ctx, load).await?))
    }

    /// Records that something has happened from which clocks run (rules 56, 57, 60).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn clock_event_record(
        &self,
        ctx: &Context<'_>,
        input: ClockEventRecordInput,
    ) -> Result<ClockEventRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { events::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ClockMeet, done).await?;
        let load = async |id| cases::one(viewer, id).await.map(Case::of);
        Ok(ClockEventRecordResult::of(settled.load(ctx, load).await?))
    }
}
