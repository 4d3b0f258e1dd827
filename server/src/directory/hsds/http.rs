//! The directory for everybody, as the HSDS API asks for it (rule 79): without a sign-in, and
//! without anything that is not for everybody (rule 80). It is there where it is set up.

use axum::body::{Body, Bytes};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use futures::stream;
use serde_json::{Value, json};
use uuid::Uuid;

use super::asked::{Asked, Form};
use super::render::Told;
use super::served::{Document, List, Part};
use crate::app::App;
use crate::error::Refusal;
use crate::graphql::log_fault;
use crate::http::code::Code;
use crate::http::engine::About;
use crate::http::fault::{Fault, Shape};
use crate::people::entity::organization;
use crate::store::prelude::*;

const OPENAPI: &str =
    "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json";
const PROFILE: &str = "https://docs.openreferral.org/en/3.0/hsds/";
/// Objects that are read at once for those who want all of them.
const AT_ONCE: u64 = 100;

/// The routes; none where no organisation's directory is public.
pub fn routes(app: &App) -> Router {
    if app.settings().public_directory.is_none() {
        return Router::new();
    }
    let list = |list: List| {
        get(
            move |State(app): State<App>,
                  Extension(about): Extension<About>,
                  RawQuery(query): RawQuery| { several(app, about, list, query) },
        )
    };
    let one = |list: List| {
        get(
            move |State(app): State<App>,
                  Extension(about): Extension<About>,
                  Path(id): Path<String>,
                  RawQuery(query): RawQuery| single(app, about, list, id, query),
        )
    };
    Router::new()
        .route("/hsds/3.0/", get(root))
        .route("/hsds/3.0/services", list(List::Services))
        .route("/hsds/3.0/services/{id}", one(List::Services))
        .route("/hsds/3.0/organizations", list(List::Organizations))
        .route("/hsds/3.0/organizations/{id}", one(List::Organizations))
        .route(
            "/hsds/3.0/service_at_locations",
            list(List::ServiceAtLocations),
        )
        .route(
            "/hsds/3.0/service_at_locations/{id}",
            one(List::ServiceAtLocations),
        )
        .route("/hsds/3.0/taxonomies", list(List::Taxonomies))
        .route("/hsds/3.0/taxonomies/{id}", one(List::Taxonomies))
        .route("/hsds/3.0/taxonomy_terms", list(List::TaxonomyTerms))
        .route("/hsds/3.0/taxonomy_terms/{id}", one(List::TaxonomyTerms))
        .with_state(app.clone())
}

async fn root() -> Json<Value> {
    Json(json!({ "version": "3.0", "profile": PROFILE, "openapi_url": OPENAPI }))
}

async fn several(app: App, about: About, list: List, query: Option<String>) -> Response {
    let answer = async {
        let asked = Asked::parse(query.as_deref().unwrap_or_default())
            .ok_or_else(|| Fault::new(Code::BadRequest))?;
        let org = public(&app).await.map_err(|why| fault(&why, about))?;
        match asked.form {
            Form::Json => {
                let page = page(&app, org, list, &asked).await;
                Ok(Json(page.map_err(|why| fault(&why, about))?).into_response())
            }
            Form::Lines => Ok(lines(app, about, org, list, asked)),
        }
    };
    let answer: Result<Response, Fault> = answer.await;
    answer.unwrap_or_else(|fault| fault.answer(Shape::Plain, about.id))
}

async fn single(app: App, about: About, list: List, id: String, query: Option<String>) -> Response {
    let asked = Asked::parse(query.as_deref().unwrap_or_default());
    let found = match (id.parse::<Uuid>(), asked) {
        (Ok(id), Some(asked)) => one(&app, list, id, &asked)
            .await
            .map_err(|why| fault(&why, about)),
        (Err(_), _) => Err(Fault::new(Code::NotFound)),
        (_, None) => Err(Fault::new(Code::BadRequest)),
    };
    match found {
        Ok(Some(document)) => Json(document).into_response(),
        Ok(None) => Fault::new(Code::NotFound).answer(Shape::Plain, about.id),
        Err(fault) => fault.answer(Shape::Plain, about.id),
    }
}

