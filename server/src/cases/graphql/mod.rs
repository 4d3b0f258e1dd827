//! Cases in GraphQL.

mod assignment;
mod case;
mod mutation;
mod person;
mod query;

pub use assignment::Assignment;
pub use case::CaseFacts;
pub use mutation::CaseMutation;
pub use person::CasePerson;
pub use query::{CaseConnection, CaseQuery};
