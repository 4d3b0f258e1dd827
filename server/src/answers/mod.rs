//! Answers of services that have no account here (rules 86, 87, 88, 91).
//!
//! A referral that is sent to a service with an e-mail address brings it a mail that says
//! nothing, with a link. The link leads to a plain page which tells a neutral reference and
//! asks whether there is a place; later, another link asks what came of it. A capacity enquiry
//! asks several services in the same way, before there is a referral, in vocabulary alone.
//!
//! Whoever holds a link sees nothing of a person by it: who it is about is shared through
//! [`crate::disclosures`], by a release that covers it, or not at all.
//!
//! A link holds a secret of 256 bits, of which the database keeps a hash
//! ([`crate::outbox::AnswerToken`]). It is good once, for [`LINK_HOURS`], for one question to
//! one address. To look at it uses nothing up: mail scanners follow links. What is unknown,
//! used, too old or taken back looks the same from outside.
//!
//! [`ask`] sends a link within another change, [`revoke`] takes back those of a referral.

pub mod entity;
pub mod model;

mod again;
mod enquire;
mod graphql;
mod http;
mod inputs;
mod live;
mod loaders;
mod read;
mod send;
mod take;

pub use graphql::{AnswerLink, AnswerMutation, CapacityEnquiry, CapacityEnquiryConnection, OnCase};
pub use http::routes;
pub use loaders::AnswerLinkLoaders;
pub use read::{enquiries_by_id, links_by_id};
pub(crate) use send::{Subject, ask, revoke};

use crate::vault::Place;

/// Hours for which a link is good.
pub const LINK_HOURS: i64 = 72;
/// Services that one enquiry asks at most.
pub const MOST_ASKED: usize = 20;

/// The place of what a service wrote with its answer.
fn text_place(row: uuid::Uuid) -> Place {
    Place {
        table: "answer_link",
        column: "text",
        row,
    }
}
