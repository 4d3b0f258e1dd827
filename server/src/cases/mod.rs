//! Cases: who is helped, who helps, and the people around the young person.
//!
//! Others use [`CaseRow`] (a case with its board row and permit), [`by_ids`], the
//! [`entity`] tables, and [`open`](open::open) for a case that comes from a request.

pub mod entity;
pub mod model;
pub mod open;

mod assign;
mod bulk;
mod bulk_input;
mod facts;
mod find;
mod graphql;
mod hand_over;
mod inputs;
mod loaders;
mod nodes;
mod person;
mod read;
mod row;
mod status;
mod team;
mod tokens;

pub use graphql::{
    Assignment, CaseConnection, CaseFacts, CaseMutation, CasePerson, CaseQuery, OnCase,
};
pub use loaders::CaseLoaders;
pub use nodes::{assignments_by_id, cases_of, people_by_id};
pub use person::place as person_place;
pub use read::{CaseFilter, CaseOrder, CaseView, by_ids, one, open_of_view};
pub use row::{CaseRow, place as case_place};
pub use team::{TeamMember, people_of, team_of};
