//! Clocks and notices in GraphQL.

mod clock;
mod counts;
mod definitions;
mod inputs;
mod mutation;
mod notice;
mod query;

pub use clock::{Clock, by_ids};
pub use counts::{ClockCounts, counted};
pub use definitions::ClockDefinitionQuery;
pub use inputs::EvidenceInput;
pub use mutation::ClockMutation;
pub use notice::{Notice, notices_by_ids};
pub use query::{ClockQuery, OnCase};
