//! Changes of observations, and of what stands beside them.

use async_graphql::{Context, Object, Result};

use super::inputs::{
    ObservationCorrectInput, ObservationRecordInput, ObservationReviewInput,
    ReportMadeCorrectInput, ReportMadeRecordInput, ScreeningCorrectInput, ScreeningRecordInput,
    TraffickingTypeRecordInput, TraffickingTypeReviseInput,
};
use super::{Observation, ReportMade, ScreeningReference, TraffickingTypeEntry};
use crate::access::{Act, Class};
use crate::graphql::{policy, settle, viewer};
use crate::observations::{correct, record, report, review, screening, trafficking};
use crate::outcome;

outcome!(
    ObservationRecordResult,
    ObservationRecordSuccess {
        observation: Observation
    }
);
outcome!(
    ObservationCorrectResult,
    ObservationCorrectSuccess {
        observation: Observation
    }
);
outcome!(
    ObservationReviewResult,
    ObservationReviewSuccess {
        observation: Observation
    }
);
outcome!(
    ScreeningRecordResult,
    ScreeningRecordSuccess {
        screening: ScreeningReference
    }
);
outcome!(
    ScreeningCorrectResult,
    ScreeningCorrectSuccess {
        screening: ScreeningReference
    }
);
outcome!(
    ReportMadeRecordResult,
    ReportMadeRecordSuccess { report: ReportMade }
);
outcome!(
    ReportMadeCorrectResult,
    ReportMadeCorrectSuccess { report: ReportMade }
);
outcome!(
    TraffickingTypeRecordResult,
    TraffickingTypeRecordSuccess {
        entry: TraffickingTypeEntry
    }
);
outcome!(
    TraffickingTypeReviseResult,
    TraffickingTypeReviseSuccess {
        entry: TraffickingTypeEntry
    }
);

/// Changes of observations, and of what stands beside them.
#[derive(Default)]
pub struct ObservationMutation;

#[Object]
impl ObservationMutation {
    /// Records an observation, with what follows of it (rules 1, 3).
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn observation_record(
        &self,
        ctx: &Context<'_>,
        input: ObservationRecordInput,
    ) -> Result<ObservationRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { record::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ObservationRecord, done).await?;
        let load = async |id| Observation::load(viewer, id).await;
        Ok(ObservationRecordResult::of(settled.load(ctx, load).await?))
    }

    /// Corrects an observation; what it said before stays.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn observation_correct(
        &self,
        ctx: &Context<'_>,
        input: ObservationCorrectInput,
    ) -> Result<ObservationCorrectResult> {
        let viewer = viewer(ctx)?;
        let done = async { correct::correct(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ObservationRecord, done).await?;
        let load = async |id| Observation::load(viewer, id).await;
        Ok(ObservationCorrectResult::of(settled.load(ctx, load).await?))
    }

    /// Says that a supervisor has looked at an observation of which nothing else follows.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn observation_review(
        &self,
        ctx: &Context<'_>,
        input: ObservationReviewInput,
    ) -> Result<ObservationReviewResult> {
        let viewer = viewer(ctx)?;
        let done = async { review::review(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ObservationReview, done).await?;
        let load = async |id| Observation::load(viewer, id).await;
        Ok(ObservationReviewResult::of(settled.load(ctx, load).await?))
    }

    /// Refers to a screening that was done elsewhere (rule 8).
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn screening_record(
        &self,
        ctx: &Context<'_>,
        input: ScreeningRecordInput,
    ) -> Result<ScreeningRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { screening::record::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ScreeningRecord, done).await?;
        let load = async |id| ScreeningReference::load(viewer, id).await;
        Ok(ScreeningRecordResult::of(settled.load(ctx, load).await?))
    }

    /// Corrects a reference to a screening; what it said before stays.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn screening_correct(
        &self,
        ctx: &Context<'_>,
        input: ScreeningCorrectInput,
    ) -> Result<ScreeningCorrectResult> {
        let viewer = viewer(ctx)?;
        let done = async { screening::correct::correct(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ScreeningRecord, done).await?;
        let load = async |id| ScreeningReference::load(viewer, id).await;
        Ok(ScreeningCorrectResult::of(settled.load(ctx, load).await?))
    }

    /// Records a report that was made; with all of its evidence it ends the clock that waits for it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn report_made_record(
        &self,
        ctx: &Context<'_>,
        input: ReportMadeRecordInput,
    ) -> Result<ReportMadeRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { report::record::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReportRecord, done).await?;
        let load = async |id| ReportMade::load(viewer, id).await;
        Ok(ReportMadeRecordResult::of(settled.load(ctx, load).await?))
    }

    /// Corrects a report that was made; what it said before stays. A clock that it ended goes by
    /// what it says now, and runs again where it is no evidence any more (rule 49).
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn report_made_correct(
        &self,
        ctx: &Context<'_>,
        input: ReportMadeCorrectInput,
    ) -> Result<ReportMadeCorrectResult> {
        let viewer = viewer(ctx)?;
        let done = async { report::correct::correct(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReportRecord, done).await?;
        let load = async |id| ReportMade::load(viewer, id).await;
        Ok(ReportMadeCorrectResult::of(settled.load(ctx, load).await?))
    }

    /// Records a trafficking type beside what stands already (rule 6).
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn trafficking_type_record(
        &self,
        ctx: &Context<'_>,
        input: TraffickingTypeRecordInput,
    ) -> Result<TraffickingTypeRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { trafficking::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::TraffickingRecord, done).await?;
        let load = async |id| TraffickingTypeEntry::load(viewer, id).await;
        Ok(TraffickingTypeRecordResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Revises a trafficking type; what was thought before stays. Shows what stands in its place.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn trafficking_type_revise(
        &self,
        ctx: &Context<'_>,
        input: TraffickingTypeReviseInput,
    ) -> Result<TraffickingTypeReviseResult> {
        let viewer = viewer(ctx)?;
        let done = async { trafficking::revise(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::TraffickingRecord, done).await?;
        let load = async |id| TraffickingTypeEntry::load(viewer, id).await;
        Ok(TraffickingTypeReviseResult::of(
            settled.load(ctx, load).await?,
        ))
    }
}
