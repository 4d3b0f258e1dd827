//! Turns what async-graphql answers into what leaves.
//!
//! Its errors quote the document and the variables. Here every error is
//! reduced to its code, the fixed text of that code, and where it happened;
//! at most five leave.

use async_graphql::{PathSegment, Pos, Response as Answer, ServerError, Value};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde::Serialize;
use uuid::Uuid;

use super::code::Code;
use super::negotiate::Media;
use super::outcome::Outcome;
use super::request_id::RequestId;

/// More errors than these are not written.
const MOST_ERRORS: usize = 5;

#[derive(Serialize)]
struct Written<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Failure<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a Value>,
}

#[derive(Serialize)]
struct Failure<'a> {
    message: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    locations: &'a [Pos],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    path: &'a [PathSegment],
    extensions: Extensions,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Extensions {
    code: &'static str,
    request_id: Uuid,
    /// Seconds until the next try may succeed.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
}

/// Writes an answer.
///
/// # Errors
/// `INTERNAL` when the data cannot be written as JSON.
pub fn write(answer: &Answer, media: Media, id: RequestId) -> Result<Response, Code> {
    // A request that failed before any field ran has no data entry at all.
    let refused = answer.data == Value::Null
        && !answer.errors.is_empty()
        && answer.errors.iter().all(|error| error.path.is_empty());
    let codes: Vec<Code> = answer
        .errors
        .iter()
        .map(|error| code(error, refused))
        .collect();
    report(&answer.errors, &codes);
    let empty = Value::Object(Default::default());
    let data = match &answer.data {
        _ if refused => None,
        // Every field was skipped by a directive.
        Value::Null if answer.errors.is_empty() => Some(&empty),
        data => Some(data),
    };
    let errors = answer.errors.iter().zip(&codes).take(MOST_ERRORS);
    let written = Written {
        errors: errors
            .map(|(error, code)| failure(error, *code, id))
            .collect(),
        data,
    };
    let body = serde_json::to_vec(&written).map_err(|_| Code::Internal)?;
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = match codes.first() {
        Some(code) if refused && media == Media::GraphqlResponse => code.status(),
        Some(Code::Unavailable | Code::Internal) if refused => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::OK,
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, media.content_type());
    if let Some(code) = codes.first() {
        Outcome::mark(&mut response, *code);
    }
    Ok(response)
}

fn failure(error: &ServerError, code: Code, id: RequestId) -> Failure<'_> {
    Failure {
        message: code.message(),
        locations: &error.locations,
        path: &error.path,
        extensions: Extensions {
            code: code.as_str(),
            request_id: id.0,
            retry_after: extension(error, "retryAfter").and_then(|value| match value {
                Value::Number(seconds) => seconds.as_u64(),
                _ => None,
            }),
        },
    }
}

fn extension<'a>(error: &'a ServerError, name: &str) -> Option<&'a Value> {
    error.extensions.as_ref()?.get(name)
}

/// The code of an error: its own, if a resolver gave it one of ours. Errors
/// without one are async-graphql's: about the document, or about an argument
/// that could not be read when its field ran. Anything else is our fault.
fn code(error: &ServerError, refused: bool) -> Code {
    if let Some(Value::String(text)) = extension(error, "code")
        && let Some(code) = Code::parse(text)
    {
        return code;
    }
    let argument = ["Failed to parse \"", "Expected input type \"", "Variable "];
    if refused
        || argument
            .iter()
            .any(|start| error.message.starts_with(start))
    {
        Code::ValidationFailed
    } else {
        Code::Internal
    }
}

/// An error without a code of ours is a hole in a resolver: say so in the log,
/// by place and not by text.
fn report(errors: &[ServerError], codes: &[Code]) {
    for (error, code) in errors.iter().zip(codes) {
        if *code == Code::Internal && extension(error, "code").is_none() {
            let at = error.locations.first().copied().unwrap_or_default();
            tracing::error!(
                line = at.line,
                column = at.column,
                "a resolver failed without a code"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::ErrorExtensionValues;
    use http_body_util::BodyExt as _;
    use serde_json::{Value as Json, json};

    use super::*;

    const CANARY: &str = "canary-juniper";

    fn error(code: Option<&str>, path: &[&str]) -> ServerError {
        let mut error = ServerError::new(CANARY, Some(Pos { line: 1, column: 2 }));
        error.path = path
            .iter()
            .map(|name| PathSegment::Field((*name).to_owned()))
            .collect();
        if let Some(code) = code {
            let mut extensions = ErrorExtensionValues::default();
            extensions.set("code", code);
            extensions.set("detail", CANARY);
            error.extensions = Some(extensions);
        }
        error
    }

    async fn written(answer: Answer, media: Media) -> (u16, Json) {
        let response = write(&answer, media, RequestId::new()).unwrap();
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert!(!String::from_utf8_lossy(&body).contains(CANARY));
        (status, serde_json::from_slice(&body).unwrap())
    }

    #[tokio::test]
    async fn a_refused_document_has_no_data_and_its_status_follows_the_media_type() {
        let answer = || Answer::from_errors(vec![error(None, &[])]);
        let (status, body) = written(answer(), Media::GraphqlResponse).await;
        assert_eq!(status, 400);
        assert_eq!(body.get("data"), None);
        assert_eq!(body["errors"][0]["extensions"]["code"], "VALIDATION_FAILED");
        assert_eq!(
            body["errors"][0]["locations"],
            json!([{"line": 1, "column": 2}])
        );
        assert_eq!(written(answer(), Media::Json).await.0, 200);
    }

    #[tokio::test]
    async fn errors_of_fields_keep_code_and_path_and_nothing_else() {
        let answer = Answer::from_errors(vec![
            error(Some("NOT_FOUND"), &["case"]),
            error(Some("MADE_UP"), &["plan"]),
            error(None, &["contacts"]),
        ]);
        let (status, body) = written(answer, Media::GraphqlResponse).await;
        assert_eq!(status, 200);
        assert_eq!(body["data"], Json::Null);
        let codes: Vec<_> = (0..3)
            .map(|n| body["errors"][n]["extensions"]["code"].clone())
            .collect();
        assert_eq!(codes, ["NOT_FOUND", "INTERNAL", "INTERNAL"]);
        assert_eq!(body["errors"][0]["message"], "Not found.");
        assert_eq!(body["errors"][0]["path"], json!(["case"]));
    }

    #[tokio::test]
    async fn five_errors_are_enough() {
        let answer = Answer::from_errors(vec![error(None, &[]); 100]);
        let (_, body) = written(answer, Media::Json).await;
        assert_eq!(body["errors"].as_array().unwrap().len(), 5);
    }

    #[tokio::test]
    async fn data_of_which_all_was_skipped_is_empty_and_not_null() {
        let (_, body) = written(Answer::new(Value::Null), Media::Json).await;
        assert_eq!(body, json!({"data": {}}));
    }
}
