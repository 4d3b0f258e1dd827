//! Requests for help: who asked, about what, how soon, and what became of it (rules 114, 115).
//!
//! A request needs no child's name. It belongs to the organisation, not to a case; what
//! is personal in it is sealed under a key of its own. A case can be opened from it, and
//! the two then name each other.
//!
//! Others use [`RequestRow`] with [`by_ids`], the [`entity`] table, and [`OnCase`].

pub mod entity;
pub mod model;

mod answers;
mod close;
mod counts;
mod due;
mod filter;
mod graphql;
mod inputs;
mod inputs_end;
mod join;
mod on_case;
mod open_case;
mod read;
mod record;
mod remind;
mod row;
mod types;

pub use answers::AnswerLoader;
pub use counts::{RequestCounts, counted};
pub use graphql::{RequestMutation, RequestQuery};
pub use on_case::{OnCase, RequestLoaders};
pub use read::by_ids;
pub use remind::remind;
pub use row::{RequestRow, place};
pub use types::Request;
