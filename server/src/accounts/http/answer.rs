//! Answers of `/auth/…`, and what they have in common.

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::accounts::entity::SessionKind;
use crate::accounts::session::{IDLE_MINUTES, Tokens};
use crate::error::Refusal;
use crate::graphql::log_fault;
use crate::http::code::Code;
use crate::http::cookies::{ACCESS_COOKIE, REFRESH_COOKIE, Token, own_page, set_cookie};
use crate::http::engine::About;
use crate::http::fault::{Fault, Shape};
use crate::http::negotiate::sends_json;

/// The body of a request from our own page or a program, as `T`.
pub(super) fn read<T: DeserializeOwned>(
    headers: &HeaderMap,
    origin: &str,
    body: &[u8],
) -> Result<T, Fault> {
    own_page(headers, origin)?;
    if !sends_json(headers) {
        return Err(Fault::new(Code::BadRequest).with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    // What is wrong with it is not echoed: it may hold a password.
    serde_json::from_slice(body).map_err(|_| Fault::new(Code::BadRequest))
}

/// A pair of tokens, the way their holder takes them.
pub(super) fn tokens(
    tokens: &Tokens,
    kind: SessionKind,
    now: DateTime<Utc>,
    about: About,
) -> Response {
    let mut body = json!({
        "expiresAt": tokens.expires_at,
        "sessionEndsAt": tokens.session_ends_at,
        "idleMinutes": IDLE_MINUTES,
    });
    if kind == SessionKind::Api {
        set(&mut body, "accessToken", &tokens.access);
        set(&mut body, "refreshToken", &tokens.refresh);
        return Json(body).into_response();
    }
    let cookies = [
        (ACCESS_COOKIE, &tokens.access, tokens.expires_at),
        (REFRESH_COOKIE, &tokens.refresh, tokens.session_ends_at),
    ];
    let mut response = Json(body).into_response();
    for (name, token, until) in cookies {
        let seconds = u64::try_from((until - now).num_seconds()).unwrap_or(0);
        let Some(cookie) = set_cookie(name, &Token::new(token), seconds) else {
            tracing::error!(request = %about.id, "a token that does not fit a cookie");
            return plain(&Fault::new(Code::Internal), about);
        };
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn set(body: &mut Value, name: &str, token: &str) {
    if let Some(body) = body.as_object_mut() {
        body.insert(name.to_owned(), Value::from(token));
    }
}

/// A refusal with a code of its own.
pub(super) fn refused(
    status: StatusCode,
    code: &str,
    message: &str,
    wait: Option<u64>,
) -> Response {
    let mut body = json!({"code": code, "message": message});
    if let (Some(seconds), Some(body)) = (wait, body.as_object_mut()) {
        body.insert("retryAfter".to_owned(), Value::from(seconds));
    }
    let mut response = (status, Json(body)).into_response();
    if let Some(seconds) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// A fault of the HTTP layer, as these routes write it.
pub(super) fn plain(fault: &Fault, about: About) -> Response {
    fault.answer(Shape::Plain, about.id)
}

/// Something of ours failed: logged under the request's id, not told.
pub(super) fn ours(refusal: &Refusal, about: About) -> Response {
    match refusal {
        Refusal::Fault(fault) => log_fault(fault, about.id.0),
        _ => tracing::error!(request = %about.id, "a refusal where none can be"),
    }
    plain(&Fault::new(Code::Internal), about)
}

/// Makes the browser forget both tokens.
pub(super) fn forget(response: &mut Response) {
    for name in [ACCESS_COOKIE, REFRESH_COOKIE] {
        if let Some(cookie) = set_cookie(name, &Token::new(""), 0) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
}
