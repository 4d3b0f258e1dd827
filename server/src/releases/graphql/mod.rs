//! Releases in GraphQL.

mod coverage;
mod inputs;
mod mutation;
mod on_case;
mod release;
mod signature;

pub(crate) use coverage::coverage;
pub use mutation::ReleaseMutation;
pub use on_case::{OnCase, ReleaseQuery};
pub(crate) use release::person_on;
pub use release::{Release, by_ids};
