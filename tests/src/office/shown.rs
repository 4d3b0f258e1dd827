//! Answers as snapshots keep them.

use serde_json::Value;

/// The answer with its ids numbered in the order in which they come: the server makes
/// them anew each time.
pub fn shown(answer: &Value) -> String {
    let mut answer = answer.clone();
    let mut known = Vec::new();
    number(&mut answer, &mut known);
    serde_json::to_string_pretty(&answer).unwrap()
}

fn number(value: &mut Value, known: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| number(value, known)),
        Value::Object(fields) => fields.values_mut().for_each(|value| number(value, known)),
        Value::String(text) if is_id(text) => {
            let place = known.iter().position(|id| id == text).unwrap_or_else(|| {
                known.push(text.clone());
                known.len() - 1
            });
            *text = format!("[id {}]", place + 1);
        }
        _ => {}
    }
}

fn is_id(text: &str) -> bool {
    text.len() >= 40
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
