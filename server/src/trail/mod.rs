//! The trail, to be read: a case's history for its supervisor, and the whole of it for the
//! privacy officer (rule 35). Entries are ids and codes (rule 36); a reason that was given
//! is sealed and opens only to those who may read the case's history.

mod graphql;
mod read;
mod types;

pub use graphql::{OnCase, TrailQuery};
pub use read::{TrailRow, by_ids};
pub use types::AuditEntry;
