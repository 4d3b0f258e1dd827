//! People on a case: what is known of them, and the other cases that they are on.

mod facts;
mod link;
mod link_input;
mod row;
mod write;

pub(super) use facts::{GivenFacts, PersonFacts};
pub(super) use link::{LinkMutation, also_on};
pub(super) use row::languages;
pub use row::place;
pub(super) use write::{PersonAdd, PersonChange, add, change};
