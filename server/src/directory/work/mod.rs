//! What in the directory needs a curator: services that wait to be completed, that nobody has
//! checked, that were checked long ago, or of which something has become known since.

pub mod entity;
pub mod model;

mod close;
mod complete;
mod count;
mod graphql;
mod inputs;
mod marks;
mod tasks;
mod waiting;

pub use graphql::{CurationMutation, CurationQuery};
pub(super) use marks::{answered, seen, source_changed};
pub use waiting::{WaitingService, by_ids as waiting_by_ids};
