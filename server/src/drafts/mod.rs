//! Drafts: what was typed and not sent yet, so that nothing typed is lost (rule 125).
//!
//! One per person and form, seen by nobody else, sealed under the person's own key.

pub mod entity;

mod act;
mod graphql;
mod inputs;
mod read;

pub use graphql::{Draft, DraftMutation, DraftQuery};
pub use read::{DraftRow, by_ids};
