//! What a case shows of times away.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::MissingEpisode;
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::connection;
use crate::episodes::loaders::EpisodeLoaders;
use crate::episodes::model::{CarePrompt, Whereabouts};
use crate::episodes::read;
use crate::error::Refusal;
use crate::graphql::{answer, page, policy, viewer};
use crate::store::page::Asked;

connection!(MissingEpisodeConnection, MissingEpisodeEdge, MissingEpisode);

/// From this many times away on, the team is asked to sit down together. It is never shown.
const TOGETHER_FROM: u64 = 3;

/// Times away of a case.
pub struct OnCase(pub Arc<CaseRow>);

/// Times away of a case.
#[Object(name = "CaseEpisodes")]
impl OnCase {
    /// Where the young person is, as far as the newest time away tells; null where there was
    /// none, and for those who may not see it.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn whereabouts(&self, ctx: &Context<'_>) -> Result<Option<Whereabouts>> {
        Ok(self.newest(ctx).await?.first().map(|row| row.whereabouts))
    }

    /// What is asked of the team when a young person keeps leaving: to ask together what would
    /// make it good to stay. It says nothing of how often.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn care_prompt(&self, ctx: &Context<'_>) -> Result<Option<CarePrompt>> {
        let away = self.newest(ctx).await?;
        Ok((away.len() as u64 >= TOGETHER_FROM).then_some(CarePrompt::ReviewTogether))
    }

    /// Times away, newest first; none for those who may not see them.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn episodes(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<MissingEpisodeConnection> {
        let loaders = ctx.data::<EpisodeLoaders>()?;
        let found = of_case(viewer(ctx)?, loaders, &self.0, first, after).await;
        answer(ctx, found)
    }
}

impl OnCase {
    async fn newest(
        &self,
        ctx: &Context<'_>,
    ) -> Result<Vec<crate::episodes::entity::episode::Model>> {
        let loaders = ctx.data::<EpisodeLoaders>()?;
        // One more than is asked for comes along.
        answer(ctx, loaders.newest(self.0.case.id, TOGETHER_FROM - 1).await)
    }
}

async fn of_case(
    viewer: &Viewer,
    loaders: &EpisodeLoaders,
    case: &Arc<CaseRow>,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<MissingEpisodeConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let page = match page::place(viewer, read::NEWEST, after.as_deref())? {
        // The first pages of many cases come together; a later one is of one case alone.
        None => asked.cut(loaders.newest(case.case.id, asked.count()).await?),
        Some(after) => read::page(viewer, case.case.id, asked, Some(&after)).await?,
    };
    let mut edges = Vec::with_capacity(page.rows.len());
    for row in page.rows {
        let cursor = page::cursor(viewer, &read::place_of(&row))?;
        edges.push((cursor, MissingEpisode::of(row, case.clone())));
    }
    Ok(MissingEpisodeConnection::of(edges, page.before, page.more))
}
