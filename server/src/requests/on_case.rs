//! What a case shows of requests.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use uuid::Uuid;

use super::entity::request;
use super::filter::{RequestFilter, RequestOrder};
use super::graphql::{RequestConnection, connected};
use super::read;
use super::types::Request;
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::{Batched, Loaders, Newest, answer, newest, page, policy, viewer};
use crate::store::OfCases;
use crate::store::page::{Asked, Page};

/// The newest requests of the cases of a page.
pub struct RequestLoaders(Batched<Newest<request::Entity>>);

impl RequestLoaders {
    /// For `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self(Newest::batched(viewer))
    }
}

impl OfCases for request::Entity {
    const ID: request::Column = request::Column::Id;
    const CASE: request::Column = request::Column::CaseId;
    const AT: request::Column = request::Column::ReceivedAt;

    fn case_of(row: &request::Model) -> Uuid {
        // Found by its case: one without a case is not among them.
        row.case_id.unwrap_or_default()
    }
}

/// The requests of a case.
pub struct OnCase(pub Arc<CaseRow>);

/// The requests of a case.
#[Object(name = "CaseRequest")]
impl OnCase {
    /// The request it was opened from; null for those who may not see requests.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn request(&self, ctx: &Context<'_>) -> Result<Option<Request>> {
        let Some(request) = self.0.case.request_id else {
            return Ok(None);
        };
        let found = answer(ctx, ctx.data::<Loaders>()?.request(request).await)?;
        Ok(found.map(Request))
    }

    /// All requests that belong to it, newest first: the one it was opened from and those
    /// that joined it; none for those who may not see requests.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn requests(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<RequestConnection> {
        let loaders = (ctx.data::<RequestLoaders>()?, ctx.data::<Loaders>()?);
        let found = of_case(viewer(ctx)?, loaders, self.0.case.id, first, after).await;
        answer(ctx, found)
    }
}

async fn of_case(
    viewer: &Viewer,
    (newest_of, requests): (&RequestLoaders, &Loaders),
    case: Uuid,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<RequestConnection, Refusal> {
    let (order, asked) = (RequestOrder::NewestFirst, Asked::rows(first)?);
    if let Some(after) = page::place(viewer, order.name(), after.as_deref())? {
        let filter = RequestFilter::of_case(case);
        let found = read::page(viewer, &filter, order, asked, Some(&after)).await?;
        return connected(viewer, order, found);
    }
    // The first pages of many cases come together; a later one is of one case alone.
    let newest = asked.cut(newest(&newest_of.0, case, asked.count()).await?);
    let mut rows = Vec::with_capacity(newest.rows.len());
    for row in &newest.rows {
        rows.extend(requests.request(row.id).await?);
    }
    let (more, before) = (newest.more, newest.before);
    connected(viewer, order, Page { rows, more, before })
}
