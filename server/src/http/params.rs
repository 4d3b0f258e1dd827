//! The parameters of a GraphQL request, from a body or a query string.

use std::collections::HashMap;

use async_graphql::Variables;
use axum::http::Uri;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::code::Code;
use super::fault::Fault;

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// A document's text.
    Text(String),
    /// A document of this release, by hash.
    Known(String),
}

/// A GraphQL request's parameters.
#[derive(Debug)]
pub struct Params {
    /// The document.
    pub asked: Asked,
    /// Which of its operations.
    pub operation_name: Option<String>,
    /// The variables.
    pub variables: Variables,
}

/// As it is sent. Parameters we do not know are ignored, as the specification
/// wants; `extensions` must be a map, and is not looked into.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sent {
    query: Option<String>,
    document_id: Option<String>,
    operation_name: Option<String>,
    variables: Option<Variables>,
    #[serde(rename = "extensions")]
    _extensions: Option<HashMap<String, IgnoredAny>>,
}

/// As it is sent in a query string, where maps are JSON text.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SentInUrl {
    query: Option<String>,
    document_id: Option<String>,
    operation_name: Option<String>,
    variables: Option<String>,
    extensions: Option<String>,
}

impl Params {
    /// Reads a JSON body.
    ///
    /// # Errors
    /// `BAD_REQUEST` when it is not one JSON object, a parameter has the wrong
    /// type, or it names no document, or two. Lists (batches) are refused.
    pub fn from_json(body: &[u8]) -> Result<Self, Fault> {
        // serde would read a list as the fields in order.
        let first = body.iter().find(|byte| !byte.is_ascii_whitespace());
        if first != Some(&b'{') {
            return Err(bad());
        }
        serde_json::from_slice::<Sent>(body)
            .map_err(|_| bad())?
            .take()
    }

    /// Reads a query string.
    ///
    /// # Errors
    /// As for [`Params::from_json`].
    pub fn from_uri(uri: &Uri) -> Result<Self, Fault> {
        let axum::extract::Query(sent) =
            axum::extract::Query::<SentInUrl>::try_from_uri(uri).map_err(|_| bad())?;
        Sent {
            query: sent.query,
            document_id: sent.document_id,
            operation_name: sent.operation_name,
            variables: json(sent.variables)?,
            _extensions: json(sent.extensions)?,
        }
        .take()
    }
}

impl Sent {
    fn take(self) -> Result<Params, Fault> {
        let asked = match (self.query, self.document_id) {
            (Some(text), None) => Asked::Text(text),
            (None, Some(id)) => Asked::Known(id),
            _ => return Err(bad()),
        };
        Ok(Params {
            asked,
            operation_name: self.operation_name,
            variables: self.variables.unwrap_or_default(),
        })
    }
}

fn json<T: serde::de::DeserializeOwned>(text: Option<String>) -> Result<Option<T>, Fault> {
    match text {
        Some(text) => serde_json::from_str(&text).map_err(|_| bad()),
        None => Ok(None),
    }
}

fn bad() -> Fault {
    Fault::new(Code::BadRequest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_one_document() {
        let params = Params::from_json(br#" {"query": "{a}", "variables": {"b": [1]}, "x": 1}"#);
        let params = params.unwrap();
        assert_eq!(params.asked, Asked::Text(String::from("{a}")));
        assert_eq!(params.variables.len(), 1);
        let params = Params::from_json(br#"{"documentId": "sha256:ab", "query": null}"#).unwrap();
        assert_eq!(params.asked, Asked::Known(String::from("sha256:ab")));
    }

    #[test]
    fn anything_else_is_refused() {
        for body in [
            r#"[{"query": "{a}"}]"#,
            r#"["{a}", null, null, null, null]"#,
            r#"{}"#,
            r#"{"query": null}"#,
            r#"{"query": 1}"#,
            r#"{"query": "{a}", "documentId": "sha256:ab"}"#,
            r#"{"query": "{a}", "operationName": ["a"]}"#,
            r#"{"query": "{a}", "variables": "{}"}"#,
            r#"{"query": "{a}", "variables": []}"#,
            r#"{"query": "{a}", "extensions": []}"#,
            r#"{"query": "{a}", "extensions": "x"}"#,
            r#"{"query": "{a}"} {"#,
            r#"{"query": "{a}", "query": "{b}"}"#,
            r#"{"query": "{a"#,
            r#""{a}""#,
            "",
        ] {
            assert_eq!(
                Params::from_json(body.as_bytes()).err(),
                Some(bad()),
                "{body}"
            );
        }
        assert!(Params::from_json(b"{\"query\": \"\xff\"}").is_err());
    }

    #[test]
    fn deep_json_neither_passes_nor_overflows() {
        let deep = format!(
            r#"{{"query":"{{a}}","variables":{{"a":{}"#,
            "[".repeat(500_000)
        );
        assert_eq!(Params::from_json(deep.as_bytes()).err(), Some(bad()));
    }

    #[test]
    fn a_query_string_holds_maps_as_json() {
        let uri = |text: &'static str| Uri::from_static(text);
        let params = Params::from_uri(&uri("/graphql?query=%7Ba%7D&variables=%7B%22b%22:1%7D"));
        assert_eq!(params.unwrap().variables.len(), 1);
        assert!(Params::from_uri(&uri("/graphql?query=%7Ba%7D&variables=1")).is_err());
        assert!(Params::from_uri(&uri("/graphql")).is_err());
    }
}
