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

use async_graphql::Pos;
use async_graphql::parser::types::{ExecutableDocument, OperationType};
use async_graphql::{Variables, parser};

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

/// Parses `text` if it is within `limits`.
///
/// Every operation and fragment counts, also those that are not asked for:
/// async-graphql validates them all. `variables` are consulted for page
/// lengths.
///
/// # Errors
/// See [`Refusal`].
pub fn admit(
    text: &str,
    variables: &Variables,
    limits: &Limits,
) -> Result<ExecutableDocument, Refusal> {
    scan::scan(text, limits)?;
    let document =
        parser::parse_query(text).map_err(|error| Refusal::Syntax(error.positions().collect()))?;
    counts::Counts::check(&document, limits)?;
    within_budget(&document, variables, limits)?;
    Ok(document)
}

fn within_budget(
    document: &ExecutableDocument,
    variables: &Variables,
    limits: &Limits,
) -> Result<(), Refusal> {
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
    Ok(())
}
