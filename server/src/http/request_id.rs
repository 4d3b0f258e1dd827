//! The id under which a request is found in log and audit.

use axum::http::HeaderValue;
use uuid::{Builder, Uuid};

use crate::clock::random;

/// The header that carries it in every answer.
pub const REQUEST_ID: &str = "x-request-id";

/// The id of one request. Always made here: one that came with the request
/// would be the sender's text in our log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestId(pub Uuid);

impl RequestId {
    /// A new random id.
    #[must_use]
    pub fn new() -> Self {
        Self(Builder::from_random_bytes(random()).into_uuid())
    }

    /// The id as a header's value.
    #[must_use]
    pub fn header(&self) -> HeaderValue {
        HeaderValue::from_str(&self.0.to_string()).unwrap_or(HeaderValue::from_static("-"))
    }
}

impl Default for RequestId {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Display for RequestId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
