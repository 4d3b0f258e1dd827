//! What a case shows of observations, and what stands beside them.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};

use super::{Observation, ReportMade, ScreeningReference, TraffickingTypeEntry};
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{PageInfo, answer, page, policy, viewer};
use crate::observations::loaders::ObservationLoaders;
use crate::observations::notice::notice;
use crate::observations::read;
use crate::store::page::Asked;

connection!(@edge ObservationEdge, Observation);

/// A page of observations, with the notice that belongs beside it.
#[derive(SimpleObject)]
pub struct ObservationConnection {
    /// What everybody who shows these shows with them, in one's language (rule 4).
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub notice: &'static str,
    /// The rows, in order.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub edges: Vec<ObservationEdge>,
    /// Where this page is in the list.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub page_info: PageInfo,
}

/// Observations of a case.
pub struct OnCase(pub Arc<CaseRow>);

/// Observations of a case.
#[Object(name = "CaseObservations")]
impl OnCase {
    /// Observations, newest first by their day and in no other order; none for those who may
    /// not see them. That there are none says nothing of the young person (rule 5).
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn observations(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ObservationConnection> {
        let loaders = ctx.data::<ObservationLoaders>()?;
        let found = of_case(viewer(ctx)?, loaders, &self.0, first, after).await;
        answer(ctx, found)
    }

    /// Screenings that were done elsewhere, newest first; none for those who may not see them.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn screenings(&self, ctx: &Context<'_>) -> Result<Vec<ScreeningReference>> {
        let loaders = ctx.data::<ObservationLoaders>()?;
        let rows = answer(ctx, loaders.screenings(self.0.case.id).await)?;
        let with = |row| ScreeningReference::of(row, self.0.clone());
        Ok(rows.into_iter().map(with).collect())
    }

    /// Reports that were made, newest first; none for those who may not see them.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn reports_made(&self, ctx: &Context<'_>) -> Result<Vec<ReportMade>> {
        let loaders = ctx.data::<ObservationLoaders>()?;
        let rows = answer(ctx, loaders.tips(self.0.case.id).await)?;
        let with = |row| ReportMade::of(row, self.0.clone());
        Ok(rows.into_iter().map(with).collect())
    }

    /// Trafficking types as they are known, and as they were before they were revised, newest
    /// first; none for those who may not see them.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn trafficking_types(&self, ctx: &Context<'_>) -> Result<Vec<TraffickingTypeEntry>> {
        let loaders = ctx.data::<ObservationLoaders>()?;
        let rows = answer(ctx, loaders.types(self.0.case.id).await)?;
        let with = |row| TraffickingTypeEntry::of(row, self.0.clone());
        Ok(rows.into_iter().map(with).collect())
    }
}

async fn of_case(
    viewer: &Viewer,
    loaders: &ObservationLoaders,
    case: &Arc<CaseRow>,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ObservationConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let page = match page::place(viewer, read::NEWEST, after.as_deref())? {
        // The first pages of many cases come together; a later one is of one case alone.
        None => asked.cut(loaders.newest(case.case.id, asked.count()).await?),
        Some(after) => read::page(viewer, case.case.id, asked, Some(&after)).await?,
    };
    let mut edges = Vec::with_capacity(page.rows.len());
    for row in page.rows {
        let cursor = page::cursor(viewer, &read::place_of(&row))?;
        edges.push((cursor, Observation::of(row, case.clone())));
    }
    let page_info = PageInfo::of(&edges, page.before, page.more);
    let edge = |(cursor, node)| ObservationEdge { cursor, node };
    Ok(ObservationConnection {
        notice: notice(viewer.locale()),
        edges: edges.into_iter().map(edge).collect(),
        page_info,
    })
}
