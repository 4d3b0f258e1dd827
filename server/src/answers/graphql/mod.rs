//! Questions to services and their answers, in GraphQL.

mod enquiry;
mod link;
mod mutation;
mod on_case;

pub use enquiry::CapacityEnquiry;
pub use link::AnswerLink;
pub use mutation::AnswerMutation;
pub use on_case::{CapacityEnquiryConnection, OnCase};
