//! Reads of clocks.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::clock::Clock;
use super::inputs::ClockFilterInput;
use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::clocks::loaders::ClockLoaders;
use crate::clocks::read;
use crate::connection;
use crate::error::{Fault, Refusal};
use crate::graphql::{answer, page, policy, viewer};
use crate::store::page::Asked;

connection!(ClockConnection, ClockEdge, Clock);

/// Clocks of a case.
pub struct OnCase(pub Arc<CaseRow>);

/// Clocks of a case.
#[Object(name = "CaseClocks")]
impl OnCase {
    /// The clocks that run, the first due first; none for those who may not see them. Those
    /// that have ended: `clocks` with the case and the status.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn running_clocks(&self, ctx: &Context<'_>) -> Result<Vec<Clock>> {
        let loaders = ctx.data::<ClockLoaders>()?;
        let rows = answer(ctx, loaders.running(self.0.case.id).await)?;
        let clocks = rows
            .into_iter()
            .map(|row| Clock::of(row, self.0.clone()))
            .collect();
        answer(ctx, clocks)
    }
}

/// Reads of clocks.
#[derive(Default)]
pub struct ClockQuery;

#[Object]
impl ClockQuery {
    /// The clocks of cases in one's reach, the first due first: those that run, when no
    /// status is named.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn clocks(
        &self,
        ctx: &Context<'_>,
        filter: Option<ClockFilterInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ClockConnection> {
        let filter = filter.unwrap_or_default();
        answer(ctx, list(viewer(ctx)?, filter, first, after).await)
    }
}

async fn list(
    viewer: &Viewer,
    filter: ClockFilterInput,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ClockConnection, Refusal> {
    let filter = filter.parse(viewer)?;
    let after = page::place(viewer, read::DUE, after.as_deref())?;
    let found = read::page(viewer, &filter, Asked::rows(first)?, after.as_ref()).await?;
    let cases = cases_of(viewer, found.rows.iter().map(|row| row.case_id)).await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let cursor = page::cursor(viewer, &read::place_of(&row))?;
        let case = cases.get(&row.case_id).cloned();
        let case = case.ok_or(Fault::Broken("a clock without a case"))?;
        edges.push((cursor, Clock::of(row, case)?));
    }
    Ok(ClockConnection::of(edges, found.before, found.more))
}
