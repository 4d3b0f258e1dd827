//! The directory in the field's own standard: HSDS 3.0, and the shapes of 3.1.
//!
//! What a source tells is kept object by object, with every field that we do not know; what
//! searches and rules need is promoted to the tables of the directory.

pub mod entity;

mod archive;
mod asked;
mod batch;
pub(super) mod details;
mod difference;
pub(super) mod document;
pub(super) mod evidence;
mod export;
mod hidden;
mod http;
mod import;
mod own;
mod places;
pub(super) mod promote;
mod read;
pub(super) mod recorded;
mod render;
mod served;
mod services;
mod tabular;
mod told;
pub(super) mod tree;

pub use export::{Form, export};
pub use http::routes;
pub use import::{Asked, Imported, Told, import};
pub use promote::Defaults;
