//! How a plan ends: what came of each goal, what remains, how to stay in touch (rule 76).

pub mod entity;

mod act;
mod graphql;
mod inputs;

pub use graphql::EndingMutation;
pub(super) use graphql::PlanEnding;
