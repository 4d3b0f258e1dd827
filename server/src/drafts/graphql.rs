//! Drafts in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::act;
use super::inputs::{DraftDiscardInput, DraftSaveInput};
use super::read::{self, DraftRow, place};
use crate::access::{Act, Class, Viewer};
use crate::error::Refusal;
use crate::graphql::{Kind, answer, found, id, policy, settle, viewer};
use crate::outcome;

/// What was typed into a form and not sent yet. One's own alone.
pub struct Draft(pub DraftRow);

/// What was typed into a form and not sent yet. One's own alone.
#[Object]
impl Draft {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Own))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Draft, self.0.draft.id)
    }

    /// Which form.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn form(&self) -> &str {
        &self.0.draft.form_key
    }

    /// Send it back with the next save.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn version(&self) -> i32 {
        self.0.draft.version
    }

    /// When it was saved.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn saved_at(&self) -> DateTime<Utc> {
        self.0.draft.saved_at
    }

    /// The form's values as JSON.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn content(&self, ctx: &Context<'_>) -> Result<String> {
        let draft = &self.0.draft;
        answer(ctx, self.0.permit.open(place(draft.id), &draft.content))
    }
}

/// Reads about drafts.
#[derive(Default)]
pub struct DraftQuery;

#[Object]
impl DraftQuery {
    /// One's own draft of a form, if there is one.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn draft(&self, ctx: &Context<'_>, form: String) -> Result<Option<Draft>> {
        found(ctx, read::of_form(viewer(ctx)?, &form).await.map(Draft))
    }
}

async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Draft, Refusal> {
    let row = read::by_ids(viewer, &[id]).await?.pop();
    row.map(Draft).ok_or(Refusal::NotFound)
}

outcome!(DraftSaveResult, DraftSaveSuccess { draft: Draft });
outcome!(DraftDiscardResult, DraftDiscardSuccess { done: bool });

/// Changes of drafts.
#[derive(Default)]
pub struct DraftMutation;

#[Object]
impl DraftMutation {
    /// Keeps what was typed into a form.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn draft_save(
        &self,
        ctx: &Context<'_>,
        input: DraftSaveInput,
    ) -> Result<DraftSaveResult> {
        let viewer = viewer(ctx)?;
        let done = async { act::save(viewer, input.parse()?).await }.await;
        let settled = settle(ctx, Act::OwnAccount, done).await?;
        Ok(DraftSaveResult::of(
            settled.load(ctx, async |id| load(viewer, id).await).await?,
        ))
    }

    /// Deletes a draft; done, too, when there is none.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn draft_discard(
        &self,
        ctx: &Context<'_>,
        input: DraftDiscardInput,
    ) -> Result<DraftDiscardResult> {
        let viewer = viewer(ctx)?;
        let done = async { act::discard(viewer, input.parse()?).await }.await;
        let settled = settle(ctx, Act::OwnAccount, done).await?;
        Ok(DraftDiscardResult::of(
            settled.load(ctx, async |_| Ok(true)).await?,
        ))
    }
}
