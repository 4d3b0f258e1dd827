//! What the HTTP layer can be told.

use std::net::IpAddr;
use std::time::Duration;

use super::guard::Limits;

/// Settings of the HTTP layer. The defaults are for production on one
/// machine; tests shorten the times.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What a document may cost.
    pub limits: Limits,
    /// Bytes of a request's body.
    pub body_bytes: usize,
    /// From the first byte of a body to its last.
    pub body_deadline: Duration,
    /// From the whole request read to the answer. The work itself goes on to
    /// its end (a mutation is not cut in half); the answer does not wait.
    pub request_deadline: Duration,
    /// Requests worked on at once.
    pub in_flight: usize,
    /// How long a request over that number waits before it is sent away.
    pub queue_wait: Duration,
    /// Open connections.
    pub connections: usize,
    /// From a connection's opening (or its last answer) to the last byte of
    /// the next request's headers.
    pub header_deadline: Duration,
    /// How long a peer may not read what it asked for.
    pub write_deadline: Duration,
    /// After the signal to stop: how long requests in flight have.
    pub drain: Duration,
    /// The address people type, such as `https://trellis.example`, without a
    /// path. Never taken from a request.
    pub public_origin: String,
    /// Whether browser sessions may run only the documents of this release.
    pub trusted_documents_only: bool,
    /// Whether signed-in people may introspect.
    pub developer: bool,
    /// Addresses of the reverse proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            body_bytes: 1024 * 1024,
            body_deadline: Duration::from_secs(10),
            request_deadline: Duration::from_secs(15),
            in_flight: 128,
            queue_wait: Duration::from_millis(25),
            connections: 2048,
            header_deadline: Duration::from_secs(10),
            write_deadline: Duration::from_secs(20),
            drain: Duration::from_secs(8),
            public_origin: String::from("http://localhost:8080"),
            trusted_documents_only: true,
            developer: false,
            proxies: Vec::new(),
        }
    }
}

impl Settings {
    /// Whether people reach this server over TLS.
    #[must_use]
    pub fn https(&self) -> bool {
        self.public_origin.starts_with("https://")
    }
}
