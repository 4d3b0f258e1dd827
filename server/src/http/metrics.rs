//! Prometheus metrics, on a listener of their own that only this machine can
//! reach.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use metrics::{Unit, describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

use super::health::{self, Readiness};

/// Upper bounds of the request times, in seconds.
const BUCKETS: [f64; 12] = [
    0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0,
];
/// How often recorded times are folded into their buckets.
const UPKEEP: Duration = Duration::from_secs(5);

/// Starts recording, for the whole process.
///
/// # Errors
/// When something else records already.
pub fn install() -> Result<PrometheusHandle, BuildError> {
    let times = Matcher::Suffix(String::from("_seconds"));
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(times, &BUCKETS)?
        .install_recorder()?;
    describe_counter!(
        "trellis_http_requests_total",
        "Requests by route, kind of operation, code and status"
    );
    describe_histogram!(
        "trellis_http_request_seconds",
        Unit::Seconds,
        "From the headers read to the answer made"
    );
    describe_gauge!("trellis_http_in_flight", "Requests worked on");
    describe_gauge!("trellis_http_connections", "Open connections");
    describe_counter!(
        "trellis_http_shed_total",
        "Connections and requests sent away because there were too many"
    );
    describe_counter!(
        "trellis_http_panics_total",
        "Panics caught; anything but 0 is a bug"
    );
    describe_counter!(
        "trellis_guard_refusals_total",
        "Documents refused, by the budget they went over"
    );
    Ok(handle)
}

/// Whether an address can only be reached from this machine.
#[must_use]
pub fn is_loopback(address: SocketAddr) -> bool {
    address.ip().to_canonical().is_loopback()
}

/// `/metrics`, and the health routes with detail.
pub fn routes(handle: PrometheusHandle, readiness: Readiness) -> Router {
    let metrics = move || {
        let text = handle.render();
        async move {
            (
                [(
                    header::CONTENT_TYPE,
                    "text/plain; version=0.0.4; charset=utf-8",
                )],
                text,
            )
        }
    };
    Router::new()
        .route("/metrics", get(metrics))
        .merge(health::routes(readiness, true))
}

/// Folds recorded times into their buckets for ever. Without it they pile up
/// in memory as long as nobody reads the metrics.
pub async fn upkeep(handle: PrometheusHandle) {
    let mut ticks = tokio::time::interval(UPKEEP);
    loop {
        ticks.tick().await;
        handle.run_upkeep();
    }
}
