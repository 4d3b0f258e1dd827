//! The closed list of error codes.

use axum::http::StatusCode;

/// `extensions.code` of every error this server answers with. Nothing else is
/// ever said: expected failures of an act are data (problems), not errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// Nobody is signed in, or the session has ended.
    Unauthenticated,
    /// Absent, or not for this viewer; the two look alike.
    NotFound,
    /// Within one's scope, but not allowed.
    Forbidden,
    /// The session is in the together view, of which this is no part.
    Together,
    /// Too many tries.
    RateLimited,
    /// The document is over a budget of the guard.
    CostExceeded,
    /// Not a document of this release.
    UnknownDocument,
    /// Not a GraphQL request.
    BadRequest,
    /// The document is not GraphQL.
    ParseFailed,
    /// The document or its variables do not fit the schema.
    ValidationFailed,
    /// The answer took too long.
    Timeout,
    /// The server has too much to do, or a part it needs is down.
    Unavailable,
    /// Our fault; the log has more under the request's id.
    Internal,
}

impl Code {
    /// All codes, in the order of the list in the documentation.
    pub const ALL: [Self; 13] = [
        Self::Unauthenticated,
        Self::NotFound,
        Self::Forbidden,
        Self::Together,
        Self::RateLimited,
        Self::CostExceeded,
        Self::UnknownDocument,
        Self::BadRequest,
        Self::ParseFailed,
        Self::ValidationFailed,
        Self::Timeout,
        Self::Unavailable,
        Self::Internal,
    ];

    /// The code as it is written in `extensions.code`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::NotFound => "NOT_FOUND",
            Self::Forbidden => "FORBIDDEN",
            Self::Together => "TOGETHER",
            Self::RateLimited => "RATE_LIMITED",
            Self::CostExceeded => "COST_EXCEEDED",
            Self::UnknownDocument => "UNKNOWN_DOCUMENT",
            Self::BadRequest => "BAD_REQUEST",
            Self::ParseFailed => "PARSE_FAILED",
            Self::ValidationFailed => "VALIDATION_FAILED",
            Self::Timeout => "TIMEOUT",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }

    /// The code written `text`, if it is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.as_str() == text)
    }

    /// The only text that goes with this code. It is fixed, so that no error
    /// can echo what was sent or tell what is stored.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Unauthenticated => "Sign in first.",
            Self::NotFound => "Not found.",
            Self::Forbidden => "Not allowed.",
            Self::Together => "Not in the together view.",
            Self::RateLimited => "Too many tries. Wait before the next one.",
            Self::CostExceeded => "The document asks for too much at once.",
            Self::UnknownDocument => "The document is not part of this release.",
            Self::BadRequest => "This is not a GraphQL request as this server takes them.",
            Self::ParseFailed => "The document is not valid GraphQL.",
            Self::ValidationFailed => "The document or its variables do not fit the schema.",
            Self::Timeout => "The answer took too long.",
            Self::Unavailable => "The server cannot answer now. Try again soon.",
            Self::Internal => "Something went wrong on the server.",
        }
    }

    /// The status of an answer that holds this error and no data.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Together => StatusCode::FORBIDDEN,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::CostExceeded
            | Self::UnknownDocument
            | Self::BadRequest
            | Self::ParseFailed
            | Self::ValidationFailed => StatusCode::BAD_REQUEST,
            Self::Timeout | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn every_code_is_read_back_as_it_is_written() {
        for code in Code::ALL {
            assert_eq!(Code::parse(code.as_str()), Some(code));
        }
        assert_eq!(Code::parse("internal"), None);
    }
}
