//! `/graphql`: from a request whose body is read to an answer.

use std::sync::Arc;

use async_graphql::Request as Execution;
use async_graphql::parser::types::OperationType;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::Response;
use metrics::counter;

use super::answer;
use super::code::Code;
use super::cookies::Credential;
use super::documents::Documents;
use super::engine::{About, Carrier, Engine, STATEMENTS};
use super::fault::{Fault, Shape};
use super::guard::{self, Prepared, Refusal};
use super::negotiate::{self, Media};
use super::outcome::Outcome;
use super::params::{Asked, Params};
use super::settings::Settings;
use super::shelf::Shelf;

/// What the endpoint needs.
pub struct Endpoint<E> {
    /// Runs what is let through.
    pub engine: E,
    /// The settings of this layer.
    pub settings: Settings,
    /// The documents of this release.
    pub documents: Documents,
    /// Documents sent before.
    pub shelf: Shelf,
}

/// Answers a GraphQL request.
pub async fn graphql<E: Engine>(
    State(endpoint): State<Arc<Endpoint<E>>>,
    Extension(about): Extension<About>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(media) = negotiate::accept(&headers) else {
        let fault = Fault::new(Code::BadRequest).with_status(StatusCode::NOT_ACCEPTABLE);
        return fault.answer(Shape::Graphql(Media::Json), about.id);
    };
    let asked = Incoming {
        method,
        uri,
        headers,
        body,
    };
    match endpoint.answer(asked, media, about).await {
        Ok(response) => response,
        Err(fault) => fault.answer(Shape::Graphql(media), about.id),
    }
}

struct Incoming {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
}

impl<E: Engine> Endpoint<E> {
    async fn answer(&self, asked: Incoming, media: Media, about: About) -> Result<Response, Fault> {
        let by_get = asked.method == Method::GET;
        if !by_get && asked.method != Method::POST {
            return Err(wrong_method());
        }
        let credential = Credential::of(&asked.headers, &self.settings.public_origin)?;
        let params = params(&asked, by_get, &credential)?;
        let prepared = self.document(&params.asked, &credential)?;
        let admitted = prepared
            .admit(&params.variables, &self.settings.limits)
            .map_err(refused)?;
        if by_get && !admitted.reads_only() {
            return Err(wrong_method());
        }
        let name = params.operation_name.as_deref();
        if let Some(place) = admitted.missing_variable(name, &params.variables) {
            return Err(Fault::new(Code::ValidationFailed).at(vec![place]));
        }
        let kind = admitted.kind(name);
        let session = self.session(credential, admitted.meta_only, about).await?;
        if let (Some(_), Asked::Text(text)) = (&session, &params.asked) {
            self.shelf.keep(text, &prepared);
        }
        let mut execution = Execution::new("").variables(params.variables);
        execution.operation_name = params.operation_name;
        execution.set_parsed_query(admitted.document);
        if !self.settings.developer || session.is_none() {
            execution = execution.disable_introspection();
        }
        let answer = self.engine.execute(execution, session, about).await;
        let answer = answer.map_err(Fault::new)?;
        let mut response = answer::write(&answer, media, about.id).map_err(Fault::new)?;
        if let (true, Some(count)) = (self.settings.developer, answer.http_headers.get(STATEMENTS))
        {
            response.headers_mut().insert(STATEMENTS, count.clone());
        }
        if let Some(kind) = kind {
            Outcome::mark_kind(&mut response, word(kind));
        }
        Ok(response)
    }

    /// The document, if this caller may run it.
    fn document(&self, asked: &Asked, credential: &Credential) -> Result<Prepared, Fault> {
        let text = match asked {
            Asked::Known(id) => return listed(self.documents.by_id(id)),
            Asked::Text(text) => text,
        };
        let browser = matches!(credential, Credential::Browser(_));
        if browser && self.settings.trusted_documents_only {
            return listed(self.documents.by_text(text));
        }
        if let Some(kept) = self.shelf.get(text) {
            return Ok(kept);
        }
        guard::prepare(text, &self.settings.limits).map_err(refused)
    }

    async fn session(
        &self,
        credential: Credential,
        meta_only: bool,
        about: About,
    ) -> Result<Option<E::Session>, Fault> {
        match carrier(credential) {
            Some(carrier) => {
                let session = self.engine.authenticate(carrier, about).await;
                session.map(Some).map_err(Fault::new)
            }
            // No resolver of ours ever runs for a visitor.
            None if meta_only => Ok(None),
            None => Err(Fault::new(Code::Unauthenticated)),
        }
    }
}

fn listed(found: Option<&Result<Prepared, Refusal>>) -> Result<Prepared, Fault> {
    match found {
        Some(prepared) => prepared.clone().map_err(refused),
        None => Err(Fault::new(Code::UnknownDocument)),
    }
}

fn refused(refusal: Refusal) -> Fault {
    match refusal {
        Refusal::Cost(budget) => {
            counter!("trellis_guard_refusals_total", "budget" => budget).increment(1);
            Fault::new(Code::CostExceeded)
        }
        Refusal::Syntax(positions) => Fault::new(Code::ParseFailed).at(positions),
        Refusal::Invalid(position) => Fault::new(Code::ValidationFailed).at(vec![position]),
    }
}

fn wrong_method() -> Fault {
    Fault::new(Code::BadRequest).with_status(StatusCode::METHOD_NOT_ALLOWED)
}

fn params(asked: &Incoming, by_get: bool, credential: &Credential) -> Result<Params, Fault> {
    if !by_get {
        if !negotiate::sends_json(&asked.headers) {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(Fault::new(Code::BadRequest).with_status(status));
        }
        return Params::from_json(&asked.body);
    }
    // Addresses end up in histories and logs on the way: our own page never
    // asks by GET, and nobody can be led to.
    if matches!(credential, Credential::Browser(_)) {
        return Err(Fault::new(Code::Forbidden));
    }
    Params::from_uri(&asked.uri)
}

fn carrier(credential: Credential) -> Option<Carrier> {
    match credential {
        Credential::Browser(token) => token.map(Carrier::Browser),
        Credential::Bearer(token) => Some(Carrier::Bearer(token)),
        Credential::Visitor => None,
    }
}

fn word(kind: OperationType) -> &'static str {
    match kind {
        OperationType::Query => "query",
        OperationType::Mutation => "mutation",
        OperationType::Subscription => "subscription",
    }
}
