//! Referrals: a young person's need, put to a service, until there is an outcome.
//!
//! There are two steps. What leaves by a referral is a neutral reference, a need in vocabulary
//! and "please call us" (rules 87, 91). Who it is about is [`share`]d after the service has
//! accepted, through [`crate::disclosures`], by a release that covers it.
//! The need in words stays here, sealed. States and moves are those of the closed-loop referral, in one table
//! ([`model::ReferralState::moves`], rule 88).
//!
//! Others use [`Referral`] to show one and [`Referral::of_step`] for a plan's step.

pub mod entity;
pub mod model;

mod graphql;
mod hand_off;
mod inputs;
mod loaders;
mod make;
mod moved;
mod read;
mod reference;
#[cfg(test)]
mod rules_tests;
mod share;

pub use graphql::{
    OnCase, Referral, ReferralConnection, ReferralEvent, ReferralMutation, ReferralQuery,
};
pub use loaders::ReferralLoaders;
pub(crate) use make::event_place;
pub use read::{by_ids, events_by_id};
pub use reference::reference;
