//! A report that was made, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::before::EarlierReport;
use super::opened;
use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::clocks::model::NoticeMethod;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, id, policy};
use crate::observations::entity::tip;
use crate::observations::loaders::ObservationLoaders;
use crate::observations::model::{ReportedTo, TipKind};
use crate::observations::report::place;
use crate::people::User;
use crate::vault::SealedBytes;

/// Those of the reports `ids` whose case is in reach.
pub async fn reports_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, ReportMade)>, Refusal> {
    use tip::Entity;
    let rows = viewer.select::<Entity>().by_ids(ids).all().await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: tip::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, ReportMade::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// A report that was made.
pub struct ReportMade {
    row: tip::Model,
    case: Arc<CaseRow>,
}

impl ReportMade {
    /// Of `row`, which is on `case`.
    pub(super) fn of(row: tip::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The one with this id, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = reports_by_id(viewer, &[id]).await?.pop();
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

/// A report that was made: to the CyberTipline, a line for children, the police.
#[Object]
impl ReportMade {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::ReportMade, self.row.id)
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

    /// To whom.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn reported_to(&self) -> ReportedTo {
        self.row.reported_to
    }

    /// What it was about.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn kind(&self) -> Option<TipKind> {
        self.row.kind
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn filed_at(&self) -> DateTime<Utc> {
        self.row.filed_at
    }

    /// Who made it, when it was not the one who wrote it down.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn filed_by(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "filed_by", self.row.filed_by.as_ref())
    }

    /// How.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn method(&self) -> NoticeMethod {
        self.row.method
    }

    /// The agency or office.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn agency(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "agency", self.row.agency.as_ref())
    }

    /// The person there.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn person_spoken_to(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "person", self.row.person.as_ref())
    }

    /// The number they gave.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn reference(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "reference", self.row.reference.as_ref())
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
    async fn earlier(&self, ctx: &Context<'_>) -> Result<Vec<EarlierReport>> {
        let loaders = ctx.data::<ObservationLoaders>()?;
        let rows = answer(ctx, loaders.tips_before(self.row.id).await)?;
        let of = |row| EarlierReport::of(row, self.case.clone());
        Ok(rows.into_iter().map(of).collect())
    }
}
