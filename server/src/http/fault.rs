//! An answer that is only an error.

use async_graphql::Pos;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;

use super::code::Code;
use super::negotiate::Media;
use super::outcome::Outcome;
use super::request_id::RequestId;

/// How an error is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As a GraphQL answer.
    Graphql(Media),
    /// As `{"code", "message"}`, for the plain JSON routes.
    Plain,
}

/// Why a request got no answer of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: Code,
    status: StatusCode,
    positions: Vec<Pos>,
    retry_after: Option<u64>,
}

impl Fault {
    /// A fault with its code's own status.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            status: code.status(),
            positions: Vec::new(),
            retry_after: None,
        }
    }

    /// The server has too much to do now.
    #[must_use]
    pub fn overloaded() -> Self {
        Self {
            retry_after: Some(1),
            ..Self::new(Code::Unavailable)
        }
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The same, saying where in the document.
    #[must_use]
    pub fn at(mut self, positions: Vec<Pos>) -> Self {
        self.positions = positions;
        self
    }

    /// The answer.
    #[must_use]
    pub fn answer(&self, shape: Shape, id: RequestId) -> Response {
        let (code, message) = (self.code.as_str(), self.code.message());
        let (media, status, body) = match shape {
            Shape::Plain => {
                let body = json!({"code": code, "message": message, "requestId": id.0});
                (Media::Json, self.status, body)
            }
            Shape::Graphql(media) => {
                let mut error = json!({
                    "message": message,
                    "extensions": {"code": code, "requestId": id.0},
                });
                if let (false, Some(error)) = (self.positions.is_empty(), error.as_object_mut()) {
                    error.insert(String::from("locations"), json!(self.positions));
                }
                (media, self.legacy(media), json!({"errors": [error]}))
            }
        };
        let mut response = Response::new(Body::from(body.to_string()));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, media.content_type());
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        match status {
            StatusCode::METHOD_NOT_ALLOWED => {
                headers.insert(header::ALLOW, HeaderValue::from_static("GET, POST"));
            }
            StatusCode::UNAUTHORIZED => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            // What is left of the body must not be read as the next request.
            StatusCode::PAYLOAD_TOO_LARGE | StatusCode::REQUEST_TIMEOUT => {
                headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            _ => {}
        }
        Outcome::mark(&mut response, self.code);
        response
    }

    /// `application/json` answers documents that do not parse or validate
    /// with 200; every other refusal keeps its status.
    fn legacy(&self, media: Media) -> StatusCode {
        match (media, self.code) {
            (Media::Json, Code::ParseFailed | Code::ValidationFailed) => StatusCode::OK,
            _ => self.status,
        }
    }
}
