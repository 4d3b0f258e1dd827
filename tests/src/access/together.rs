//! The together view leaves a session what the view needs and nothing else: every root field
//! of the schema is walked, over HTTP and past the gate before it.

use std::collections::BTreeSet;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use async_graphql::{Request, Variables};
use serde_json::{Value, json};
use server::access::{Relation, Role};
use server::accounts::authenticate;
use server::accounts::entity::SessionKind;
use uuid::Uuid;

use super::probes;
use super::stage::Stage;
use crate::both;
use crate::world::Persona;

/// What the view needs.
const VIEW: [&str; 9] = [
    "together",
    "togetherCopingChoose",
    "togetherGoalAdd",
    "togetherGoalAnswer",
    "togetherLeave",
    "togetherNotNow",
    "togetherRightExplained",
    "togetherSafePersonChoose",
    "togetherVoiceRecord",
];

/// The root fields of the schema, each with the word that asks it.
fn roots() -> Vec<(&'static str, String)> {
    let document = parse_schema(server::graphql::sdl()).unwrap();
    let mut roots = Vec::new();
    for definition in document.definitions {
        let TypeSystemDefinition::Type(ty) = definition else {
            continue;
        };
        let word = match ty.node.name.node.as_str() {
            "Query" => "query",
            "Mutation" => "mutation",
            _ => continue,
        };
        if let TypeKind::Object(object) = ty.node.kind {
            let fields = object.fields.iter();
            roots.extend(fields.map(|field| (word, field.node.name.node.to_string())));
        }
    }
    roots
}

/// Whether an answer tells anything or did anything: a root field that is neither null nor
/// empty nor a problem.
fn told(answer: &Value) -> bool {
    let fields = answer.as_object().into_iter().flatten();
    fields.into_iter().any(|(_, value)| {
        let problem = value["__typename"].as_str();
        let problem = problem.is_some_and(|name| name.ends_with("Problem"));
        let edges = value["edges"].as_array().is_some_and(Vec::is_empty);
        let nothing = value.is_null() || *value == json!([]) || *value == json!([null]);
        !(problem || edges || nothing)
    })
}

/// What the schema answers a person's token, as if there were no gate before it.
async fn past_the_gate(stage: &Stage, who: &Persona, document: &str, variables: Value) -> Value {
    let app = &stage.world.app;
    let viewer = authenticate(app, &who.token, SessionKind::Api, Uuid::from_u128(5));
    let viewer = viewer.await.ok().unwrap();
    let request = Request::new(document).variables(Variables::from_json(variables));
    let schema = server::graphql::schema();
    let response = server::graphql::execute(&schema, request, &viewer).await;
    viewer.flush_reads().await.unwrap();
    response.data.into_json().unwrap()
}

both! {
    /// Rule 77: what she does not see on paper she does not find behind the screen either.
    async fn rule_077_every_root_field_but_the_views_is_refused_in_the_together_view(world) {
        let stage = Stage::new(world).await;
        let who = stage.player(Role::Supervisor, Relation::Together).await;
        let mut allowed = BTreeSet::new();
        for (word, field) in roots() {
            for document in [
                format!("{word} {{ {field} }}"),
                format!("{word} {{ ... on {} {{ named: {field} }} }}", if word == "query" { "Query" } else { "Mutation" }),
                format!("{word} {{ __typename ...rest }} fragment rest on {} {{ {field} }}", if word == "query" { "Query" } else { "Mutation" }),
            ] {
                let answer = stage.world.wire(Some(&who.token), &document, &json!({})).await;
                if answer.code().as_deref() == Some("TOGETHER") {
                    assert_eq!(answer.json().get("data"), None, "{document}");
                } else {
                    allowed.insert(field.clone());
                }
            }
        }
        assert_eq!(allowed.iter().map(String::as_str).collect::<Vec<_>>(), VIEW);
        for document in ["{ __schema { queryType { name } } }", "{ together { alias } cases { totalCount } }"] {
            let answer = stage.world.wire(Some(&who.token), document, &json!({})).await;
            assert_eq!(answer.code().as_deref(), Some("TOGETHER"), "{document}");
        }
    }

    /// The policy and the scopes of tables refuse by themselves: a route that is added beside
    /// GraphQL meets them too.
    async fn rule_077_without_the_gate_all_but_the_view_is_refused_as_well(world) {
        let stage = Stage::new(world).await;
        let chief = stage.player(Role::Supervisor, Relation::Together).await;
        // One who holds every office, besides.
        let roles = ["SUPERVISOR", "RESOURCE_SPECIALIST", "ADMIN", "PRIVACY_OFFICER", "DIRECTORY_CURATOR", "INTAKE"];
        stage.world.act(&stage.chief, "userRolesSet", "user { id }", json!({ "id": chief.opaque, "roles": roles })).await.done();
        for probe in probes::all() {
            // What an organisation wants of its plans and releases, and the law, is of nobody.
            let of_nobody = ["planSettings", "releaseLimits", "mandatedReports"];
            if VIEW.contains(&probe.field) || of_nobody.contains(&probe.field) {
                continue;
            }
            let (document, variables) = stage.document(&probe);
            let answer = past_the_gate(&stage, &chief, &document, variables).await;
            assert!(!told(&answer), "{} told {answer}", probe.field);
        }
        stage.untouched().await;
    }

    /// Of her own goal there is its text in the view, and nothing by its id.
    async fn rule_077_the_ids_of_the_view_open_nothing_else(world) {
        let stage = Stage::new(world).await;
        let who = stage.player(Role::ResourceSpecialist, Relation::Together).await;
        let node = "query($id: ID!) { node(id: $id) { __typename ... on Goal { text steps { text } } } }";
        for record in ["goal", "plan", "case", "strength", "step", "contact", "episode"] {
            let id = json!({ "id": stage.id(record) });
            let answer = past_the_gate(&stage, &who, node, id).await;
            assert!(answer["node"].is_null(), "{record}: {answer}");
        }
    }
}
