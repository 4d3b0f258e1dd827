//! The agenda of a staffing: what is talked over of each case, the young person's own first
//! (rule 97), and who was asked to come. It is built from how the case stands, changed by
//! who plans the staffing, and kept with it, sealed under the key of its case.

mod build;
mod graphql;
mod inputs;
mod invite;
mod keep;
mod say;

pub use graphql::{AgendaSuggestion, StaffingItem};
pub use inputs::{StaffingItemInput, StaffingYouthInputRecordInput};

pub(super) use build::build;
pub(super) use inputs::{NewItem, parse_items};
pub(super) use invite::{guests, invite};
pub(super) use keep::keep;
pub(super) use say::say;
