//! What a case shows of its releases, and what releases ask for.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};

use super::release::Release;
use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{answer, page, policy, viewer};
use crate::releases::{ReleaseLoaders, read};
use crate::store::page::Asked;

connection!(ReleaseConnection, ReleaseEdge, Release);

/// Releases of a case.
pub struct OnCase(pub Arc<CaseRow>);

/// Releases of a case.
#[Object(name = "CaseReleases")]
impl OnCase {
    /// Releases, newest first; none for those who may not see them.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn releases(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ReleaseConnection> {
        let loaders = ctx.data::<ReleaseLoaders>()?;
        let found = of_case(viewer(ctx)?, loaders, &self.0, first, after).await;
        answer(ctx, found)
    }
}

async fn of_case(
    viewer: &Viewer,
    loaders: &ReleaseLoaders,
    case: &Arc<CaseRow>,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ReleaseConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let page = match page::place(viewer, read::NEWEST, after.as_deref())? {
        // The first pages of many cases come together; a later one is of one case alone.
        None => asked.cut(loaders.newest(case.case.id, asked.count()).await?),
        Some(after) => read::page(viewer, case.case.id, asked, Some(&after)).await?,
    };
    let mut edges = Vec::with_capacity(page.rows.len());
    for row in page.rows {
        let cursor = page::cursor(viewer, &read::place_of(&row))?;
        edges.push((cursor, Release::of(row, case.clone())));
    }
    Ok(ReleaseConnection::of(edges, page.before, page.more))
}

/// How long releases last here (rule 13).
#[derive(SimpleObject)]
pub struct ReleaseLimits {
    /// Days until a release ends when nobody says otherwise.
    #[graphql(directive = policy::apply(Class::Public))]
    usual_days: i64,
    /// Days that need no supervisor's reason.
    #[graphql(directive = policy::apply(Class::Public))]
    days_without_reason: i64,
    /// Days that are never exceeded.
    #[graphql(directive = policy::apply(Class::Public))]
    most_days: i64,
}

/// Reads about releases.
#[derive(Default)]
pub struct ReleaseQuery;

#[Object]
impl ReleaseQuery {
    /// How long releases last here (rule 13).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn release_limits(&self, ctx: &Context<'_>) -> Result<ReleaseLimits> {
        let days = viewer(ctx)?.app().settings().release_days;
        Ok(ReleaseLimits {
            usual_days: days.usual().num_days(),
            days_without_reason: days.long().num_days(),
            most_days: days.longest().num_days(),
        })
    }

    /// The releases in one's reach that ask for something: a signer, a talk about another
    /// one (rules 13, 15, 16). Those that end first at the head, at most 200 looked at.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn releases_asking(&self, ctx: &Context<'_>) -> Result<Vec<Release>> {
        let viewer = viewer(ctx)?;
        let now = viewer.app().clock().now();
        let rows = answer(ctx, read::running(viewer, now).await)?;
        let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await;
        let cases = answer(ctx, cases)?;
        let with = |row: crate::releases::entity::release::Model| {
            let case = cases.get(&row.case_id)?.clone();
            Some(Release::of(row, case))
        };
        let releases: Vec<Release> = rows.into_iter().filter_map(with).collect();
        // Asked together, so that the batches of all go out at once.
        let asks = releases.iter().map(|release| release.asks(ctx));
        let asks = futures::future::try_join_all(asks).await?;
        let asking = releases.into_iter().zip(asks);
        let asking = asking.filter(|(_, prompts)| !prompts.is_empty());
        Ok(asking.map(|(release, _)| release).collect())
    }
}
