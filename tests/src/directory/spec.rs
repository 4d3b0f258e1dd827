//! The official schemas and examples of HSDS, where they lie beside the repository.

use std::path::{Path, PathBuf};

use jsonschema::{Draft, Validator};
use serde_json::Value;

/// The folder with the official data; where there is none, says so and is none.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting")]
pub fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/hsds");
    let folder = std::env::var_os("HSDS_SPEC").map_or_else(beside, PathBuf::from);
    if folder.join("3.0/schema/compiled/service.json").is_file() {
        return Some(folder);
    }
    eprintln!(
        "HSDS_SPEC names no folder with the schemas of HSDS: only our own fixtures are tried"
    );
    None
}

pub fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The validator of a schema. The compiled ones do not name their draft.
fn validator(schema: &Value) -> Validator {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

/// The schema `name` of the official ones.
pub fn schema(folder: &Path, name: &str) -> Validator {
    validator(&read(&folder.join("3.0/schema").join(name)))
}

/// The schema `name` of the official ones that is not compiled: what an object says by itself.
/// The parts of it refer to other files.
pub fn plain(folder: &Path, name: &str) -> Validator {
    let mut schema = read(&folder.join("3.0/schema").join(name));
    let own = schema["properties"].as_object_mut().unwrap();
    own.retain(|_, field| !field.to_string().contains("\"$ref\""));
    validator(&schema)
}

/// What the root answers: also in the description of the API alone.
pub fn root(folder: &Path) -> Validator {
    let openapi = read(&folder.join("3.0/schema/openapi.json"));
    let answer = &openapi["paths"]["/"]["get"]["responses"]["200"]["content"];
    let mut root = answer["application/json"]["schema"].clone();
    root["required"] = serde_json::json!(["version", "profile", "openapi_url"]);
    validator(&root)
}

/// The head of a page, which is in the description of the API alone.
pub fn page(folder: &Path) -> Validator {
    let openapi = read(&folder.join("3.0/schema/openapi.json"));
    let mut page = openapi["components"]["schemas"]["Page"].clone();
    // It requires nothing; what it names is what a reader goes by.
    let names: Vec<String> = page["properties"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    page["required"] = names.into();
    validator(&page)
}

/// Says what is wrong with `value`.
pub fn holds(validator: &Validator, value: &Value, what: &str) {
    let wrong: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{what}: {wrong:#?}");
}
