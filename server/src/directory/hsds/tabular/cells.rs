//! What a cell says, by the type of its column, and back.

use std::collections::BTreeMap;

use serde_json::{Number, Value};

/// The type of a column, as a data package names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Words.
    Text,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// JSON: lists, objects, and columns that hold now this and now that.
    Json,
}

impl Type {
    /// By the name that a data package gives; what is not known is words.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "number" | "integer" => Self::Number,
            "boolean" => Self::Boolean,
            "object" | "array" | "any" => Self::Json,
            _ => Self::Text,
        }
    }

    /// Its name in a data package.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Json => "any",
        }
    }

    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::String(_) => Some(Self::Text),
            Value::Number(_) => Some(Self::Number),
            Value::Bool(_) => Some(Self::Boolean),
            Value::Array(_) | Value::Object(_) => Some(Self::Json),
        }
    }
}

/// What stands in `cell`; none where nothing does. What is not of its type stays words, so
/// that who judges the object says what is wrong.
pub(super) fn read(cell: &str, of: Type) -> Option<Value> {
    if cell.is_empty() {
        return None;
    }
    let words = || Value::String(cell.to_owned());
    Some(match of {
        Type::Text => words(),
        Type::Number => {
            serde_json::from_str::<Number>(cell).map_or_else(|_| words(), Value::Number)
        }
        Type::Boolean => match cell.to_ascii_lowercase().as_str() {
            "true" | "1" => Value::Bool(true),
            "false" | "0" => Value::Bool(false),
            _ => words(),
        },
        Type::Json => serde_json::from_str(cell).unwrap_or_else(|_| words()),
    })
}

/// The cell that says `value` in a column of type `of`.
pub(super) fn write(value: &Value, of: Type) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if of != Type::Json => text.clone(),
        other => other.to_string(),
    }
}

/// The columns of a table in the order in which they came, each with the one type that
/// holds all it says.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    order: Vec<String>,
    types: BTreeMap<String, Option<Type>>,
}

impl Columns {
    /// Takes note that `column` says `value` somewhere.
    pub(super) fn note(&mut self, column: &str, value: &Value) {
        let told = Type::of(value);
        match self.types.get_mut(column) {
            None => {
                self.order.push(column.to_owned());
                self.types.insert(column.to_owned(), told);
            }
            Some(known) => {
                *known = match (*known, told) {
                    (None, other) | (other, None) => other,
                    (Some(one), Some(other)) if one == other => Some(one),
                    _ => Some(Type::Json),
                };
            }
        }
    }

    /// The columns with their types.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, Type)> {
        self.order.iter().map(|column| {
            let of = self.types.get(column).copied().flatten();
            (column.as_str(), of.unwrap_or(Type::Text))
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rule_078_a_cell_says_what_its_column_holds() {
        assert_eq!(read("", Type::Number), None);
        assert_eq!(read("12", Type::Number), Some(json!(12)));
        assert_eq!(read("30.25", Type::Number), Some(json!(30.25)));
        assert_eq!(read("twelve", Type::Number), Some(json!("twelve")));
        assert_eq!(read("00501", Type::Text), Some(json!("00501")));
        assert_eq!(read("TRUE", Type::Boolean), Some(json!(true)));
        assert_eq!(read("{\"a\":[1]}", Type::Json), Some(json!({ "a": [1] })));
    }

    #[test]
    fn rule_078_a_column_of_several_types_loses_none() {
        let mut columns = Columns::default();
        let values = [
            json!("7"),
            json!(7),
            json!(null),
            json!(false),
            json!({ "a": 1 }),
        ];
        values.iter().for_each(|value| columns.note("x", value));
        let of = columns.all().next().unwrap().1;
        for value in values.iter().filter(|value| !value.is_null()) {
            assert_eq!(read(&write(value, of), of).as_ref(), Some(value));
        }
    }
}
