//! Around every route that works on data: the body is read within its bounds,
//! a seat is taken, and the work runs in a task of its own.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use metrics::counter;
use tracing::Instrument as _;

use super::body::Reader;
use super::code::Code;
use super::engine::About;
use super::fault::{Fault, Shape};
use super::limits::Gate;
use super::negotiate::{self, Media};
use std::time::Duration;

/// How errors are written on a group of routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// `/graphql`.
    Graphql,
    /// Plain JSON.
    Plain,
}

impl Lane {
    fn shape(self, headers: &HeaderMap) -> Shape {
        match self {
            Self::Graphql => Shape::Graphql(negotiate::accept(headers).unwrap_or(Media::Json)),
            Self::Plain => Shape::Plain,
        }
    }
}

/// What stands between a connection and the work.
#[derive(Clone, Debug)]
pub struct Shield {
    /// How errors are written.
    pub lane: Lane,
    /// Reads bodies.
    pub reader: Reader,
    /// Bounds what is under way.
    pub gate: Gate,
    /// How long the answer may take.
    pub deadline: Duration,
}

/// Runs the rest of the stack in a task of its own and waits for it.
///
/// A client that hangs up drops only the waiting: a mutation is never cut in
/// half. The seat is held by the task, so that work nobody waits for still
/// counts. The body is read before a seat is taken, so that slow senders do
/// not keep others out.
pub async fn shield(State(shield): State<Shield>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let shape = shield.lane.shape(&parts.headers);
    let Some(about) = parts.extensions.get::<About>().copied() else {
        return Fault::new(Code::Internal).answer(shape, Default::default());
    };
    let ready = async {
        let body = shield.reader.read(&parts.headers, body).await?;
        Ok((body, shield.gate.enter().await?))
    };
    let (body, seat) = match ready.await {
        Ok(ready) => ready,
        Err(fault) => return Fault::answer(&fault, shape, about.id),
    };
    let work = next.run(Request::from_parts(parts, Body::from(body)));
    let work = async move {
        let response = work.await;
        drop(seat);
        response
    };
    let task = tokio::spawn(work.in_current_span());
    match tokio::time::timeout(shield.deadline, task).await {
        Ok(Ok(response)) => response,
        Ok(Err(_)) => {
            counter!("trellis_http_panics_total").increment(1);
            tracing::error!("a handler panicked");
            Fault::new(Code::Internal).answer(shape, about.id)
        }
        Err(_) => Fault::new(Code::Timeout).answer(shape, about.id),
    }
}
