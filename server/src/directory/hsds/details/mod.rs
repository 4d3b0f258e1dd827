//! What a source tells of a service beside what searches and rules need, for those who work
//! with cases: typed, and no more of each than a page can hold.

mod model;
mod read;

pub use model::ServiceDetails;
pub(in crate::directory) use read::of_services;
