//! `POST /auth/sign-in {login, password, mode}`

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::answer::{ours, plain, read, refused, tokens};
use crate::accounts::entity::SessionKind;
use crate::accounts::sign_in::{self, SignIn, SignInRefusal};
use crate::app::App;
use crate::http::engine::About;
use crate::http::fault::Fault;

/// Who holds the tokens.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Cookie,
    Token,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    login: String,
    password: Zeroizing<String>,
    mode: Mode,
}

/// Starts a session. Every refusal is the same, whatever its reason.
pub(super) async fn sign_in(
    State(app): State<App>,
    Extension(about): Extension<About>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let body: Body = match read(&headers, &app.settings().public_url, &body) {
        Ok(body) => body,
        Err(fault) => return plain(&fault, about),
    };
    let kind = match body.mode {
        Mode::Cookie => SessionKind::Browser,
        Mode::Token => SessionKind::Api,
    };
    let attempt = SignIn {
        login: body.login,
        password: body.password,
        kind,
        from: about.peer.0,
        request: about.id.0,
    };
    match sign_in::sign_in(&app, attempt).await {
        Ok(pair) => tokens(&pair, kind, app.clock().now(), about),
        Err(SignInRefusal::Refused) => {
            let message = "This name and password do not go together.";
            refused(StatusCode::UNAUTHORIZED, "SIGN_IN_REFUSED", message, None)
        }
        Err(SignInRefusal::TooManyTries(seconds)) => {
            let message = "Too many tries. Wait before the next one.";
            refused(
                StatusCode::TOO_MANY_REQUESTS,
                "TOO_MANY_TRIES",
                message,
                Some(seconds),
            )
        }
        Err(SignInRefusal::Busy) => plain(&Fault::overloaded(), about),
        Err(SignInRefusal::Fault(refusal)) => ours(&refusal, about),
    }
}
