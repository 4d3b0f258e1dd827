//! A screening that was done elsewhere, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::before::EarlierScreening;
use super::needed;
use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::error::Refusal;
use crate::graphql::{Case, Day, Kind, answer, id, policy};
use crate::observations::entity::screening;
use crate::observations::loaders::ObservationLoaders;
use crate::observations::screening::place;
use crate::people::User;
use crate::vault::SealedBytes;

/// Those of the screenings `ids` whose case is in reach.
pub async fn screenings_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, ScreeningReference)>, Refusal> {
    use screening::Entity;
    let rows = viewer.select::<Entity>().by_ids(ids).all().await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: screening::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, ScreeningReference::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// A screening that was done elsewhere.
pub struct ScreeningReference {
    row: screening::Model,
    case: Arc<CaseRow>,
}

impl ScreeningReference {
    /// Of `row`, which is on `case`.
    pub(super) fn of(row: screening::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The one with this id, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = screenings_by_id(viewer, &[id]).await?.pop();
        found.map(|(_, one)| one).ok_or(Refusal::NotFound)
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

/// A screening that was done elsewhere. The tool itself and how it is counted stay with
/// whoever used it (rule 8).
#[Object]
impl ScreeningReference {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Screening, self.row.id)
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

    /// The tool's name.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn tool(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "tool", &self.row.tool)
    }

    /// Its version.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn tool_version(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "tool_version", &self.row.tool_version)
    }

    /// On which day it was used.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn administered_on(&self) -> Day {
        Day(self.row.administered_on)
    }

    /// Who used it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn administrator(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "administrator", &self.row.administrator)
    }

    /// What came of it, in words.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn result_text(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "result_text", &self.row.result_text)
    }

    /// Whether the licence to use it was confirmed.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn licence_confirmed(&self) -> bool {
        self.row.licence_confirmed
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

    /// What it said before it was corrected, newest first.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn earlier(&self, ctx: &Context<'_>) -> Result<Vec<EarlierScreening>> {
        let loaders = ctx.data::<ObservationLoaders>()?;
        let rows = answer(ctx, loaders.screenings_before(self.row.id).await)?;
        let of = |row| EarlierScreening::of(row, self.case.clone());
        Ok(rows.into_iter().map(of).collect())
    }
}
