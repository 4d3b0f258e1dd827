//! The directory of services: what there is, for whom, and how lately somebody checked.
//!
//! It holds nothing about a person. Everybody who works with cases searches it; only
//! directory curators change it. Others use [`Service`] to show one, [`by_ids`] to read
//! several, and [`offered`] or [`all_offered`] to check that ids are some.

pub mod entity;
pub mod hsds;
pub mod model;
pub mod need;

mod found;
mod graphql;
mod inputs;
mod loaders;
mod places;
mod ranking;
mod read;
mod record;
mod row;
mod search;
mod standing;
mod verify;
mod vetting;
mod work;

pub use graphql::{DirectoryMutation, DirectoryQuery, Service};
pub use loaders::DirectoryLoaders;
pub use read::{all_offered, by_ids, offered};
pub use row::ServiceRow;
pub(crate) use row::has;
pub use search::catch_up;
pub(crate) use standing::{able_to, accepting, takes, tribal};
pub(crate) use verify::told_by_service;
pub use work::{CurationMutation, CurationQuery, WaitingService, waiting_by_ids};
