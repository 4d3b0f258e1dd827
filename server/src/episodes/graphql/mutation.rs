//! Changes of times away.

use async_graphql::{Context, Object, Result};

use super::inputs::{
    EpisodeCloseInput, EpisodeOpenInput, NoticeRecordInput, RecoveryRecordInput,
    ReturnConversationRecordInput, ReturnFollowUpRecordInput, WhereaboutsSetInput,
};
use super::report_input::MissingReportSaveInput;
use super::{MissingEpisode, MissingReport, ReturnConversation};
use crate::access::{Act, Class};
use crate::clocks::Notice;
use crate::episodes::{
    close, conversation, follow_up, notice, open, recovery, report, whereabouts,
};
use crate::graphql::{policy, settle, viewer};
use crate::outcome;

outcome!(
    EpisodeOpenResult,
    EpisodeOpenSuccess {
        episode: MissingEpisode
    }
);
outcome!(
    WhereaboutsSetResult,
    WhereaboutsSetSuccess {
        episode: MissingEpisode
    }
);
outcome!(
    MissingReportSaveResult,
    MissingReportSaveSuccess {
        report: MissingReport
    }
);
outcome!(NoticeRecordResult, NoticeRecordSuccess { notice: Notice });
outcome!(
    RecoveryRecordResult,
    RecoveryRecordSuccess {
        episode: MissingEpisode
    }
);
outcome!(
    ReturnConversationRecordResult,
    ReturnConversationRecordSuccess {
        conversation: ReturnConversation
    }
);
outcome!(
    ReturnFollowUpRecordResult,
    ReturnFollowUpRecordSuccess {
        episode: MissingEpisode
    }
);
outcome!(
    EpisodeCloseResult,
    EpisodeCloseSuccess {
        episode: MissingEpisode
    }
);

/// Changes of times away.
#[derive(Default)]
pub struct EpisodeMutation;

#[Object]
impl EpisodeMutation {
    /// Opens a time away: the clocks run from when we heard of it (rules 48, 58).
    #[graphql(directive = policy::apply(Class::Location))]
    async fn episode_open(
        &self,
        ctx: &Context<'_>,
        input: EpisodeOpenInput,
    ) -> Result<EpisodeOpenResult> {
        let viewer = viewer(ctx)?;
        let done = async { open::open(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::EpisodeRecord, done).await?;
        let load = async |id| MissingEpisode::load(viewer, id).await;
        Ok(EpisodeOpenResult::of(settled.load(ctx, load).await?))
    }

    /// Changes where somebody is who has not come back (rule 58).
    #[graphql(directive = policy::apply(Class::Location))]
    async fn whereabouts_set(
        &self,
        ctx: &Context<'_>,
        input: WhereaboutsSetInput,
    ) -> Result<WhereaboutsSetResult> {
        let viewer = viewer(ctx)?;
        let done = async { whereabouts::set(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::EpisodeRecord, done).await?;
        let load = async |id| MissingEpisode::load(viewer, id).await;
        Ok(WhereaboutsSetResult::of(settled.load(ctx, load).await?))
    }

    /// Writes what is told to those who search (rule 52).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn missing_report_save(
        &self,
        ctx: &Context<'_>,
        input: MissingReportSaveInput,
    ) -> Result<MissingReportSaveResult> {
        let viewer = viewer(ctx)?;
        let done = async { report::save(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::EpisodeRecord, done).await?;
        let load = async |id| MissingReport::load(viewer, id).await;
        Ok(MissingReportSaveResult::of(settled.load(ctx, load).await?))
    }

    /// Records that somebody was told; the clocks that wait for it end (rules 49 to 53).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn notice_record(
        &self,
        ctx: &Context<'_>,
        input: NoticeRecordInput,
    ) -> Result<NoticeRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { notice::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::NoticeRecord, done).await?;
        let load = async |id| Notice::load(viewer, id).await;
        Ok(NoticeRecordResult::of(settled.load(ctx, load).await?))
    }

    /// Records that somebody is back (rules 54, 60).
    #[graphql(directive = policy::apply(Class::Location))]
    async fn recovery_record(
        &self,
        ctx: &Context<'_>,
        input: RecoveryRecordInput,
    ) -> Result<RecoveryRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { recovery::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::EpisodeRecord, done).await?;
        let load = async |id| MissingEpisode::load(viewer, id).await;
        Ok(RecoveryRecordResult::of(settled.load(ctx, load).await?))
    }

    /// Records a conversation that was offered on return, in the young person's own words; to decline is a good answer (rules 54, 55).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn return_conversation_record(
        &self,
        ctx: &Context<'_>,
        input: ReturnConversationRecordInput,
    ) -> Result<ReturnConversationRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { conversation::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReturnRecord, done).await?;
        let load = async |id| ReturnConversation::load(viewer, id).await;
        Ok(ReturnConversationRecordResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Records what the team does on a return: screening, and the placement's answer (rule 54).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn return_follow_up_record(
        &self,
        ctx: &Context<'_>,
        input: ReturnFollowUpRecordInput,
    ) -> Result<ReturnFollowUpRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { follow_up::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::EpisodeRecord, done).await?;
        let load = async |id| MissingEpisode::load(viewer, id).await;
        Ok(ReturnFollowUpRecordResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Closes a time away, when each question is answered or declined (rule 54).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn episode_close(
        &self,
        ctx: &Context<'_>,
        input: EpisodeCloseInput,
    ) -> Result<EpisodeCloseResult> {
        let viewer = viewer(ctx)?;
        let done = async { close::close(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::EpisodeRecord, done).await?;
        let load = async |id| MissingEpisode::load(viewer, id).await;
        Ok(EpisodeCloseResult::of(settled.load(ctx, load).await?))
    }
}
