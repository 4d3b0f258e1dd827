//! How many times the children of a field are resolved.

use std::collections::HashMap;

use async_graphql::Variables;
use async_graphql::parser::types::{ExecutableDocument, Field};
use async_graphql_value::{ConstValue, Value};

/// Page lengths of one document with its variables.
pub(super) struct Pages<'a> {
    variables: &'a Variables,
    /// By variable, the greatest default of any operation.
    defaults: HashMap<&'a str, u64>,
    default_page: u64,
}

impl<'a> Pages<'a> {
    pub(super) fn new(
        document: &'a ExecutableDocument,
        variables: &'a Variables,
        default_page: u64,
    ) -> Self {
        let mut defaults = HashMap::new();
        let definitions = document
            .operations
            .iter()
            .flat_map(|(_, operation)| &operation.node.variable_definitions);
        for definition in definitions {
            if let Some(count) = definition
                .node
                .default_value
                .as_ref()
                .map(|d| count(&d.node))
            {
                let known: &mut u64 = defaults
                    .entry(definition.node.name.node.as_str())
                    .or_default();
                *known = count.max(*known);
            }
        }
        Self {
            variables,
            defaults,
            default_page,
        }
    }

    /// The factor a field puts on everything below it: the larger of `first`
    /// and `last`; the number of `ids` asked for; the default page when it
    /// holds `edges` or `nodes` without saying how many; else one.
    ///
    /// Never less than one: `first: 0` must not make what is below it free,
    /// since it is validated all the same.
    pub(super) fn of(&self, field: &Field, holds_page: bool) -> u64 {
        let named = field
            .arguments
            .iter()
            .filter(|(name, _)| matches!(name.node.as_str(), "first" | "last" | "ids"))
            .filter_map(|(_, value)| self.argument(&value.node))
            .max();
        let unnamed = if holds_page { self.default_page } else { 1 };
        named.unwrap_or(unnamed).max(1)
    }

    fn argument(&self, value: &Value) -> Option<u64> {
        match value {
            Value::Number(number) => Some(number.as_u64().unwrap_or(1)),
            Value::List(items) => Some(items.len() as u64),
            Value::Variable(name) => match self.variables.get(name) {
                Some(ConstValue::Null) | None => self.defaults.get(name.as_str()).copied(),
                Some(value) => Some(count(value)),
            },
            _ => None,
        }
    }
}

/// A number as itself, a list as its length. Anything else (a negative length
/// too) is the validator's to refuse, and counts as one.
fn count(value: &ConstValue) -> u64 {
    match value {
        ConstValue::Number(number) => number.as_u64().unwrap_or(1),
        ConstValue::List(items) => items.len() as u64,
        _ => 1,
    }
}
