//! Referrals in GraphQL.

mod event;
mod mutation;
mod query;
mod referral;

pub use event::ReferralEvent;
pub use mutation::ReferralMutation;
pub use query::{OnCase, ReferralConnection, ReferralQuery};
pub use referral::Referral;
