//! `POST /auth/refresh {}` with the cookie, or `{refreshToken}`

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::answer::{forget, ours, plain, read, refused, tokens};
use crate::accounts::entity::SessionKind;
use crate::accounts::refresh::{self, RefreshRefusal};
use crate::app::App;
use crate::http::cookies::{REFRESH_COOKIE, Token, cookie};
use crate::http::engine::About;
use crate::http::fault::Fault;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Body {
    refresh_token: Option<Zeroizing<String>>,
}

/// Prolongs a session.
pub(super) async fn refresh(
    State(app): State<App>,
    Extension(about): Extension<About>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let (token, kind) = match held(&app, &headers, &body) {
        Ok(held) => held,
        Err(fault) => return plain(&fault, about),
    };
    let traded = match &token {
        Some(token) => refresh::refresh(&app, token.expose(), kind, about.id.0).await,
        None => Err(RefreshRefusal::Ended),
    };
    match traded {
        Ok(pair) => tokens(&pair, kind, app.clock().now(), about),
        Err(RefreshRefusal::Ended) => {
            let message = "The session has ended. Sign in again.";
            let mut response = refused(StatusCode::UNAUTHORIZED, "SESSION_ENDED", message, None);
            if kind == SessionKind::Browser {
                forget(&mut response);
            }
            response
        }
        Err(RefreshRefusal::Fault(refusal)) => ours(&refusal, about),
    }
}

/// The token and who holds it: in the body a program, otherwise a browser.
fn held(
    app: &App,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(Option<Token>, SessionKind), Fault> {
    let body: Body = read(headers, &app.settings().public_url, body)?;
    match body.refresh_token {
        Some(token) => Ok((Some(Token::new(&token)), SessionKind::Api)),
        None => Ok((cookie(headers, REFRESH_COOKIE)?, SessionKind::Browser)),
    }
}
