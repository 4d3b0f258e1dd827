//! The accept loop.
//!
//! `axum::serve` sets no timer, and hyper without a timer silently never times
//! out: twenty connections that drip their headers stay for ever. So here is a
//! loop of our own, with a timer, a cap, and an end.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use metrics::{counter, gauge};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::limits::Gate;
use super::peer::ConnectedFrom;
use super::router::Site;
use super::settings::Settings;
use super::{shed, stall::Stall};

/// After a failed accept, mostly for want of file handles: how long until the
/// next try.
const BREATH: Duration = Duration::from_millis(50);
/// Bytes a connection may buffer; bounds its headers too.
const BUFFER: usize = 32 * 1024;
/// Headers of one request.
const HEADERS: usize = 64;

/// How the server left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// All that was under way is answered and done.
    Clean,
    /// Time was up before.
    Hurried,
}

/// Serves `site` on `listener` until `stop`, then finishes what is under way,
/// for at most [`Settings::drain`].
pub async fn serve(
    listener: TcpListener,
    site: Site,
    settings: &Settings,
    stop: impl Future<Output = ()>,
) -> Left {
    let loop_ = Loop {
        builder: builder(settings.header_deadline),
        router: site.router,
        seats: Arc::new(Semaphore::new(settings.connections)),
        write_deadline: settings.write_deadline,
        graceful: GracefulShutdown::new(),
    };
    tokio::pin!(stop);
    loop {
        tokio::select! {
            biased;
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, from)) => loop_.take(stream, from),
                Err(error) => pause(&error).await,
            },
        }
    }
    drop(listener);
    tracing::info!("stopping: answering what is under way");
    let left = drain(loop_.graceful, site.gate, settings.drain).await;
    tracing::info!(?left, "stopped");
    left
}

async fn drain(graceful: GracefulShutdown, gate: Gate, time: Duration) -> Left {
    let finished = async {
        graceful.shutdown().await;
        gate.idle().await;
    };
    match tokio::time::timeout(time, finished).await {
        Ok(()) => Left::Clean,
        Err(_) => Left::Hurried,
    }
}

fn builder(header_deadline: Duration) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(header_deadline)
        .max_buf_size(BUFFER)
        .max_headers(HEADERS);
    builder
}

async fn pause(error: &io::Error) {
    tracing::warn!(kind = ?error.kind(), "a connection could not be accepted");
    tokio::time::sleep(BREATH).await;
}

struct Loop {
    builder: http1::Builder,
    router: Router,
    seats: Arc<Semaphore>,
    write_deadline: Duration,
    graceful: GracefulShutdown,
}

impl Loop {
    /// Serves one connection in a task of its own, or sends it away.
    fn take(&self, stream: TcpStream, from: SocketAddr) {
        let Ok(seat) = Arc::clone(&self.seats).try_acquire_owned() else {
            counter!("trellis_http_shed_total", "reason" => "connections").increment(1);
            return shed::send_away(stream);
        };
        // Answers are written whole; waiting for more bytes only delays them.
        if stream.set_nodelay(true).is_err() {
            tracing::debug!("the connection is gone already");
            return;
        }
        let service = TowerToHyperService::new(tower::ServiceExt::map_request(
            self.router.clone(),
            move |mut request: hyper::Request<Incoming>| -> Request {
                request.extensions_mut().insert(ConnectedFrom(from));
                request.map(axum::body::Body::new)
            },
        ));
        let io = TokioIo::new(Stall::new(stream, self.write_deadline));
        let connection = self
            .graceful
            .watch(self.builder.serve_connection(io, service));
        let open = Open::new(seat);
        tokio::spawn(async move {
            // How a connection ends is its peer's business: it went away, was
            // too slow, or did not speak HTTP.
            if let Err(error) = connection.await {
                tracing::debug!(timeout = error.is_timeout(), "a connection broke off");
            }
            drop(open);
        });
    }
}

/// A connection's place among the open ones.
struct Open {
    _seat: OwnedSemaphorePermit,
}

impl Open {
    fn new(seat: OwnedSemaphorePermit) -> Self {
        gauge!("trellis_http_connections").increment(1);
        Self { _seat: seat }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        gauge!("trellis_http_connections").decrement(1);
    }
}
