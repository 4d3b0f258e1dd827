//! Cases in GraphQL.

mod assignment;
mod case;
mod course;
mod handing;
mod mutation;
mod person;
mod query;

pub use assignment::Assignment;
pub use case::CaseFacts;
pub use course::OnCase;
pub use person::CasePerson;
pub use query::CaseConnection;

use async_graphql::MergedObject;

use self::handing::{HandingMutation, HandingQuery};
use self::mutation::TeamMutation;
use self::query::FindingQuery;
use super::facts::FactsMutation;
use super::person::LinkMutation;
use super::status::StatusMutation;

/// Changes of cases.
#[derive(MergedObject, Default)]
pub struct CaseMutation(
    TeamMutation,
    HandingMutation,
    LinkMutation,
    StatusMutation,
    FactsMutation,
);

/// Reads about cases.
#[derive(MergedObject, Default)]
pub struct CaseQuery(FindingQuery, HandingQuery);
