//! The immediate recovery plan (rules 63, 64): written while the child is missing, lived
//! by from the hour of recovery on.

pub mod entity;

mod activate;
mod done;
mod graphql;
mod inputs;
mod model;
mod start;
mod write;

pub use activate::recovered;
pub(super) use graphql::ImmediateMutation;
pub use graphql::{ImmediatePlan, immediate_plans_by_id};
pub(super) use model::ImmediateState;
