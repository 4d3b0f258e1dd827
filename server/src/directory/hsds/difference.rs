//! What an import changes, in a line a person can read.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::entity::RecordKind;

/// Letters of a value that are shown.
const SHOWN: usize = 60;

/// Fields that say when somebody looked, and nothing of the thing itself.
const KEPT_BY_MACHINES: [&str; 3] = ["last_modified", "metadata", "assured_date"];

/// A record that was not there.
pub(super) fn new(kind: RecordKind, id: Uuid, document: &Map<String, Value>) -> String {
    format!("+ {} {id}{}", kind.code(), named(document))
}

/// The names of the fields that say something else of the thing itself now.
pub(super) fn news(was: &Map<String, Value>, now: &Map<String, Value>) -> Vec<String> {
    let told = fields(was, now).into_iter();
    told.filter(|field| !KEPT_BY_MACHINES.contains(&field.as_str()))
        .cloned()
        .collect()
}

/// The fields that say something else now, by name.
fn fields<'d>(was: &'d Map<String, Value>, now: &'d Map<String, Value>) -> Vec<&'d String> {
    let mut fields: Vec<&String> = was.keys().chain(now.keys()).collect();
    fields.sort();
    fields.dedup();
    fields.retain(|field| was.get(*field) != now.get(*field));
    fields
}

/// A record that had said something else.
pub(super) fn changed(
    kind: RecordKind,
    id: Uuid,
    was: &Map<String, Value>,
    now: &Map<String, Value>,
) -> String {
    let changes: Vec<String> = fields(was, now)
        .into_iter()
        .map(|field| {
            let (was, now) = (was.get(field), now.get(field));
            format!("{field}: {} -> {}", shown(was), shown(now))
        })
        .collect();
    let changes = match changes.is_empty() {
        true => "what it belongs to".to_owned(),
        false => changes.join("; "),
    };
    format!("~ {} {id}{}: {changes}", kind.code(), named(now))
}

fn named(document: &Map<String, Value>) -> String {
    match document.get("name").and_then(Value::as_str) {
        Some(name) => format!(" \u{201c}{}\u{201d}", cut(name)),
        None => String::new(),
    }
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "nothing".to_owned(),
        Some(Value::String(text)) => format!("\u{201c}{}\u{201d}", cut(text)),
        Some(Value::Array(list)) => format!("{} of them", list.len()),
        Some(Value::Object(_)) => "other details".to_owned(),
        Some(plain) => plain.to_string(),
    }
}

/// A text in one line that no terminal takes for a command.
fn cut(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let mut cut: String = text.chars().take(SHOWN).map(plain).collect();
    if text.chars().count() > SHOWN {
        cut.push('\u{2026}');
    }
    cut
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rule_078_a_difference_names_the_fields_and_what_they_said() {
        let map = |value: Value| value.as_object().cloned().unwrap();
        let was = map(json!({ "name": "Fern", "fees": "none", "phones": [1] }));
        let now = map(json!({ "name": "Fern\u{1b}[2J", "phones": [1, 2] }));
        assert_eq!(
            changed(RecordKind::Service, Uuid::nil(), &was, &now),
            "~ service 00000000-0000-0000-0000-000000000000 \u{201c}Fern [2J\u{201d}: fees: \u{201c}none\u{201d} -> nothing; \
             name: \u{201c}Fern\u{201d} -> \u{201c}Fern [2J\u{201d}; phones: 1 of them -> 2 of them"
        );
    }
}
