//! How it is known what the directory says: evidence for what a service is able to do
//! (rule 82), and each time that somebody checked one (rule 81).

pub mod entity;
pub mod model;

pub(super) mod evidence;
pub(super) mod graphql;
pub(super) mod inputs;
pub(super) mod read;

pub(super) use graphql::StatedCapability;
