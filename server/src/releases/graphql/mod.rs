//! Releases in GraphQL.

mod inputs;
mod mutation;
mod on_case;
mod release;
mod signature;

pub use mutation::ReleaseMutation;
pub use on_case::{OnCase, ReleaseQuery};
pub(crate) use release::person_on;
pub use release::{Release, by_ids};
