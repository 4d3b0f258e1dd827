//! Facts of a case that change while it goes on: custody, community, jurisdiction. What was
//! is kept, with who said so, since which day, and why.

pub mod entity;

mod change;
mod graphql;
mod inputs;

pub use graphql::{CaseFactChange, FactsMutation};
