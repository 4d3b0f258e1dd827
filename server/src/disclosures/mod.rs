//! Disclosures: the only way in which anything about a person leaves (rule 11).
//!
//! What is asked for goes through the one [`check`]; what leaves is built of named fields,
//! each of which has a category ([`catalogue`], rule 27); it is shown first and confirmed by
//! its hash (rule 28), and kept with who shared it, with whom, why and on what basis (rule
//! 26).
//!
//! **The exits, and how each is held.**
//! - [`make`]: by consent, or as a statute or a court demands. Also for a referral that was
//!   accepted (rule 87), which calls it in its own change.
//! - The door (`answers`): the service that accepted opens, once, exactly what was shared with it
//!   so; the check is asked again at that moment ([`still`], rule 19).
//! - A referral as it is sent tells a neutral reference, a need in vocabulary and "please call
//!   us"; it has no field in which anything else could be sent (rules 87, 91).
//! - Paper (`plans::copies`): the young person's own copy and the team's, the accounting for
//!   the young person, and a release to be signed. None is told to others; there is no copy
//!   for anybody else.
//! - The page by which a service answers (`answers`): the same. A capacity enquiry tells
//!   vocabulary, and has no field for a word (rule 86).
//! - Mail (`outbox`): "You have an update" and a link (rule 122).
//! - The text of a missing report (`episodes::words`): shown to who works on the case, who
//!   reads it on the telephone and writes down whom they told.
//!
//! A test of the source keeps this list true: no other module builds a payload or hands out
//! a file.

pub mod check;
pub mod entity;
pub mod model;

mod accounting;
mod catalogue;
#[cfg(test)]
mod check_tests;
mod graphql;
mod loaders;
mod make;
mod payload;
mod read;
mod reports;
mod source;
mod still;
mod without;

pub(crate) use accounting::{Shared, accounting};
pub use catalogue::DisclosureField;
pub use graphql::ReferralShareContent;
pub(crate) use graphql::ReferralShared;
pub use graphql::{Disclosure, DisclosureMutation, DisclosureQuery, OnCase, by_ids};
pub use loaders::DisclosureLoaders;
pub(crate) use make::share;
pub(crate) use payload::Payload;
pub(crate) use still::still_shared;

use crate::vault::Place;

/// The place of a sealed column of disclosure `row`.
fn place(column: &'static str, row: uuid::Uuid) -> Place {
    Place {
        table: "disclosure",
        column,
        row,
    }
}
