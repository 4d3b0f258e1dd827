//! The work on the directory, in GraphQL.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};

use super::inputs::{ServiceCloseInput, ServiceCompleteInput};
use super::model::DirectoryTaskKind;
use super::tasks::{self, Of, Task};
use super::waiting::WaitingService;
use super::{close, complete, count};
use crate::access::{Act, Class, Viewer};
use crate::cases::model::State;
use crate::directory::graphql::Service;
use crate::directory::read::one;
use crate::directory::vetting::graphql::{self as vetting, ServiceVettingConnection};
use crate::error::Refusal;
use crate::graphql::{answer, page, policy, settle, viewer};
use crate::store::page::Asked;
use crate::{connection, outcome};

/// Something in the directory that needs a curator.
#[derive(SimpleObject)]
pub struct DirectoryTask {
    /// Why.
    #[graphql(directive = policy::apply(Class::Public))]
    kind: DirectoryTaskKind,
    /// Since when: what it was checked last, or became known.
    #[graphql(directive = policy::apply(Class::Public))]
    since: DateTime<Utc>,
    /// The names of the fields that say something else now, as HSDS has them.
    #[graphql(directive = policy::apply(Class::Public))]
    changed: Vec<String>,
    /// The service; null while it waits to be completed.
    #[graphql(directive = policy::apply(Class::Public))]
    service: Option<Service>,
    /// The service that waits to be completed; null of any other kind.
    #[graphql(directive = policy::apply(Class::Public))]
    waiting: Option<WaitingService>,
}

impl DirectoryTask {
    fn of(kind: DirectoryTaskKind, task: Task) -> Self {
        let (service, waiting) = match task.of {
            Of::Service(row) => (Some(Service(row)), None),
            Of::Waiting(waiting) => (None, Some(WaitingService(waiting))),
        };
        Self {
            kind,
            since: task.since,
            changed: task.changed,
            service,
            waiting,
        }
    }
}

connection!(DirectoryTaskConnection, DirectoryTaskEdge, DirectoryTask);

/// How much in the directory needs a curator.
#[derive(SimpleObject)]
pub struct DirectoryTaskCount {
    /// Why.
    #[graphql(directive = policy::apply(Class::Public))]
    kind: DirectoryTaskKind,
    /// How many; 100 when there are 100 or more.
    #[graphql(directive = policy::apply(Class::Public))]
    count: i32,
}

/// Reads of what needs a curator, and of what curators did.
#[derive(Default)]
pub struct CurationQuery;

#[Object]
impl CurationQuery {
    /// What in the directory needs a curator for this reason, what waits longest first; of
    /// services in `state`, where that is known. For those who keep the directory.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn directory_tasks(
        &self,
        ctx: &Context<'_>,
        kind: DirectoryTaskKind,
        state: Option<State>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<DirectoryTaskConnection> {
        answer(ctx, list(viewer(ctx)?, kind, state, first, after).await)
    }

    /// How much there is for each reason. For those who keep the directory.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn directory_task_counts(&self, ctx: &Context<'_>) -> Result<Vec<DirectoryTaskCount>> {
        let counts = answer(ctx, count::counts(viewer(ctx)?).await)?;
        let of = |(kind, count)| DirectoryTaskCount { kind, count };
        Ok(counts.into_iter().map(of).collect())
    }

    /// Each time that somebody checked a service, newest first (rule 81).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn service_vettings(
        &self,
        ctx: &Context<'_>,
        service: ID,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ServiceVettingConnection> {
        answer(
            ctx,
            vetting::list(viewer(ctx)?, &service, first, after).await,
        )
    }
}

async fn list(
    viewer: &Viewer,
    kind: DirectoryTaskKind,
    state: Option<State>,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<DirectoryTaskConnection, Refusal> {
    let after = page::place(viewer, tasks::order(kind), after.as_deref())?;
    let found = tasks::page(viewer, kind, state, Asked::rows(first)?, after.as_ref()).await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for task in found.rows {
        let cursor = page::cursor(viewer, &task.place)?;
        edges.push((cursor, DirectoryTask::of(kind, task)));
    }
    Ok(DirectoryTaskConnection::of(edges, found.before, found.more))
}

outcome!(
    ServiceCompleteResult,
    ServiceCompleteSuccess { service: Service }
);
outcome!(ServiceCloseResult, ServiceCloseSuccess { service: Service });

/// Changes that the work on the directory makes.
#[derive(Default)]
pub struct CurationMutation;

#[Object]
impl CurationMutation {
    /// Says of a service that waits what kind of help it is and where, so that it is found. It
    /// is not verified by that.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn service_complete(
        &self,
        ctx: &Context<'_>,
        input: ServiceCompleteInput,
    ) -> Result<ServiceCompleteResult> {
        let viewer = viewer(ctx)?;
        let done = async { complete::complete(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ServiceRecord, done).await?;
        let load = async |id| one(viewer, id).await.map(Service);
        Ok(ServiceCompleteResult::of(settled.load(ctx, load).await?))
    }

    /// Says that a service has ended: it is found no more, and what was referred to it stays.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn service_close(
        &self,
        ctx: &Context<'_>,
        input: ServiceCloseInput,
    ) -> Result<ServiceCloseResult> {
        let viewer = viewer(ctx)?;
        let done = async { close::close(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ServiceRecord, done).await?;
        let load = async |id| one(viewer, id).await.map(Service);
        Ok(ServiceCloseResult::of(settled.load(ctx, load).await?))
    }
}
