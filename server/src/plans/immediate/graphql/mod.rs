//! Immediate plans in GraphQL.

mod mutation;
mod plan;

pub use mutation::ImmediateMutation;
pub use plan::{ImmediatePlan, immediate_plans_by_id};
