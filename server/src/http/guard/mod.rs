//! The document guard: what a GraphQL document may cost, decided before
//! async-graphql sees it.
//!
//! async-graphql spreads fragments out while it validates, so a kilobyte of
//! fragments that each spread the next one twice costs it minutes and
//! gigabytes, whatever its depth and complexity limits say (they are asked
//! after the expansion). This guard is linear in the document: one walk over
//! the bytes before parsing ([`scan`]), one over the tree for what can be
//! counted in place ([`counts`]), one that follows fragments but measures each
//! only once and saturates ([`measure`]).

mod budget;
mod counts;
mod measure;
mod paging;
mod scan;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use async_graphql::parser::types::{ExecutableDocument, OperationDefinition, OperationType};
use async_graphql::{Pos, Positioned, Value, Variables, parser};

pub use self::budget::Limits;

/// Why a document is not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Over a budget; the budget's name is for the metrics alone.
    Cost(&'static str),
    /// Not GraphQL; where it breaks.
    Syntax(Vec<Pos>),
    /// Known to be invalid without the schema.
    Invalid(Pos),
}

impl Refusal {
    fn cost(budget: &'static str) -> Self {
        Self::Cost(budget)
    }
}

/// A document within its budgets.
#[derive(Debug)]
pub struct Admitted {
    /// The document, parsed.
    pub document: ExecutableDocument,
    /// Whether it asks only about the schema (`__typename`, `__type`,
    /// `__schema`), so that no resolver of ours would run.
    pub meta_only: bool,
}

impl Admitted {
    /// The operation that `name` selects, if it selects one.
    fn selected(&self, name: Option<&str>) -> Option<&Positioned<OperationDefinition>> {
        let mut named = self.document.operations.iter();
        let selected = match name {
            Some(name) => named.find(|(other, _)| other.is_some_and(|other| other == name)),
            None if named.len() == 1 => named.next(),
            None => None,
        };
        selected.map(|(_, operation)| operation)
    }

    /// The kind of the operation that `name` selects, if it selects one.
    #[must_use]
    pub fn kind(&self, name: Option<&str>) -> Option<OperationType> {
        self.selected(name).map(|operation| operation.node.ty)
    }

    /// Where the selected operation declares a variable that must have a value
    /// and was given none. async-graphql would notice only when a field that
    /// uses it runs, perhaps after others have run.
    #[must_use]
    pub fn missing_variable(&self, name: Option<&str>, variables: &Variables) -> Option<Pos> {
        let definitions = &self.selected(name)?.node.variable_definitions;
        let missing = definitions.iter().find(|definition| {
            let absent = match variables.get(&definition.node.name.node) {
                Some(Value::Null) => true,
                Some(_) => false,
                None => definition.node.default_value.is_none(),
            };
            absent && !definition.node.var_type.node.nullable
        });
        missing.map(|definition| definition.pos)
    }

    /// Whether every operation is a query.
    #[must_use]
    pub fn reads_only(&self) -> bool {
        let mut operations = self.document.operations.iter();
        operations.all(|(_, operation)| operation.node.ty == OperationType::Query)
    }
}

/// A parsed document whose text is within its budgets. What it costs to run
/// depends on the variables too.
///
/// Parsing takes longer than all else that happens to a small request, and
/// copying the result a seventieth of it: so this is what is worth keeping.
#[derive(Clone, Debug)]
pub struct Prepared(Arc<ExecutableDocument>);

/// Parses `text` if it is within `limits`.
///
/// # Errors
/// See [`Refusal`].
pub fn prepare(text: &str, limits: &Limits) -> Result<Prepared, Refusal> {
    scan::scan(text, limits)?;
    let document =
        parser::parse_query(text).map_err(|error| Refusal::Syntax(error.positions().collect()))?;
    counts::Counts::check(&document, limits)?;
    Ok(Prepared(Arc::new(document)))
}

impl Prepared {
    /// The document to run, if it is within `limits` with these `variables`,
    /// which are consulted for page lengths.
    ///
    /// Every operation and fragment counts, also those that are not asked for:
    /// async-graphql validates them all.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn admit(&self, variables: &Variables, limits: &Limits) -> Result<Admitted, Refusal> {
        let meta_only = within_budget(&self.0, variables, limits)?;
        Ok(Admitted {
            document: ExecutableDocument::clone(&self.0),
            meta_only,
        })
    }
}

/// Whether the operations are about the schema alone, if they are within
/// budget.
fn within_budget(
    document: &ExecutableDocument,
    variables: &Variables,
    limits: &Limits,
) -> Result<bool, Refusal> {
    let pages = paging::Pages::new(document, variables, limits.default_page);
    let mut measurer = measure::Measurer::new(document, pages);
    let mut total = measure::Measure::default();
    for (_, operation) in document.operations.iter() {
        let measure = measurer.set(&operation.node.selection_set.node)?;
        let roots = match operation.node.ty {
            OperationType::Mutation => limits.mutation_roots,
            OperationType::Query | OperationType::Subscription => limits.query_roots,
        };
        if measure.fields > roots {
            return Err(Refusal::cost("roots"));
        }
        total.add(measure);
    }
    let meta_only = total.fields == total.meta_fields;
    // Fragments that no operation uses are still walked by the validator.
    for fragment in document.fragments.values() {
        total.add(measurer.set(&fragment.node.selection_set.node)?);
    }
    if total.depth > limits.depth {
        return Err(Refusal::cost("depth"));
    }
    if total.selections > limits.selections {
        return Err(Refusal::cost("selections"));
    }
    if total.cost > limits.cost {
        return Err(Refusal::cost("cost"));
    }
    Ok(meta_only)
}
