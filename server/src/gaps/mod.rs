//! Where nothing is: needs that the directory did not meet (rule 84), and deserts (rule 85).
//!
//! Nothing here is about a person. What is written down has no identifier and no free text;
//! what is told of it is told in steps of [`model::FEWEST`], and where fewer are alike, not where.

pub mod entity;
pub mod model;

mod deserts;
mod graphql;
mod inputs;
mod read;
mod record;
mod seek;

pub use graphql::{GapMutation, GapQuery, UnmetNeed, by_ids};
