//! Faults: what is not an answer. A code of the closed list, the request's id, no values.

use async_graphql::{Error, ErrorExtensions};
use uuid::Uuid;

use crate::error::Refusal;
use crate::http::code::Code;

/// An error with its code and the request's id.
pub fn fault(code: Code, request: Option<Uuid>) -> Error {
    Error::new(code.message()).extend_with(|_, extensions| {
        extensions.set("code", code.as_str());
        if let Some(request) = request {
            extensions.set("requestId", request.to_string());
        }
    })
}

/// A read's refusal as an error. Ours are logged here, under the request's id.
pub fn refused(refusal: Refusal, request: Uuid) -> Error {
    let code = match refusal {
        Refusal::NotFound => Code::NotFound,
        Refusal::Forbidden(_) | Refusal::NotShared(_) => Code::Forbidden,
        Refusal::Invalid(_) | Refusal::Move(_) | Refusal::Conflict(_) | Refusal::Replayed(_) => {
            Code::BadRequest
        }
        Refusal::Fault(ours) => {
            log_fault(&ours, request);
            if ours.passes() {
                Code::Unavailable
            } else {
                Code::Internal
            }
        }
    };
    fault(code, Some(request))
}

/// Logs a fault of ours. Database errors can hold values that were bound, so only their
/// kind is logged.
pub fn log_fault(fault: &crate::error::Fault, request: Uuid) {
    use crate::error::Fault;
    let (kind, detail) = match fault {
        Fault::Database(error) => ("database", database_kind(error)),
        Fault::Vault(fault) => ("vault", fault.to_string()),
        Fault::Audit => ("audit", "no entry could be written".to_owned()),
        Fault::KeyDestroyed => ("vault", "the key of a record was destroyed".to_owned()),
        Fault::Broken(what) => ("broken", (*what).to_owned()),
    };
    metrics::counter!("trellis_faults_total", "kind" => kind).increment(1);
    tracing::error!(%request, kind, detail, "a request failed");
}

/// The kind of a database error and its SQLSTATE, without the statement or its values.
pub(crate) fn database_kind(error: &sea_orm::DbErr) -> String {
    match error.sql_err() {
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => "unique constraint".to_owned(),
        Some(sea_orm::SqlErr::ForeignKeyConstraintViolation(_)) => "foreign key".to_owned(),
        _ => {
            let text = format!("{error:?}");
            text.split(['(', '{', ' '])
                .next()
                .unwrap_or("error")
                .to_owned()
                + &code_of(&text)
        }
    }
}

fn code_of(text: &str) -> String {
    text.split("code: ")
        .nth(1)
        .and_then(|rest| rest.split([',', ' ', '}']).next())
        .map_or_else(String::new, |code| format!(" {code}"))
}
