//! `/answer/{secret}`: where a service answers, and opens what was shared with it, without an
//! account and without scripts.
//!
//! Whatever is not a link that is good now gets one and the same page. The page never says
//! back what stands in the address.

mod form;
mod page;
mod tries;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use metrics::counter;

use self::page::{Page, page};
use self::tries::Tries;
use super::door::open;
use super::take::{look, take};
use crate::app::App;
use crate::error::Refusal;
use crate::graphql::log_fault;
use crate::http::engine::About;
use crate::outbox::{ANSWER_PATH, AnswerToken, Language};

/// The door for services, with its count of tries.
#[derive(Clone)]
struct Door {
    app: App,
    tries: Arc<Tries>,
}

/// The routes.
pub fn routes(app: &App) -> Router {
    let door = Door {
        app: app.clone(),
        tries: Arc::new(Tries::new(app)),
    };
    Router::new()
        .route(&format!("{ANSWER_PATH}{{token}}"), get(shown).post(said))
        .with_state(door)
}

async fn shown(
    State(door): State<Door>,
    Extension(about): Extension<About>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let language = language(query.as_deref(), &headers);
    if let Err(seconds) = door.tries.one(&door.app, about.peer.0) {
        return told("slow", page(language, &Page::Slow { seconds }));
    }
    let found = look(&door.app, &AnswerToken::hash_of(&token)).await;
    match found {
        Ok(Some(question)) => told("shown", page(language, &Page::ask(&question))),
        Ok(None) => told("dead", page(language, &Page::Dead)),
        Err(refusal) => broken(language, &refusal, about),
    }
}

async fn said(
    State(door): State<Door>,
    Extension(about): Extension<About>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = language(query.as_deref(), &headers);
    if let Err(seconds) = door.tries.one(&door.app, about.peer.0) {
        return told("slow", page(language, &Page::Slow { seconds }));
    }
    let hash = AnswerToken::hash_of(&token);
    let sent = form::Sent::parse(&body);
    if !sent.open.is_empty() {
        return match open(&door.app, about.id.0, &hash).await {
            Ok(Some(payload)) => told("opened", page(language, &Page::told(&payload))),
            Ok(None) => told("dead", page(language, &Page::Dead)),
            Err(refusal) => broken(language, &refusal, about),
        };
    }
    let read = |question: &_| sent.said(question);
    match take(&door.app, about.id.0, &hash, read).await {
        Ok(Some(Ok(()))) => told("taken", page(language, &Page::Thanks)),
        Ok(Some(Err((question, wrong)))) => {
            let again = Page::again(&question, &sent, &wrong);
            told("wrong", page(language, &again))
        }
        Ok(None) => told("dead", page(language, &Page::Dead)),
        Err(refusal) => broken(language, &refusal, about),
    }
}

/// What the address asks for, or else what the browser prefers; English where neither says.
fn language(query: Option<&str>, headers: &HeaderMap) -> Language {
    let asked = query
        .into_iter()
        .flat_map(|query| query.split('&'))
        .find_map(|pair| pair.strip_prefix("lang="));
    let preferred = || {
        headers
            .get(header::ACCEPT_LANGUAGE)?
            .to_str()
            .ok()?
            .get(..2)
    };
    Language::of(asked.or_else(preferred).unwrap_or_default())
}

fn told(outcome: &'static str, response: Response) -> Response {
    counter!("trellis_answer_tries_total", "outcome" => outcome).increment(1);
    response
}

fn broken(language: Language, refusal: &Refusal, about: About) -> Response {
    if let Refusal::Fault(fault) = refusal {
        log_fault(fault, about.id.0);
    } else {
        tracing::error!(?refusal, "an answer by link met what cannot be");
    }
    let mut response = told("broken", page(language, &Page::Broken));
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response
}
