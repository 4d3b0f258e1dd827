//! Releases of information (rules 11 to 21): each is a key that opens one door, for one
//! recipient, one purpose and a limited time.
//!
//! A release is drafted with what rule 20 asks for, signed by those whom its policy names
//! (rule 14), and withdrawn at any time (rule 19). Nothing of it is edited: another one is
//! drafted. Where it stands is never kept, but follows from its rows, from who is on the case
//! and from the time ([`crate::disclosures::check`]). No work on a case asks for one
//! (rule 18): what is shared with others does, and nothing else.

pub mod entity;
pub mod model;

mod days;
mod draft;
mod facts;
mod form;
mod graphql;
mod loaders;
mod majority;
mod read;
mod remind;
mod sign;
mod standing;
mod stops;
mod withdraw;

pub use days::ReleaseDays;
pub(crate) use facts::known_of;
pub(crate) use form::{ReleaseForm, form};
pub use graphql::{OnCase, Release, ReleaseMutation, ReleaseQuery, by_ids};
pub(crate) use graphql::{coverage, person_on};
pub use loaders::ReleaseLoaders;
pub use remind::remind;
pub(crate) use stops::signer_flagged;

use crate::vault::Place;

/// The place of a sealed column of release `row`.
pub(crate) fn place(column: &'static str, row: uuid::Uuid) -> Place {
    Place {
        table: "release",
        column,
        row,
    }
}

/// The place of a sealed column of signature `row`.
fn signature_place(column: &'static str, row: uuid::Uuid) -> Place {
    Place {
        table: "release_signature",
        column,
        row,
    }
}
