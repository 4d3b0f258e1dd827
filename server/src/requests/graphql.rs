//! Reads and changes of requests in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use uuid::Uuid;

use super::inputs::{RequestAnswerInput, RequestOpenCaseInput, RequestRecordInput};
use super::model::RequestState;
use super::types::Request;
use super::{answer as answering, open_case, read, record};
use crate::access::{Act, Class, Viewer};
use crate::cases;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, found, id, page, policy, settle, viewer};
use crate::store::page::Asked;
use crate::{connection, outcome};

connection!(RequestConnection, RequestEdge, Request);

/// Reads about requests.
#[derive(Default)]
pub struct RequestQuery;

#[Object]
impl RequestQuery {
    /// The organisation's requests, newest first: those in `states`, or those in which no
    /// case was opened yet and that are not closed.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn requests(
        &self,
        ctx: &Context<'_>,
        states: Option<Vec<RequestState>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<RequestConnection> {
        let states = states.unwrap_or_else(|| vec![RequestState::Waiting, RequestState::Answered]);
        answer(ctx, list(viewer(ctx)?, &states, first, after).await)
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
    states: &[RequestState],
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<RequestConnection, Refusal> {
    let after = page::place(viewer, read::NEWEST, after.as_deref())?;
    let found = read::page(viewer, states, Asked::rows(first)?, after.as_ref()).await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let cursor = page::cursor(viewer, &read::place_of(&row))?;
        edges.push((cursor, Request(Arc::new(row))));
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

    /// Answers a request for the first time.
    #[graphql(directive = policy::apply(Class::ThirdParty))]
    async fn request_answer(
        &self,
        ctx: &Context<'_>,
        input: RequestAnswerInput,
    ) -> Result<RequestAnswerResult> {
        let viewer = viewer(ctx)?;
        let done = async { answering::answer(viewer, input.parse(viewer)?).await }.await;
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
}
