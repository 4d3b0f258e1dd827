//! Support contacts: what was said with a family, by whom and how, what they need, what
//! was in crisis and what was done (rules 102, 113). A contact is added and never changed.

pub mod entity;
pub mod model;

mod graphql;
mod inputs;
mod loaders;
mod log;
mod node;
mod read;

pub use graphql::{ContactMutation, ContactQuery, OnCase};
pub use loaders::ContactLoaders;
pub(crate) use log::on_board;
pub use node::{SupportContact, SupportContactConnection, by_ids};
