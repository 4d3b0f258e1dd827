//! Reads about cases.

use async_graphql::{Context, ID, Object, Result};

use crate::access::{Class, Viewer};
use crate::cases::inputs::CaseFilterInput;
use crate::cases::read::{self, CaseOrder};
use crate::cases::{find, one};
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, found, id, page, policy, viewer};
use crate::store::page::Asked;

connection!(CaseConnection, CaseEdge, Case, total: i64, "How many cases the filter holds in one's reach; counted only when asked for.");

/// Reads about cases.
#[derive(Default)]
pub struct FindingQuery;

#[Object]
impl FindingQuery {
    /// The cases in one's reach (rule 30). Those who do not see how the work stands can
    /// neither filter nor sort by it: they get theirs with the newest first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn cases(
        &self,
        ctx: &Context<'_>,
        filter: Option<CaseFilterInput>,
        order: Option<CaseOrder>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<CaseConnection> {
        let counted = ctx.look_ahead().field("totalCount").exists();
        let filter = filter.unwrap_or_default();
        answer(
            ctx,
            list(
                viewer(ctx)?,
                filter,
                order.unwrap_or(CaseOrder::LastContactFirstOldest),
                first,
                after,
                counted,
            )
            .await,
        )
    }

    /// One case; null when it is out of reach.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Case>> {
        found(ctx, by_id(viewer(ctx)?, &id).await)
    }

    /// Cases by the beginning of their alias, by names on them, or by a telephone number.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn find(
        &self,
        ctx: &Context<'_>,
        words: String,
        first: Option<i32>,
    ) -> Result<Vec<Case>> {
        let most = u64::try_from(first.unwrap_or(10).clamp(1, 25)).unwrap_or(10);
        let rows = answer(ctx, find::find(viewer(ctx)?, &words, most).await)?;
        Ok(rows.into_iter().map(Case::of).collect())
    }
}

async fn by_id(viewer: &Viewer, id: &ID) -> std::result::Result<Case, Refusal> {
    Ok(Case::of(
        one(viewer, id::open(viewer.app(), Kind::Case, id)?).await?,
    ))
}

async fn list(
    viewer: &Viewer,
    filter: CaseFilterInput,
    order: CaseOrder,
    first: Option<i32>,
    after: Option<String>,
    counted: bool,
) -> std::result::Result<CaseConnection, Refusal> {
    let filter = filter.parse(viewer)?;
    // An order tells of what it goes by.
    let order = if viewer.sees(Class::Work) {
        order
    } else {
        CaseOrder::OpenedNewest
    };
    let after = page::place(viewer, order.code(), after.as_deref())?;
    let found = read::page(viewer, &filter, order, Asked::rows(first)?, after.as_ref()).await?;
    let total = if counted {
        Some(read::count(viewer, &filter).await?)
    } else {
        None
    };
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        edges.push((
            page::cursor(viewer, &read::place_of(order, &row))?,
            Case::of(row),
        ));
    }
    Ok(CaseConnection::of(edges, found.before, found.more, total))
}
