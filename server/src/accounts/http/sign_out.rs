//! `POST /auth/sign-out` and, from a page that is being left, `POST /auth/leave`

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::answer::{forget, ours, plain};
use crate::accounts::sign_out::sign_out as end_session;
use crate::app::App;
use crate::http::code::Code;
use crate::http::cookies::{ACCESS_COOKIE, Credential, REFRESH_COOKIE, cookie, own_page};
use crate::http::engine::About;
use crate::http::fault::Fault;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Ends the session of whoever asks: by cookies, or by a program's bearer token.
/// Having had none is no error.
pub(super) async fn sign_out(
    State(app): State<App>,
    Extension(about): Extension<About>,
    headers: HeaderMap,
) -> Response {
    match own_page(&headers, &app.settings().public_url) {
        Ok(()) => end(&app, &headers, about).await,
        Err(fault) => plain(&fault, about),
    }
}

/// The same for the beacon of "Leave now", which cannot carry a header. Its cookies
/// are same-site only; that a browser says it comes from elsewhere is still refused.
pub(super) async fn leave(
    State(app): State<App>,
    Extension(about): Extension<About>,
    headers: HeaderMap,
) -> Response {
    let elsewhere = headers
        .get("sec-fetch-site")
        .is_some_and(|site| site != "same-origin")
        || headers
            .get(header::ORIGIN)
            .is_some_and(|origin| origin.as_bytes() != app.settings().public_url.as_bytes());
    if elsewhere {
        return plain(&Fault::new(Code::Forbidden), about);
    }
    end(&app, &headers, about).await
}

async fn end(app: &App, headers: &HeaderMap, about: About) -> Response {
    let tokens = (
        cookie(headers, ACCESS_COOKIE),
        cookie(headers, REFRESH_COOKIE),
    );
    let (access, refresh) = match tokens {
        (Ok(access), Ok(refresh)) => (access, refresh),
        (Err(fault), _) | (_, Err(fault)) => return plain(&fault, about),
    };
    let bearer = match (&access, &refresh) {
        (None, None) => match Credential::of(headers, &app.settings().public_url) {
            Ok(Credential::Bearer(token)) => Some(token),
            Ok(_) => None,
            Err(fault) => return plain(&fault, about),
        },
        _ => None,
    };
    let access = access.or(bearer);
    let access = access.as_ref().map(|token| token.expose());
    let refresh = refresh.as_ref().map(|token| token.expose());
    if let Err(refusal) = end_session(app, access, refresh, about.id.0).await {
        return ours(&refusal, about);
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    forget(&mut response);
    let everything = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    response.headers_mut().insert(CLEAR_SITE_DATA, everything);
    response
}
