//! Reviews of a plan: by the cadence, and early when something happened (rule 72).

pub mod entity;

mod cadence;
mod graphql;
mod hold;
mod inputs;
mod open;

pub(super) use cadence::{first_frozen, latest_day};
pub use graphql::ReviewMutation;
pub(super) use graphql::{PlanReview, ReviewCall};
pub use open::{ReviewTrigger, called_for};
