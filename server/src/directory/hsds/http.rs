//! The directory for everybody, as the HSDS API asks for it (rule 79): without a sign-in, and
//! without anything that is not for everybody (rule 80). It is there where it is set up.

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::asked::{Asked, Form};
use super::entity::{RecordKind, directory_record, directory_term};
use super::render::Told;
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

/// The routes; none where no organisation's directory is public.
pub fn routes(app: &App) -> Router {
    if app.settings().public_directory.is_none() {
        return Router::new();
    }
    Router::new()
        .route("/hsds/3.0/", get(root))
        .route("/hsds/3.0/services", get(services))
        .route("/hsds/3.0/services/{id}", get(service))
        .with_state(app.clone())
}

async fn root() -> Json<Value> {
    Json(json!({ "version": "3.0", "profile": PROFILE, "openapi_url": OPENAPI }))
}

async fn services(
    State(app): State<App>,
    Extension(about): Extension<About>,
    RawQuery(query): RawQuery,
) -> Response {
    let answer = async {
        let asked = Asked::parse(query.as_deref().unwrap_or_default())
            .ok_or_else(|| Fault::new(Code::BadRequest))?;
        let page = page(&app, &asked).await.map_err(|why| fault(&why, about))?;
        Ok(match asked.form {
            Form::Json => Json(page.whole()).into_response(),
            Form::Lines => page.lines(),
        })
    };
    let answer: Result<Response, Fault> = answer.await;
    answer.unwrap_or_else(|fault| fault.answer(Shape::Plain, about.id))
}

async fn service(
    State(app): State<App>,
    Extension(about): Extension<About>,
    Path(id): Path<String>,
) -> Response {
    let found = match id.parse::<Uuid>() {
        Ok(id) => one(&app, id).await.map_err(|why| fault(&why, about)),
        Err(_) => Err(Fault::new(Code::NotFound)),
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

/// What everybody may see.
fn open(org: Uuid) -> Condition {
    use directory_record::Column as R;
    Condition::all()
        .add(R::OrgId.eq(org))
        .add(R::Kind.eq(RecordKind::Service))
        .add(R::InternalOnly.eq(false))
}

struct Page {
    total: u64,
    number: u64,
    size: u64,
    contents: Vec<Map<String, Value>>,
}

impl Page {
    fn whole(self) -> Value {
        let pages = Ord::max(self.total.div_ceil(self.size), 1);
        json!({
            "total_items": self.total, "total_pages": pages, "page_number": self.number,
            "size": self.contents.len(), "first_page": self.number == 1, "last_page": self.number >= pages,
            "empty": self.contents.is_empty(), "contents": self.contents,
        })
    }

    fn lines(self) -> Response {
        let lines = self.contents.into_iter();
        let lines: String = lines
            .map(|document| format!("{}\n", Value::Object(document)))
            .collect();
        let mut response = Body::from(lines).into_response();
        let media = HeaderValue::from_static("application/x-ndjson");
        response.headers_mut().insert(header::CONTENT_TYPE, media);
        response
    }
}

async fn page(app: &App, asked: &Asked) -> Result<Page, Refusal> {
    use directory_record::Column as R;
    let org = public(app).await?;
    let mut all = open(org);
    for word in &asked.words {
        all = all.add(R::SearchText.contains(word.as_str()));
    }
    if let Some(since) = asked.modified_after {
        all = all.add(R::ModifiedAt.gte(since));
    }
    if let Some(organization) = asked.organization {
        all = all.add(R::OrganizationHsds.eq(organization));
    }
    for (column, id) in [
        (directory_term::Column::TermHsds, asked.term),
        (directory_term::Column::TaxonomyHsds, asked.taxonomy),
    ] {
        if let Some(id) = id {
            let classified = Query::select()
                .column(directory_term::Column::RecordId)
                .from(directory_term::Entity)
                .and_where(column.eq(id))
                .take();
            all = all.add(R::Id.in_subquery(classified));
        }
    }
    let reader = app.store().unscoped_reader();
    let found = directory_record::Entity::find().filter(all);
    let counted: Option<i64> = found
        .clone()
        .select_only()
        .expr(Func::count(Expr::val(1)))
        .into_tuple()
        .one(&reader)
        .await?;
    let records = found
        .order_by_asc(R::Id)
        .limit(asked.per_page)
        .offset((asked.page - 1) * asked.per_page)
        .all(&reader)
        .await?;
    let told = Told {
        connection: &reader,
        org,
    };
    let contents = told.services(&records).await?;
    let contents = contents.into_iter().map(|one| asked.cut(one)).collect();
    Ok(Page {
        total: counted.and_then(|n| u64::try_from(n).ok()).unwrap_or(0),
        number: asked.page,
        size: asked.per_page,
        contents,
    })
}

async fn one(app: &App, id: Uuid) -> Result<Option<Map<String, Value>>, Refusal> {
    use directory_record::Column as R;
    let org = public(app).await?;
    let reader = app.store().unscoped_reader();
    // Two sources may tell of one id: the one that told it first answers.
    let record = directory_record::Entity::find()
        .filter(open(org))
        .filter(R::HsdsId.eq(id))
        .order_by_asc(R::Id)
        .one(&reader)
        .await?;
    let told = Told {
        connection: &reader,
        org,
    };
    let records: Vec<_> = record.into_iter().collect();
    Ok(told.services(&records).await?.pop())
}
