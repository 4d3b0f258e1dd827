//! What the log line and the metrics of a request know about it: words from
//! closed lists, never a value.

use axum::response::Response;

use super::code::Code;

/// Attached to a response by whoever made it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// `query`, `mutation`, or nothing.
    pub kind: Option<&'static str>,
    /// The first error's code.
    pub code: Option<Code>,
}

impl Outcome {
    /// Notes the error of a response.
    pub fn mark(response: &mut Response, code: Code) {
        response
            .extensions_mut()
            .get_or_insert_default::<Self>()
            .code = Some(code);
    }

    /// Notes the kind of operation.
    pub fn mark_kind(response: &mut Response, kind: &'static str) {
        response
            .extensions_mut()
            .get_or_insert_default::<Self>()
            .kind = Some(kind);
    }

    /// What is known of a response.
    #[must_use]
    pub fn of(response: &Response) -> Self {
        response.extensions().get().copied().unwrap_or_default()
    }
}
