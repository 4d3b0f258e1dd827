//! Answers of services that have no account here, and the door by which one sees who a referral
//! is about (rules 19, 86, 87, 88, 91).
//!
//! A referral that is sent to a service with an e-mail address brings it a mail that says
//! nothing, with a link. The link leads to a plain page which tells a neutral reference and
//! asks whether there is a place; later, another link asks what came of it. A capacity enquiry
//! asks several services in the same way, before there is a referral, in vocabulary alone.
//!
//! Whoever holds such a link sees nothing of a person by it. Who a referral is about is shared
//! after the service has accepted, through [`crate::disclosures`], by a release that covers it.
//! Then another link opens exactly what was confirmed, for [`DOOR_HOURS`]: its page shows a
//! button and nothing else, and what the button asks for is shown once, to whom presses it first.
//! The check is asked again at that moment; a door that it does not open looks like a link that
//! never was. There is no second look, no cookie and no session: whoever needs to see it again
//! asks the team, which shares it again, and both stand in the accounting.
//!
//! A link holds a secret of 256 bits, of which the database keeps a hash
//! ([`crate::outbox::AnswerToken`]). It is good once, for [`LINK_HOURS`], for one question to
//! one address. To look at it uses nothing up: mail scanners follow links. What is unknown,
//! used, too old or taken back looks the same from outside.
//!
//! [`ask`] sends a link within another change, [`revoke`] takes back those of a referral,
//! [`close_doors`] those that a release opened. A mail whose link is worth nothing any more is
//! not sent (`outbox`).

pub mod entity;
pub mod model;

mod again;
mod door;
mod enquire;
mod graphql;
mod http;
mod inputs;
mod live;
mod loaders;
mod read;
mod send;
mod take;
mod told;

pub use graphql::{AnswerLink, AnswerMutation, CapacityEnquiry, CapacityEnquiryConnection, OnCase};
pub use http::routes;
pub use loaders::AnswerLinkLoaders;
pub use read::{enquiries_by_id, links_by_id};
pub(crate) use send::{Links, Subject, address_of, ask, close_doors, revoke};

use crate::vault::Place;

/// Hours for which a link is good.
pub const LINK_HOURS: i64 = 72;
/// Hours for which what was shared can be opened, if its release does not end before.
pub const DOOR_HOURS: i64 = 24;
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
