//! Copies that were made, and the making.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Act, Class, Locale, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, id, policy, settle, viewer};
use crate::outcome;
use crate::people::User;
use crate::plans::copies::CopyAudience;
use crate::plans::copies::entity::plan_copy;
use crate::plans::copies::inputs::PlanCopyMakeInput;
use crate::plans::copies::make;

/// A copy on paper.
pub struct PlanCopy {
    row: plan_copy::Model,
    case: Arc<CaseRow>,
}

/// Those of the copies `ids` whose case is in reach.
pub async fn copies_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, PlanCopy)>, Refusal> {
    let rows = viewer
        .select::<plan_copy::Entity>()
        .by_ids(ids)
        .all()
        .await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: plan_copy::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, PlanCopy::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

impl PlanCopy {
    /// The copy of `row`, which is on `case`.
    pub fn of(row: plan_copy::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = copies_by_id(viewer, &[id]).await?.pop();
        found.map(|(_, copy)| copy).ok_or(Refusal::NotFound)
    }
}

/// A copy on paper, numbered in its case. What stands on it is kept.
#[Object]
impl PlanCopy {
    /// Opaque id. While `waits`, `POST /papers {"copy": id}` answers with the file, once.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::PlanCopy, self.row.id)
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Its number in its case.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn number(&self) -> i32 {
        self.row.number
    }

    /// For whom.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn audience(&self) -> CopyAudience {
        self.row.audience
    }

    /// In which language its own words are.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn language(&self) -> Locale {
        self.row.language
    }

    /// The version of the plan, or of the safety plan, that it is of; of an accounting, how
    /// many entries it has.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn of_version(&self) -> i32 {
        self.row.of_version
    }

    /// What the file is called: nothing of what it is (rule 123).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn file_name(&self) -> String {
        self.row.file_name()
    }

    /// Who made it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn made_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.made_by).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn made_at(&self) -> DateTime<Utc> {
        self.row.made_at
    }

    /// When the file was fetched; null while it was not.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn taken_at(&self) -> Option<DateTime<Utc>> {
        self.row.taken_at
    }

    /// Whether one can fetch it now: one made it, in this session, minutes ago.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn waits(&self, ctx: &Context<'_>) -> Result<bool> {
        let viewer = viewer(ctx)?;
        Ok(self.row.waits_for(viewer, viewer.app().clock().now()))
    }
}

outcome!(PlanCopyMakeResult, PlanCopyMakeSuccess { copy: PlanCopy });

/// Changes of copies.
#[derive(Default)]
pub struct CopyMutation;

#[Object]
impl CopyMutation {
    /// Makes a copy of exactly what the preview showed. It can be fetched once, for two
    /// minutes.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_copy_make(
        &self,
        ctx: &Context<'_>,
        input: PlanCopyMakeInput,
    ) -> Result<PlanCopyMakeResult> {
        let viewer = viewer(ctx)?;
        let done = async { make::make(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanPrint, done).await?;
        let load = async |id| PlanCopy::load(viewer, id).await;
        Ok(PlanCopyMakeResult::of(settled.load(ctx, load).await?))
    }
}

/// The copies of `case`, the latest first.
pub(in crate::plans) async fn copies_of(
    ctx: &Context<'_>,
    case: &Arc<CaseRow>,
) -> Result<Vec<PlanCopy>> {
    let loader = ctx.data::<crate::plans::copies::CopyLoader>()?;
    let rows = answer(ctx, loader.of_case(case.case.id).await)?;
    let rows = rows.into_iter();
    Ok(rows.map(|row| PlanCopy::of(row, case.clone())).collect())
}
