//! Referrals in GraphQL.

mod event;
mod hand_off;
mod mutation;
mod query;
mod referral;

pub use event::ReferralEvent;
pub use hand_off::WarmHandOff;
pub use mutation::ReferralMutation;
pub use query::{OnCase, ReferralConnection, ReferralQuery};
pub use referral::Referral;
