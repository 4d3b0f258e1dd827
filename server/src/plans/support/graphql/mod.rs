//! What helps a young person, in GraphQL.

mod mutation;
mod profile;
mod safety;
mod stage;

pub use mutation::SupportMutation;
pub use profile::SupportProfile;
pub use safety::SafetyPlan;
pub(in crate::plans) use safety::{SafetySectionText, sections_of};
pub use stage::StageEntry;
