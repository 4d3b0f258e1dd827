//! A time away in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{MissingReport, ReturnConversation};
use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::clocks::{Clock, Notice};
use crate::episodes::change::place;
use crate::episodes::entity::episode;
use crate::episodes::items::open_of_return;
use crate::episodes::loaders::EpisodeLoaders;
use crate::episodes::model::{
    MissingType, RecoveryLocation, ReturnItem, ReturnScreening, Whereabouts,
};
use crate::episodes::read;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, id, policy};
use crate::people::User;
use crate::vault::SealedBytes;

/// Those of the episodes `ids` whose case is in reach.
pub async fn episodes_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, MissingEpisode)>, Refusal> {
    let rows = read::by_ids(viewer, ids).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: episode::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, MissingEpisode { row, case }))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// A time away.
pub struct MissingEpisode {
    row: episode::Model,
    case: Arc<CaseRow>,
}

impl MissingEpisode {
    /// The episode of `row`, which is on `case`.
    pub(super) fn of(row: episode::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The episode `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = episodes_by_id(viewer, &[id]).await?.pop();
        found.map(|(_, episode)| episode).ok_or(Refusal::NotFound)
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = place("missing_episode", column, self.row.id);
        let permit = &self.case.permit;
        answer(ctx, permit.open_some(Class::Narrative, place, sealed))
    }
}

/// A time in which a young person is missing or away, and their return.
#[Object]
impl MissingEpisode {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Episode, self.row.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Why they are missing, by the categories of the national center.
    #[graphql(name = "type", directive = policy::apply(Class::Narrative))]
    async fn missing_type(&self) -> MissingType {
        self.row.missing_type
    }

    /// Where they are.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn whereabouts(&self) -> Whereabouts {
        self.row.whereabouts
    }

    /// Where they may go from here without having come back.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn allowed_moves(&self) -> Vec<Whereabouts> {
        self.row.whereabouts.moves().to_vec()
    }

    /// When we heard of it: the clocks run from then (rule 47).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn info_received_at(&self) -> DateTime<Utc> {
        self.row.info_received_at
    }

    /// What was known then.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn known(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "known", self.row.known.as_ref())
    }

    /// What is told to those who search.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn report(&self, ctx: &Context<'_>) -> Result<Option<MissingReport>> {
        let loaders = ctx.data::<EpisodeLoaders>()?;
        let found = answer(ctx, loaders.reports(self.row.id).await)?.pop();
        Ok(found.map(|row| MissingReport::of(row, self.case.clone())))
    }

    /// Who was told, in the order in which they were.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn notices(&self, ctx: &Context<'_>) -> Result<Vec<Notice>> {
        let loaders = ctx.data::<EpisodeLoaders>()?;
        let rows = answer(ctx, loaders.notices(self.row.id).await)?;
        let with = |row| Notice::of(row, self.case.clone());
        Ok(rows.into_iter().map(with).collect())
    }

    /// Its clocks, running or ended, in the order in which they are due.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn clocks(&self, ctx: &Context<'_>) -> Result<Vec<Clock>> {
        let loaders = ctx.data::<EpisodeLoaders>()?;
        let rows = answer(ctx, loaders.clocks(self.row.id).await)?;
        let with = |row| Clock::of(row, self.case.clone());
        answer(ctx, rows.into_iter().map(with).collect())
    }

    /// When they were back.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn recovered_at(&self) -> Option<DateTime<Utc>> {
        self.row.recovered_at
    }

    /// Where they were found.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn recovery_location(&self) -> Option<RecoveryLocation> {
        self.row.recovery_location
    }

    /// What is known of their return.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn recovery_note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "recovery_note", self.row.recovery_note.as_ref())
    }

    /// Whether they were found in another state (rule 60).
    #[graphql(directive = policy::apply(Class::Location))]
    async fn interstate(&self) -> bool {
        self.row.interstate
    }

    /// Conversations that were offered on their return, in that order.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn return_conversations(&self, ctx: &Context<'_>) -> Result<Vec<ReturnConversation>> {
        let loaders = ctx.data::<EpisodeLoaders>()?;
        let rows = answer(ctx, loaders.conversations(self.row.id).await)?;
        let with = |row| ReturnConversation::of(row, self.case.clone());
        Ok(rows.into_iter().map(with).collect())
    }

    /// What became of screening on their return; the tool's result is not kept here (rule 8).
    #[graphql(directive = policy::apply(Class::Health))]
    async fn screening(&self) -> Option<ReturnScreening> {
        self.row
            .screening
            .filter(|_| self.case.permit.sees(Class::Health))
    }

    /// Why screening was not done, or where its result is.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn screening_note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "screening_note", self.row.screening_note.as_ref())
    }

    /// What the placement does about what led to leaving.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn placement_response(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.row.placement_response.as_ref();
        self.told(ctx, "placement_response", sealed)
    }

    /// What is neither answered nor declined, so that it cannot be closed yet (rule 54).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn still_open(&self, ctx: &Context<'_>) -> Result<Vec<ReturnItem>> {
        if self.row.closed_at.is_some() {
            return Ok(Vec::new());
        }
        let loaders = ctx.data::<EpisodeLoaders>()?;
        let (said, clocks) = futures::join!(
            loaders.conversations(self.row.id),
            loaders.clocks(self.row.id)
        );
        let (said, clocks) = (answer(ctx, said)?, answer(ctx, clocks)?);
        answer(ctx, open_of_return(&self.row, &said, &clocks))
    }

    /// When it was closed.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.row.closed_at
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn opened_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.opened_by).await
    }
}
