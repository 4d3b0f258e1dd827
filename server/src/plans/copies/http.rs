//! `POST /papers {"copy": "<id>"}`: a copy as a file. The id stands in the body, since
//! addresses end up in histories and logs.

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use serde::Deserialize;

use super::take::{File, take};
use crate::access::{Act, Viewer};
use crate::accounts::entity::SessionKind;
use crate::accounts::{AuthFault, authenticate};
use crate::app::App;
use crate::error::Refusal;
use crate::graphql::{Kind, id, log_fault};
use crate::http::code::Code;
use crate::http::cookies::{Credential, Token};
use crate::http::engine::About;
use crate::http::fault::{Fault, Shape};
use crate::http::negotiate::sends_json;

/// The route, for the HTTP layer to shield.
pub fn routes(app: App) -> Router {
    Router::new().route("/papers", post(papers)).with_state(app)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    copy: String,
}

async fn papers(
    State(app): State<App>,
    Extension(about): Extension<About>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let answer = match file(&app, about, &headers, &body).await {
        Ok(file) => sent(file),
        Err(fault) => Err(fault),
    };
    answer.unwrap_or_else(|fault| fault.answer(Shape::Plain, about.id))
}

async fn file(app: &App, about: About, headers: &HeaderMap, body: &[u8]) -> Result<File, Fault> {
    let viewer = viewer(app, about, headers).await?;
    if !sends_json(headers) {
        return Err(Fault::new(Code::BadRequest).with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let asked: Asked = serde_json::from_slice(body).map_err(|_| Fault::new(Code::BadRequest))?;
    let copy = id::open(app, Kind::PlanCopy, &asked.copy.into());
    let taken = match copy {
        Ok(copy) => take(&viewer, copy).await,
        Err(refusal) => Err(refusal),
    };
    let seen = viewer.flush_reads().await;
    seen.map_err(|refusal| ours(&refusal, about))?;
    match taken {
        Ok(file) => Ok(file),
        Err(refusal) => Err(refused(&viewer, &refusal, about).await),
    }
}

async fn viewer(app: &App, about: About, headers: &HeaderMap) -> Result<Viewer, Fault> {
    let (token, kind): (Option<Token>, _) =
        match Credential::of(headers, &app.settings().public_url)? {
            Credential::Browser(token) => (token, SessionKind::Browser),
            Credential::Bearer(token) => (Some(token), SessionKind::Api),
            Credential::Visitor => (None, SessionKind::Browser),
        };
    let token = token.ok_or_else(|| Fault::new(Code::Unauthenticated))?;
    authenticate(app, token.expose(), kind, about.id.0)
        .await
        .map_err(|fault| match fault {
            AuthFault::NotSignedIn => Fault::new(Code::Unauthenticated),
            AuthFault::Fault(refusal) => ours(&refusal, about),
        })
}

/// A copy that cannot be had is not found, whatever the reason; the reason is written down.
async fn refused(viewer: &Viewer, refusal: &Refusal, about: About) -> Fault {
    let why = match refusal {
        Refusal::Fault(_) => return ours(refusal, about),
        Refusal::Forbidden(why) => why.code(),
        _ => "not_found",
    };
    match viewer.note_refusal(Act::PlanPrint, None, why).await {
        Ok(()) => Fault::new(Code::NotFound),
        Err(refusal) => ours(&refusal, about),
    }
}

fn ours(refusal: &Refusal, about: About) -> Fault {
    if let Refusal::Fault(fault) = refusal {
        log_fault(fault, about.id.0);
    }
    Fault::new(Code::Internal)
}

fn sent(file: File) -> Result<Response, Fault> {
    let name = format!("attachment; filename=\"{}\"", file.name);
    let name = HeaderValue::from_str(&name).map_err(|_| Fault::new(Code::Internal))?;
    let mut response = Body::from(file.bytes).into_response();
    let headers = response.headers_mut();
    let pdf = HeaderValue::from_static("application/pdf");
    headers.insert(header::CONTENT_TYPE, pdf);
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}
