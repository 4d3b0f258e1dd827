//! A trafficking type, as it was known on a day, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::opened;
use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::error::Refusal;
use crate::graphql::{Case, Day, Kind, answer, id, policy};
use crate::observations::entity::trafficking;
use crate::observations::framework::frameworks;
use crate::observations::model::{SourceKind, TraffickingCategory, TraffickingType};
use crate::observations::trafficking::place;
use crate::people::User;
use crate::vault::SealedBytes;

/// What a type is called in another version of the framework.
#[derive(SimpleObject)]
pub struct TraffickingReading {
    /// The version.
    #[graphql(directive = policy::apply(Class::Observation))]
    pub framework_version: String,
    /// The type there.
    #[graphql(directive = policy::apply(Class::Observation))]
    pub category: TraffickingCategory,
}

/// Those of the entries `ids` whose case is in reach.
pub async fn types_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, TraffickingTypeEntry)>, Refusal> {
    use trafficking::Entity;
    let rows = viewer.select::<Entity>().by_ids(ids).all().await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: trafficking::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, TraffickingTypeEntry::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// A trafficking type, as it was known on a day.
pub struct TraffickingTypeEntry {
    row: trafficking::Model,
    case: Arc<CaseRow>,
}

impl TraffickingTypeEntry {
    /// Of `row`, which is on `case`.
    pub(super) fn of(row: trafficking::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The one with this id, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = types_by_id(viewer, &[id]).await?.pop();
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
}

/// A trafficking type, as it was known on a day. Several may stand at once; none has to.
#[Object]
impl TraffickingTypeEntry {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::TraffickingType, self.row.id)
    }

    /// Raised when it is revised.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// The type.
    #[graphql(name = "type", directive = policy::apply(Class::Observation))]
    async fn trafficking_type(&self) -> TraffickingType {
        self.row.trafficking_type
    }

    /// The version of the framework that it was recorded by.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn framework_version(&self) -> &str {
        &self.row.framework_version
    }

    /// What it is called in other versions of the framework.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn readings(&self, ctx: &Context<'_>) -> Result<Vec<TraffickingReading>> {
        let shipped = answer(ctx, frameworks())?;
        let readings = shipped.readings(self.row.trafficking_type);
        Ok(readings
            .map(|(version, category)| TraffickingReading {
                framework_version: version.to_owned(),
                category,
            })
            .collect())
    }

    /// The day as of which it is known.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn as_of(&self) -> Day {
        Day(self.row.as_of)
    }

    /// Where it is known from.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn source(&self) -> SourceKind {
        self.row.source_kind
    }

    /// What is known of it.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "note", self.row.note.as_ref())
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

    /// When it was revised; absent while it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn revised_at(&self) -> Option<DateTime<Utc>> {
        self.row.revised_at
    }

    /// Who revised it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn revised_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.revised_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// Why.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn revised_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "revised_reason", self.row.revised_reason.as_ref())
    }

    /// The entry in its place, where there is one.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn replaced_by(&self, ctx: &Context<'_>) -> Result<Option<ID>> {
        let kind = Kind::TraffickingType;
        let sealed = self.row.replaced_by.map(|id| id::seal(ctx, kind, id));
        sealed.transpose()
    }
}
