//! Where a case stands: the moves it may make, its closing and its reopening, and how it
//! stood from when to when.

pub mod entity;

mod act;
mod close;
mod graphql;
mod inputs;
mod model;

pub(super) use act::first;
pub use graphql::{CaseStatusChange, StatusMutation};
