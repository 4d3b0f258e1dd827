//! Somebody of the demonstration who does what people do, through the API's own acts.

use async_graphql::{Request, Variables};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::access::{Locale, RoleSet, Viewer, Who};
use crate::app::App;
use crate::error::{Fault, Refusal};
use crate::graphql::{Kind, Schema, attach, id, schema};

/// One of the people, signed in for the length of the story.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    /// The user.
    pub user: Uuid,
    /// The organisation.
    pub org: Uuid,
    /// The roles.
    pub roles: RoleSet,
}

/// Where acts are done.
pub(super) struct Stage<'a> {
    pub app: &'a App,
    schema: Schema,
    keys: u128,
}

impl<'a> Stage<'a> {
    /// `chapter` keeps the client keys of several stages apart.
    pub(super) fn new(app: &'a App, chapter: u128) -> Self {
        Self {
            app,
            schema: schema(),
            keys: chapter << 64,
        }
    }

    /// The opaque id of a colleague.
    pub(super) fn colleague(&self, actor: Actor) -> Result<String, Refusal> {
        id::id_of(self.app, Kind::User, actor.user)
    }

    /// Does `mutation` as `actor`, and gives what `success` selects of it. The demonstration
    /// is written so that no act is refused; one that is, is a fault.
    pub(super) async fn act(
        &mut self,
        actor: Actor,
        mutation: &str,
        success: &str,
        mut input: Value,
    ) -> Result<Value, Refusal> {
        self.keys += 1;
        let key = Uuid::from_u128(0x6465_6d6f << 96 | self.keys);
        if let Some(fields) = input.as_object_mut() {
            fields.insert("clientMutationKey".to_owned(), json!(key.to_string()));
        }
        let mut letters = mutation.chars();
        let pascal: String = letters
            .next()
            .map(|first| first.to_ascii_uppercase())
            .into_iter()
            .chain(letters)
            .collect();
        let document = format!(
            "mutation($input: {pascal}Input!) {{ {mutation}(input: $input) {{ ... on {pascal}Success {{ {success} }} \
             ... on ValidationProblem {{ fields {{ path code }} }} ... on Problem {{ problem: code }} }} }}"
        );
        let request =
            Request::new(document).variables(Variables::from_json(json!({ "input": input })));
        let who = Who {
            together: None,
            user: actor.user,
            org: actor.org,
            session: Uuid::nil(),
            roles: actor.roles,
            locale: Locale::En,
        };
        let lease = self.app.store().unscoped_lease();
        let viewer = Viewer::new(self.app.clone(), who, self.app.clock().new_id(), lease);
        let response = self.schema.execute(attach(request, viewer.clone())).await;
        viewer.flush_reads().await?;
        let answer = response
            .data
            .into_json()
            .ok()
            .and_then(|data| data.get(mutation).cloned())
            .unwrap_or_default();
        if response.errors.is_empty() && answer.get("problem").is_none() && answer.is_object() {
            Ok(answer)
        } else {
            tracing::error!(mutation, ?response.errors, %answer, "the demonstration's story does not hold");
            Err(Fault::Broken("an act of the demonstration was refused").into())
        }
    }
}
