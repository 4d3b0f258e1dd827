//! Colleagues: the people of an organisation, their roles, who supervises whom.
//!
//! Others use [`User`] to show somebody and [`entity::user`] to check that an id is a
//! colleague's.

pub mod entity;

mod graphql;
mod read;

pub use graphql::{Organization, PeopleQuery, User, UserConnection};
pub use read::{Colleague, colleague, colleagues_by_id, organizations_by_id, roles_of, supervised};
