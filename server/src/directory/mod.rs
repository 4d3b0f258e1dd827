//! The directory of services: what there is, for whom, and how lately somebody checked.
//!
//! It holds nothing about a person. Everybody who works with cases searches it; only
//! directory curators change it. Others use [`Service`] to show one, [`by_ids`] to read
//! several, and [`offered`] or [`all_offered`] to check that ids are some.

pub mod entity;
pub mod hsds;
pub mod model;

mod graphql;
mod inputs;
mod loaders;
mod read;
mod record;
mod row;
mod verify;

pub use graphql::{DirectoryMutation, DirectoryQuery, Service};
pub use loaders::DirectoryLoaders;
pub use read::{all_offered, by_ids, offered};
pub use record::search_text;
pub use row::ServiceRow;
pub(crate) use row::has;
pub(crate) use verify::told_by_service;
