//! Runs GraphQL for the HTTP layer: reads who asks, executes, and lets the answer go
//! only when its reads are written down.

use async_graphql::parser::types::{Selection, SelectionSet};
use async_graphql::{Request, Response};

use super::fault::log_fault;
use super::{Schema, execute};
use crate::access::Viewer;
use crate::accounts::entity::SessionKind;
use crate::accounts::{AuthFault, authenticate};
use crate::app::App;
use crate::error::Refusal;
use crate::http::code::Code;
use crate::http::engine::{About, Carrier, Engine, STATEMENTS};
use crate::plans::TOGETHER_ROOTS;

/// The schema and what it works on.
#[derive(Clone)]
pub struct Graph {
    app: App,
    schema: Schema,
}

impl Graph {
    /// Runs `schema` on `app`.
    pub fn new(app: App, schema: Schema) -> Self {
        Self { app, schema }
    }
}

impl Engine for Graph {
    type Session = Viewer;

    async fn authenticate(&self, carrier: Carrier, about: About) -> Result<Viewer, Code> {
        let (token, kind) = match &carrier {
            Carrier::Browser(token) => (token, SessionKind::Browser),
            Carrier::Bearer(token) => (token, SessionKind::Api),
        };
        authenticate(&self.app, token.expose(), kind, about.id.0)
            .await
            .map_err(|fault| match fault {
                AuthFault::NotSignedIn => Code::Unauthenticated,
                AuthFault::Fault(refusal) => ours(&refusal, about),
            })
    }

    async fn execute(
        &self,
        mut request: Request,
        session: Option<Viewer>,
        about: About,
    ) -> Result<Response, Code> {
        let Some(viewer) = session else {
            return Ok(self.schema.execute(request).await);
        };
        if viewer.together().is_some() && !is_together(&mut request) {
            return Err(Code::Together);
        }
        let response = execute(&self.schema, request, &viewer).await;
        viewer
            .flush_reads()
            .await
            .map_err(|refusal| ours(&refusal, about))?;
        metrics::histogram!("trellis_statements").record(f64::from(viewer.statements()));
        Ok(count(response, &viewer))
    }
}

/// Whether each root field that a document could reach is one of the together view. What
/// answers there asks the policy again; this keeps all else from being asked at all.
fn is_together(request: &mut Request) -> bool {
    let Ok(document) = request.parsed_query() else {
        return false;
    };
    let fragments = document.fragments.values();
    // A fragment may be spread at the root whatever its type is called; those on other types
    // are told apart by their condition.
    let rooted = fragments.filter(|fragment| {
        let on = fragment.node.type_condition.node.on.node.as_str();
        on == "Query" || on == "Mutation"
    });
    let rooted = rooted.map(|fragment| &fragment.node.selection_set.node);
    let operations = document.operations.iter();
    let operations = operations.map(|(_, operation)| &operation.node.selection_set.node);
    operations.chain(rooted).all(roots_are_together)
}

/// Spreads are looked at where their fragment is declared.
fn roots_are_together(set: &SelectionSet) -> bool {
    set.items.iter().all(|item| match &item.node {
        Selection::Field(field) => TOGETHER_ROOTS.contains(&field.node.name.node.as_str()),
        Selection::InlineFragment(inner) => roots_are_together(&inner.node.selection_set.node),
        Selection::FragmentSpread(_) => true,
    })
}

/// How many statements the answer cost, for the budget tests and the bench: a number of
/// the server's work, in a header.
fn count(response: Response, viewer: &Viewer) -> Response {
    let mut response = response;
    if let Ok(value) = viewer.statements().to_string().parse() {
        response.http_headers.insert(STATEMENTS, value);
    }
    response
}

fn ours(refusal: &Refusal, about: About) -> Code {
    match refusal {
        Refusal::Fault(fault) => {
            log_fault(fault, about.id.0);
            Code::Internal
        }
        _ => Code::Unauthenticated,
    }
}
