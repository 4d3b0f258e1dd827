//! Around everything: gives each request its id, and tells log and metrics how
//! it went. Neither ever sees an address, a header or a value of a request.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use metrics::{counter, histogram};
use tokio::time::Instant;
use tracing::Instrument as _;

use super::code::Code;
use super::engine::About;
use super::outcome::Outcome;
use super::peer::{ConnectedFrom, Peer};
use super::request_id::{REQUEST_ID, RequestId};

/// Middleware; the state is the list of trusted proxies.
pub async fn watched(
    State(proxies): State<Arc<[IpAddr]>>,
    mut request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let id = RequestId::new();
    let connected = request
        .extensions()
        .get::<ConnectedFrom>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |from| from.0.ip());
    let peer = Peer::of(connected, request.headers(), &proxies);
    request.extensions_mut().insert(About { id, peer });
    // The pattern of the route, such as `/graphql`; what no route matches is
    // the web interface.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| String::from("web"), |path| path.as_str().to_owned());

    let span = tracing::info_span!("request", id = %id);
    let mut response = next.run(request).instrument(span.clone()).await;

    response.headers_mut().insert(REQUEST_ID, id.header());
    let took = began.elapsed();
    let outcome = Outcome::of(&response);
    let kind = outcome.kind.unwrap_or("none");
    let code = outcome.code.map_or("OK", Code::as_str);
    let status = response.status().as_u16();
    span.in_scope(|| {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        if route == "web" || route.ends_with("z") {
            tracing::debug!(route, status, micros, "answered");
        } else {
            tracing::info!(route, kind, status, code, micros, "answered");
        }
    });
    counter!(
        "trellis_http_requests_total",
        "route" => route.clone(), "kind" => kind, "code" => code, "status" => status.to_string()
    )
    .increment(1);
    histogram!("trellis_http_request_seconds", "route" => route, "kind" => kind).record(took);
    response
}
