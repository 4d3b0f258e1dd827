//! Case staffings: when a team sits down, what for, and over which cases.
//!
//! Somebody sees a staffing when one of its cases is in reach, or when they facilitate it,
//! and of its cases only those in reach. Its purpose is about several cases at once, so it
//! is sealed under the organisation's key.

pub mod entity;
pub mod model;

mod agenda;
mod cancel;
mod coming;
mod graphql;
mod inputs;
mod loaders;
mod read;
mod schedule;

pub use graphql::{OnCase, Staffing, StaffingConnection, StaffingMutation, StaffingQuery};
pub use loaders::StaffingLoaders;
pub use read::{by_ids, next};
