//! What came back.

use serde_json::Value;

/// An answer over HTTP.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub json: Value,
    /// SQL statements that it took.
    pub statements: u32,
    /// The mutation that was asked for, when it was one.
    pub root: Option<String>,
}

impl Answer {
    pub(super) async fn of(response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let statements = response
            .headers()
            .get("x-statements")
            .map_or(0, |n| n.to_str().unwrap().parse().unwrap());
        let text = response.text().await.unwrap();
        let json = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Self {
            status,
            json,
            statements,
            root: None,
        }
    }

    /// The data; an error in the answer stops the test.
    pub fn data(&self) -> &Value {
        assert!(self.json.get("errors").is_none(), "{:#}", self.json);
        &self.json["data"]
    }

    /// What the mutation answered: its success or its problem.
    pub fn outcome(&self) -> &Value {
        &self.data()[self.root.as_deref().expect("a mutation")]
    }

    /// The success; a problem stops the test.
    pub fn done(&self) -> &Value {
        let outcome = self.outcome();
        let name = outcome["__typename"].as_str().unwrap();
        assert!(name.ends_with("Success"), "{outcome:#}");
        outcome
    }

    /// The type of the problem; a success stops the test.
    pub fn problem(&self) -> &str {
        let name = self.outcome()["__typename"].as_str().unwrap();
        assert!(name.ends_with("Problem"), "{:#}", self.outcome());
        name
    }

    /// The wrong fields as `path code`, in order.
    pub fn wrong(&self) -> Vec<String> {
        assert_eq!(self.problem(), "ValidationProblem");
        let fields = self.outcome()["fields"].as_array().unwrap().iter();
        fields
            .map(|field| {
                let path: Vec<_> = field["path"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|part| part.as_str().unwrap())
                    .collect();
                format!("{} {}", path.join("."), field["code"].as_str().unwrap())
            })
            .collect()
    }

    /// The codes of the errors.
    pub fn codes(&self) -> Vec<&str> {
        let errors = self.json["errors"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        errors
            .iter()
            .map(|error| error["extensions"]["code"].as_str().unwrap_or("none"))
            .collect()
    }
}
