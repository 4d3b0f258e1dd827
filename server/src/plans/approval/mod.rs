//! A supervisor's word on a version: it binds to the hash of what was frozen, and nobody
//! gives it on their own work.

pub mod entity;

mod decide;
mod graphql;
mod inputs;
mod standing;
mod waiting;

pub(super) use graphql::{Approval, PlanApproval};
pub use graphql::{ApprovalMutation, ApprovalQuery};
pub(super) use standing::{ApprovalState, standing};
