//! An observation in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::earlier::EarlierObservation;
use super::{needed, opened};
use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::error::Refusal;
use crate::graphql::{Case, Day, Kind, answer, id, policy};
use crate::observations::entity::observation;
use crate::observations::loaders::ObservationLoaders;
use crate::observations::model::{FollowUp, ObservationKind, SourceKind};
use crate::observations::said::place;
use crate::observations::vocabulary::ObservationCode;
use crate::people::User;
use crate::vault::SealedBytes;

/// Those of the observations `ids` whose case is in reach.
pub async fn observations_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, Observation)>, Refusal> {
    use observation::Entity;
    let rows = viewer.select::<Entity>().by_ids(ids).all().await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: observation::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, Observation::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// An indicator, a risk factor or a protective factor, as somebody observed it.
pub struct Observation {
    row: observation::Model,
    case: Arc<CaseRow>,
}

impl Observation {
    /// Of `row`, which is on `case`.
    pub(super) fn of(row: observation::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The one with this id, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = observations_by_id(viewer, &[id]).await?.pop();
        found.map(|(_, one)| one).ok_or(Refusal::NotFound)
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = place(column, self.row.id);
        answer(ctx, opened(&self.case.permit, place, sealed))
    }

    fn needs(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: &SealedBytes,
    ) -> Result<String> {
        let place = place(column, self.row.id);
        answer(ctx, needed(&self.case.permit, place, sealed))
    }
}

/// An indicator, a risk factor or a protective factor, as somebody observed it on a day.
/// It stands by itself: nothing adds it to others.
#[Object]
impl Observation {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Observation, self.row.id)
    }

    /// Raised by each correction.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// What it is.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn kind(&self) -> ObservationKind {
        self.row.kind
    }

    /// What was observed.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn code(&self) -> ObservationCode {
        self.row.code
    }

    /// What was observed, where the list has no word for it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn code_text(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "code_text", self.row.code_text.as_ref())
    }

    /// The day of it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn observed_on(&self) -> Day {
        Day(self.row.observed_on)
    }

    /// Who saw or heard it, when it was not the one who wrote it down.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn observer(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "observer", self.row.observer.as_ref())
    }

    /// Where it is known from.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn source(&self) -> SourceKind {
        self.row.source_kind
    }

    /// What was seen or heard, and in which circumstances.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn narrative(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "narrative", &self.row.narrative)
    }

    /// Whether the narrative is hard to read, so that it stays closed until somebody opens it
    /// (rule 126).
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn graphic(&self) -> bool {
        self.row.graphic
    }

    /// What a graphic narrative is about, in calm words.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn content_note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "content_note", self.row.content_note.as_ref())
    }

    /// What follows of it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn follow_up(&self) -> FollowUp {
        self.row.follow_up
    }

    /// Why, or what exactly.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn follow_up_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "follow_up_reason", self.row.follow_up_reason.as_ref())
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.recorded_by).await
    }

    /// When it was written down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }

    /// Who looked at it as a supervisor, where nothing else follows of it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn reviewed_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.reviewed_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// When that was.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn reviewed_at(&self) -> Option<DateTime<Utc>> {
        self.row.reviewed_at
    }

    /// What it said before it was corrected, newest first.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn earlier(&self, ctx: &Context<'_>) -> Result<Vec<EarlierObservation>> {
        let loaders = ctx.data::<ObservationLoaders>()?;
        let rows = answer(ctx, loaders.past(self.row.id).await)?.into_iter();
        let case = &self.case;
        Ok(rows
            .map(|row| EarlierObservation::of(row, case.clone()))
            .collect())
    }
}
