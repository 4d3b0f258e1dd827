//! Copies in GraphQL.

mod copy;
mod preview;

pub(in crate::plans) use copy::copies_of;
pub use copy::{CopyMutation, PlanCopy, copies_by_id};
pub use preview::{PlanCopyPreview, preview};
