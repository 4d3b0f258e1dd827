//! What is done in the together view, in GraphQL.

use async_graphql::{Context, Object, Result};

use super::view::Together;
use crate::access::{Act, Class};
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::plans::together::inputs::{
    TogetherCopingChooseInput, TogetherGoalAddInput, TogetherGoalAnswerInput, TogetherNotNowInput,
    TogetherRightExplainedInput, TogetherSafePersonChooseInput, TogetherStartInput,
    TogetherVoiceRecordInput,
};
use crate::plans::together::{goals, right, safety, seated, start, voice};

outcome!(TogetherStartResult, TogetherStartSuccess { done: bool });
outcome!(
    TogetherVoiceRecordResult,
    TogetherVoiceRecordSuccess { together: Together }
);
outcome!(
    TogetherGoalAddResult,
    TogetherGoalAddSuccess { together: Together }
);
outcome!(
    TogetherGoalAnswerResult,
    TogetherGoalAnswerSuccess { together: Together }
);
outcome!(
    TogetherSafePersonChooseResult,
    TogetherSafePersonChooseSuccess { together: Together }
);
outcome!(
    TogetherCopingChooseResult,
    TogetherCopingChooseSuccess { together: Together }
);
outcome!(
    TogetherRightExplainedResult,
    TogetherRightExplainedSuccess { together: Together }
);
outcome!(
    TogetherNotNowResult,
    TogetherNotNowSuccess { together: Together }
);

/// Changes in the together view.
#[derive(Default)]
pub struct TogetherMutation;

#[Object]
impl TogetherMutation {
    /// Narrows this session to the together view of a plan. Until `togetherLeave` gets the
    /// PIN, everything but the view is refused to it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn together_start(
        &self,
        ctx: &Context<'_>,
        input: TogetherStartInput,
    ) -> Result<TogetherStartResult> {
        let viewer = viewer(ctx)?;
        let done = async { start::start(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::TogetherStart, done).await?;
        Ok(TogetherStartResult::of(
            settled.load(ctx, async |_| Ok(true)).await?,
        ))
    }

    /// Records the young person's exact words (rules 10, 65).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn together_voice_record(
        &self,
        ctx: &Context<'_>,
        input: TogetherVoiceRecordInput,
    ) -> Result<TogetherVoiceRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async {
            seated(viewer)?;
            voice::record(viewer, input.parse()?).await
        }
        .await;
        let settled = settle(ctx, Act::TogetherRecord, done).await?;
        let load = async |_| Together::load(viewer).await;
        Ok(TogetherVoiceRecordResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Adds a goal of the young person's, in their words (rule 66).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn together_goal_add(
        &self,
        ctx: &Context<'_>,
        input: TogetherGoalAddInput,
    ) -> Result<TogetherGoalAddResult> {
        let viewer = viewer(ctx)?;
        let done = async {
            seated(viewer)?;
            goals::add(viewer, input.parse()?).await
        }
        .await;
        let settled = settle(ctx, Act::TogetherRecord, done).await?;
        let load = async |_| Together::load(viewer).await;
        Ok(TogetherGoalAddResult::of(settled.load(ctx, load).await?))
    }

    /// Takes up one of their goals, sets it aside, or says what they think of it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn together_goal_answer(
        &self,
        ctx: &Context<'_>,
        input: TogetherGoalAnswerInput,
    ) -> Result<TogetherGoalAnswerResult> {
        let viewer = viewer(ctx)?;
        let done = async {
            seated(viewer)?;
            goals::answer(viewer, input.parse(viewer)?).await
        }
        .await;
        let settled = settle(ctx, Act::TogetherRecord, done).await?;
        let load = async |_| Together::load(viewer).await;
        Ok(TogetherGoalAnswerResult::of(settled.load(ctx, load).await?))
    }

    /// Chooses somebody who is safe, or takes the choice back (rule 68).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn together_safe_person_choose(
        &self,
        ctx: &Context<'_>,
        input: TogetherSafePersonChooseInput,
    ) -> Result<TogetherSafePersonChooseResult> {
        let viewer = viewer(ctx)?;
        let done = async {
            seated(viewer)?;
            safety::person(viewer, input.parse()?).await
        }
        .await;
        let settled = settle(ctx, Act::TogetherRecord, done).await?;
        let load = async |_| Together::load(viewer).await;
        Ok(TogetherSafePersonChooseResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Chooses something that helps, or takes it back (rule 68).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn together_coping_choose(
        &self,
        ctx: &Context<'_>,
        input: TogetherCopingChooseInput,
    ) -> Result<TogetherCopingChooseResult> {
        let viewer = viewer(ctx)?;
        let done = async {
            seated(viewer)?;
            safety::coping(viewer, input.parse()?).await
        }
        .await;
        let settled = settle(ctx, Act::TogetherRecord, done).await?;
        let load = async |_| Together::load(viewer).await;
        Ok(TogetherCopingChooseResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Records that the right not to engage was explained (rule 74).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn together_right_explained(
        &self,
        ctx: &Context<'_>,
        input: TogetherRightExplainedInput,
    ) -> Result<TogetherRightExplainedResult> {
        let viewer = viewer(ctx)?;
        let done = async {
            seated(viewer)?;
            right::explained(viewer, input.parse()?).await
        }
        .await;
        let settled = settle(ctx, Act::TogetherRecord, done).await?;
        let load = async |_| Together::load(viewer).await;
        Ok(TogetherRightExplainedResult::of(
            settled.load(ctx, load).await?,
        ))
    }

    /// Records that the young person does not want to, now (rule 74).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn together_not_now(
        &self,
        ctx: &Context<'_>,
        input: TogetherNotNowInput,
    ) -> Result<TogetherNotNowResult> {
        let viewer = viewer(ctx)?;
        let done = async {
            seated(viewer)?;
            right::not_now(viewer, input.parse()?).await
        }
        .await;
        let settled = settle(ctx, Act::TogetherRecord, done).await?;
        let load = async |_| Together::load(viewer).await;
        Ok(TogetherNotNowResult::of(settled.load(ctx, load).await?))
    }
}
