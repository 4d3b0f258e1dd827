//! The accounting of a case: what was shared of its young people (rule 26).

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::disclosure::Disclosure;
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::connection;
use crate::disclosures::{DisclosureLoaders, read};
use crate::error::Refusal;
use crate::graphql::{answer, page, policy, viewer};
use crate::store::page::Asked;

connection!(DisclosureConnection, DisclosureEdge, Disclosure);

/// What was shared of a case.
pub struct OnCase(pub Arc<CaseRow>);

/// What was shared of a case.
#[Object(name = "CaseDisclosures")]
impl OnCase {
    /// What was shared, newest first: the accounting of rule 26; none for those who may not
    /// see it.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn disclosures(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<DisclosureConnection> {
        let loaders = ctx.data::<DisclosureLoaders>()?;
        let found = of_case(viewer(ctx)?, loaders, &self.0, first, after).await;
        answer(ctx, found)
    }
}

async fn of_case(
    viewer: &Viewer,
    loaders: &DisclosureLoaders,
    case: &Arc<CaseRow>,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<DisclosureConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let page = match page::place(viewer, read::NEWEST, after.as_deref())? {
        // The first pages of many cases come together; a later one is of one case alone.
        None => asked.cut(loaders.newest(case.case.id, asked.count()).await?),
        Some(after) => read::page(viewer, case.case.id, asked, Some(&after)).await?,
    };
    let mut edges = Vec::with_capacity(page.rows.len());
    for row in page.rows {
        let cursor = page::cursor(viewer, &read::place_of(&row))?;
        edges.push((cursor, Disclosure::of(row, case.clone())));
    }
    Ok(DisclosureConnection::of(edges, page.before, page.more))
}
