//! A worker with one case, over HTTP.

use serde_json::{Value, json};
use server::app::App;
use server::graphql::{Kind, id::id_of};

use crate::bench::acts::sign_in;
use crate::bench::office::{Of, Office};
use crate::bench::process::Process;
use crate::bench::wire::Wire;

pub struct Desk {
    app: App,
    wire: Wire,
    bearer: String,
}

impl Desk {
    /// The first specialist.
    pub async fn open(server: &Process, app: &App, office: &Office) -> Self {
        let tokens = sign_in(&server.address, office, 1).await;
        Self {
            app: app.clone(),
            wire: Wire::open(&server.address).await.unwrap(),
            bearer: format!("Authorization: Bearer {}\r\n", tokens[&(false, 0)]),
        }
    }

    /// The opaque id of one of the specialist's cases.
    pub fn case(&self, office: &Office, n: u64) -> String {
        let case = office.id(Of::Case, office.case_of(0, n));
        id_of(&self.app, Kind::Case, case).unwrap()
    }

    /// The data of an answer.
    pub async fn ask(&mut self, document: &str, variables: &Value) -> Value {
        let body = json!({ "query": document, "variables": variables }).to_string();
        let reply = self
            .wire
            .post("/graphql", &self.bearer, &body)
            .await
            .unwrap();
        assert!(reply.good(), "{} {document} {variables}", reply.text());
        let mut answer: Value = serde_json::from_slice(reply.body).unwrap();
        answer["data"].take()
    }

    /// The file that is answered.
    pub async fn file(&mut self, path: &str, body: &Value) -> Vec<u8> {
        let reply = self
            .wire
            .post(path, &self.bearer, &body.to_string())
            .await
            .unwrap();
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.body.to_vec()
    }

    /// Does something; `shown` of what it made.
    pub async fn act(&mut self, name: &str, shown: &str, mut input: Value) -> Value {
        input["clientMutationKey"] = json!(self.app.clock().new_id());
        let (first, rest) = name.split_at(1);
        let kind = format!("{}{rest}", first.to_uppercase());
        let document = format!(
            "mutation($input: {kind}Input!) {{ {name}(input: $input) {{ ... on {kind}Success {{ {shown} }} \
             ... on Problem {{ __typename code message }} ... on ValidationProblem {{ fields {{ path code }} }} }} }}"
        );
        self.ask(&document, &json!({ "input": input })).await[name].take()
    }
}
