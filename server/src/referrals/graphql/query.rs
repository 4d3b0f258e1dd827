//! Reads about referrals: of a case, and of all cases in reach.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use uuid::Uuid;

use super::Referral;
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{Kind, answer, found, id, page, policy, viewer};
use crate::referrals::entity::referral;
use crate::referrals::inputs::ReferralFilterInput;
use crate::referrals::loaders::ReferralLoaders;
use crate::referrals::read::{self, BY_AGE, ReferralFilter, one};
use crate::store::page::{Asked, Page};

connection!(ReferralConnection, ReferralEdge, Referral);

/// What referrals a case has.
pub struct OnCase(pub Arc<CaseRow>);

/// What referrals a case has.
#[Object(name = "CaseReferrals")]
impl OnCase {
    /// The case's referrals, newest first; none for those who do not see referrals.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ReferralConnection> {
        let (viewer, loaders) = (viewer(ctx)?, ctx.data::<ReferralLoaders>()?);
        answer(
            ctx,
            of_case(viewer, loaders, self.0.case.id, first, after).await,
        )
    }
}

async fn of_case(
    viewer: &Viewer,
    loaders: &ReferralLoaders,
    case: Uuid,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ReferralConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let found = match page::place(viewer, BY_AGE, after.as_deref())? {
        Some(after) => read::page_of_case(viewer, case, asked, &after).await?,
        None => asked.cut(loaders.newest(case, asked.count()).await?),
    };
    connect(viewer, BY_AGE, found)
}

fn connect(
    viewer: &Viewer,
    order: &'static str,
    found: Page<referral::Model>,
) -> std::result::Result<ReferralConnection, Refusal> {
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let cursor = page::cursor(viewer, &read::place_of(order, &row))?;
        edges.push((cursor, Referral(row)));
    }
    Ok(ReferralConnection::of(edges, found.before, found.more))
}

/// Reads about referrals.
#[derive(Default)]
pub struct ReferralQuery;

#[Object]
impl ReferralQuery {
    /// The referrals of cases in one's reach: newest first, or the longest wait first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        filter: Option<ReferralFilterInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ReferralConnection> {
        let filter = filter.unwrap_or_default().into();
        answer(ctx, list(viewer(ctx)?, &filter, first, after).await)
    }

    /// One referral; null when its case is out of reach.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn referral(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Referral>> {
        found(ctx, by_id(viewer(ctx)?, &id).await)
    }
}

async fn by_id(viewer: &Viewer, id: &ID) -> std::result::Result<Referral, Refusal> {
    let id = id::open(viewer.app(), Kind::Referral, id)?;
    one(viewer, id).await.map(Referral)
}

async fn list(
    viewer: &Viewer,
    filter: &ReferralFilter,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ReferralConnection, Refusal> {
    let order = filter.order();
    let after = page::place(viewer, order, after.as_deref())?;
    let found = read::page(viewer, filter, Asked::rows(first)?, after.as_ref()).await?;
    connect(viewer, order, found)
}
