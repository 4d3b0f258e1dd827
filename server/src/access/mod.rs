//! Who may do what: viewer, role, relation, act, class, and the one function that decides.
//!
//! Access is role × relation to the record × act, and for each field its class; the
//! default is no. The check hands over the means: a [`Viewer`] is the only way to a
//! query, and a [`Grant`] the only way to a change.

mod act;
mod class;
mod grant;
mod key_parts;
mod owner;
mod permit;
mod policy;
mod relation;
mod role;
mod scope;
mod together;
mod viewer;

pub use act::Act;
pub use class::{Class, ClassSet};
pub use grant::Grant;
pub use key_parts::KeyParts;
pub use owner::{KeyOwner, OwnerPermit};
pub use permit::{CasePermit, PermitParts};
pub use policy::{Decision, Why, classes, decide};
pub use relation::Relation;
pub use role::{Role, RoleSet};
pub use scope::{Trace, Traced, Visible, cases_in_reach, nothing, reaches_beyond_own};
pub use together::Together;
pub use viewer::{Locale, Viewer, Who};