fn fault(refusal: &Refusal, about: About) -> Fault {
    match refusal {
        Refusal::NotFound => Fault::new(Code::NotFound),
        Refusal::Fault(fault) => {
            log_fault(fault, about.id.0);
            Fault::new(Code::Internal)
        }
        _ => Fault::new(Code::Internal),
    }
}

/// The organisation whose directory is public.
async fn public(app: &App) -> Result<Uuid, Refusal> {
    let name = app.settings().public_directory.as_deref();
    let found = organization::Entity::find()
        .filter(organization::Column::Name.eq(name.unwrap_or_default()))
        .one(&app.store().unscoped_reader())
        .await?;
    Ok(found.ok_or(Refusal::NotFound)?.id)
}

/// A page of a list: our own taxonomy stands before what sources tell.
async fn page(app: &App, org: Uuid, list: List, asked: &Asked) -> Result<Value, Refusal> {
    let reader = app.store().unscoped_reader();
    let told = Told {
        connection: &reader,
        store: app.store(),
        org,
    };
    let own = list.own(asked);
    let before = own.len() as u64;
    let skipped = (asked.page - 1) * asked.per_page;
    let places = usize::try_from(skipped).unwrap_or(usize::MAX);
    let most = usize::try_from(asked.per_page).unwrap_or(usize::MAX);
    let mut contents: Vec<Document> = own.into_iter().skip(places).take(most).collect();
    let total = before + list.count(&told, asked).await?;
    let some = Part {
        after: Uuid::nil(),
        offset: skipped.saturating_sub(before),
        limit: asked.per_page - contents.len() as u64,
    };
    if some.limit > 0 {
        contents.extend(list.rows(&told, asked, some).await?.documents);
    }
    let (number, pages) = (asked.page, Ord::max(total.div_ceil(asked.per_page), 1));
    Ok(json!({
        "total_items": total, "total_pages": pages, "page_number": number, "size": contents.len(),
        "first_page": number == 1, "last_page": number >= pages, "empty": contents.is_empty(),
        "contents": contents,
    }))
}

/// All of a list, an object a line: read on only as fast as it is taken.
fn lines(app: App, about: About, org: Uuid, list: List, asked: Asked) -> Response {
    let all = stream::try_unfold(Some(Uuid::nil()), move |after| {
        let (app, asked) = (app.clone(), asked.clone());
        async move {
            let Some(after) = after else { return Ok(None) };
            let some = some(&app, org, list, &asked, after).await;
            some.map(Some).map_err(|why| {
                // The answer has begun: who reads it sees it end before it is whole.
                let _logged = fault(&why, about);
                std::io::Error::other("the list ended early")
            })
        }
    });
    let mut response = Body::from_stream(all).into_response();
    let media = HeaderValue::from_static("application/x-ndjson");
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    response
}

async fn some(
    app: &App,
    org: Uuid,
    list: List,
    asked: &Asked,
    after: Uuid,
) -> Result<(Bytes, Option<Uuid>), Refusal> {
    let reader = app.store().unscoped_reader();
    let told = Told {
        connection: &reader,
        store: app.store(),
        org,
    };
    let some = Part {
        after,
        offset: 0,
        limit: AT_ONCE,
    };
    let rows = list.rows(&told, asked, some).await?;
    let own = match after.is_nil() {
        true => list.own(asked),
        false => Vec::new(),
    };
    let mut text = String::new();
    for document in own.into_iter().chain(rows.documents) {
        text.push_str(&Value::Object(document).to_string());
        text.push('\n');
    }
    Ok((Bytes::from(text), rows.last))
}

async fn one(app: &App, list: List, id: Uuid, asked: &Asked) -> Result<Option<Document>, Refusal> {
    let org = public(app).await?;
    let reader = app.store().unscoped_reader();
    let told = Told {
        connection: &reader,
        store: app.store(),
        org,
    };
    list.one(&told, id, asked).await
}
