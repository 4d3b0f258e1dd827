//! Cases: who is helped, who helps, and the people around the young person.
//!
//! Others use [`CaseRow`] (a case with its board row and permit), [`by_ids`], the
//! [`entity`] tables, and [`open`](open::open) for a case that comes from a request.

pub mod entity;
pub mod model;
pub mod open;

mod assign;
mod find;
mod graphql;
mod inputs;
mod nodes;
mod person;
mod read;
mod row;
mod team;
mod tokens;

pub use graphql::{Assignment, CaseConnection, CaseFacts, CaseMutation, CasePerson, CaseQuery};
pub use nodes::{assignments_by_id, cases_of, people_by_id};
pub use person::place as person_place;
pub use read::{CaseFilter, CaseOrder, CaseView, by_ids, one};
pub use row::{CaseRow, place as case_place};
pub use team::{TeamMember, people_of, team_of};
