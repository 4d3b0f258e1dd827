//! Answers as they come over the wire, to the byte.

use serde_json::Value;

use crate::world::World;

/// An answer, without what is another each time by design: the request's id and the date.
#[derive(Debug, PartialEq, Eq)]
pub struct Wire {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Wire {
    /// The body, read.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// `extensions.code` of the first error.
    pub fn code(&self) -> Option<String> {
        let code = &self.json()["errors"][0]["extensions"]["code"];
        code.as_str().map(str::to_owned)
    }
}

impl World {
    /// Posts a GraphQL request and keeps everything of the answer.
    pub async fn wire(&self, token: Option<&str>, document: &str, variables: &Value) -> Wire {
        let body = serde_json::json!({ "query": document, "variables": variables });
        let mut request = self
            .client()
            .post(format!("{}/graphql", self.base))
            .json(&body);
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let (mut headers, mut request_id) = (Vec::new(), String::new());
        for (name, value) in response.headers() {
            let (name, value) = (name.to_string(), value.to_str().unwrap().to_owned());
            match name.as_str() {
                "x-request-id" => request_id = value,
                "date" => {}
                _ => headers.push((name, value)),
            }
        }
        assert!(!request_id.is_empty(), "an answer without the request's id");
        let body = response
            .text()
            .await
            .unwrap()
            .replace(&request_id, "<request>");
        Wire {
            status,
            headers,
            body,
        }
    }
}
