//! Reads and changes of requests in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use uuid::Uuid;

use super::filter::{RequestFilter, RequestFilterInput, RequestOrder};
use super::inputs::{RequestAnswerInput, RequestOpenCaseInput, RequestRecordInput};
use super::inputs_end::{RequestCloseInput, RequestJoinCaseInput};
use super::model::RequestState;
use super::row::RequestRow;
use super::types::Request;
use super::{answers, close, join, open_case, read, record};
use crate::access::{Act, Class, Viewer};
use crate::cases;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, found, id, page, policy, settle, viewer};
use crate::store::page::{Asked, Page};
use crate::{connection, outcome};

connection!(RequestConnection, RequestEdge, Request);

/// Reads about requests.
#[derive(Default)]
pub struct RequestQuery;

#[Object]
impl RequestQuery {
    /// The organisation's requests, newest first unless another order is asked for: those in
    /// `states`, or those in which no case was opened yet and that are not closed.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn requests(
        &self,
        ctx: &Context<'_>,
        states: Option<Vec<RequestState>>,
        filter: Option<RequestFilterInput>,
        #[graphql(default)] order: RequestOrder,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<RequestConnection> {
        let states = states.unwrap_or_else(|| vec![RequestState::Waiting, RequestState::Answered]);
        let filter = filter.unwrap_or_default().with(states);
        answer(ctx, list(viewer(ctx)?, &filter, order, first, after).await)
    }

    /// One request; null when there is none that one may see.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn request(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Request>> {
        let viewer = viewer(ctx)?;
        let one = async { load(viewer, id::open(viewer.app(), Kind::Request, &id)?).await };
        found(ctx, one.await)
    }
}

async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Request, Refusal> {
    Ok(Request(Arc::new(read::one(viewer, id).await?)))
}

async fn list(
    viewer: &Viewer,
    filter: &RequestFilter,
    order: RequestOrder,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<RequestConnection, Refusal> {
    let after = page::place(viewer, order.name(), after.as_deref())?;
    let found = read::page(viewer, filter, order, Asked::rows(first)?, after.as_ref()).await?;
    connected(viewer, order, found)
}

/// A page of requests with the places of its rows.
pub(super) fn connected(
    viewer: &Viewer,
    order: RequestOrder,
    found: Page<Arc<RequestRow>>,
) -> std::result::Result<RequestConnection, Refusal> {
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let cursor = page::cursor(viewer, &order.place_of(&row))?;
        edges.push((cursor, Request(row)));
    }
    Ok(RequestConnection::of(edges, found.before, found.more))
}

outcome!(
    RequestRecordResult,
    RequestRecordSuccess { request: Request }
);
outcome!(
    RequestAnswerResult,
    RequestAnswerSuccess { request: Request }
);
outcome!(RequestCloseResult, RequestCloseSuccess { request: Request });
outcome!(
    RequestJoinCaseResult,
    RequestJoinCaseSuccess { request: Request }
);
outcome!(RequestOpenCaseResult, RequestOpenCaseSuccess { case: Case });

/// Changes of requests.
#[derive(Default)]
pub struct RequestMutation;

#[Object]
impl RequestMutation {
    /// Records that somebody asked for help.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn request_record(
        &self,
        ctx: &Context<'_>,
        input: RequestRecordInput,
    ) -> Result<RequestRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { record::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::RequestRecord, done).await?;
        Ok(RequestRecordResult::of(
            settled.load(ctx, async |id| load(viewer, id).await).await?,
        ))
    }

    /// Answers a request. The time of the first answer is the time of the first response.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn request_answer(
        &self,
        ctx: &Context<'_>,
        input: RequestAnswerInput,
    ) -> Result<RequestAnswerResult> {
        let viewer = viewer(ctx)?;
        let done = async { answers::answer(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::RequestAnswer, done).await?;
        Ok(RequestAnswerResult::of(
            settled.load(ctx, async |id| load(viewer, id).await).await?,
        ))
    }

    /// Opens a case from a request; the one who does is the supervisor on its team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn request_open_case(
        &self,
        ctx: &Context<'_>,
        input: RequestOpenCaseInput,
    ) -> Result<RequestOpenCaseResult> {
        let viewer = viewer(ctx)?;
        let done = async { open_case::open_case(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseOpen, done).await?;
        Ok(RequestOpenCaseResult::of(
            settled
                .load(ctx, async |id| cases::one(viewer, id).await.map(Case::of))
                .await?,
        ))
    }

    /// Joins a request to a case that is there, instead of opening a second one.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn request_join_case(
        &self,
        ctx: &Context<'_>,
        input: RequestJoinCaseInput,
    ) -> Result<RequestJoinCaseResult> {
        let viewer = viewer(ctx)?;
        let done = async { join::join(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::RequestJoin, done).await?;
        Ok(RequestJoinCaseResult::of(
            settled.load(ctx, async |id| load(viewer, id).await).await?,
        ))
    }

    /// Closes a request, with what became of it.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn request_close(
        &self,
        ctx: &Context<'_>,
        input: RequestCloseInput,
    ) -> Result<RequestCloseResult> {
        let viewer = viewer(ctx)?;
        let done = async { close::close(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::RequestClose, done).await?;
        Ok(RequestCloseResult::of(
            settled.load(ctx, async |id| load(viewer, id).await).await?,
        ))
    }
}
