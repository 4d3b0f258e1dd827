//! Copies of a plan on paper: the young person's, the team's, and the safety plan plain
//! and unlabelled (rules 68, 77). There is no copy for anybody else (rules 11, 106). Beside
//! plans, what was shared of a young person, for them (rule 26), and a release, for those who
//! are to sign it (rule 20).
//!
//! What will stand on it is shown first ([`told`]); a copy is then numbered and kept as it
//! was shown ([`make`]), and fetched once, by who made it, within minutes ([`take`]).

pub mod entity;

mod graphql;
mod http;
mod inputs;
mod loader;
mod make;
mod sharing;
mod take;
mod told;
mod words;

pub(super) use graphql::copies_of;
pub use graphql::{CopyMutation, PlanCopy, PlanCopyPreview, copies_by_id, preview};
pub use http::routes;
pub use loader::CopyLoader;

use crate::codes;

codes! {
    /// For whom a copy is.
    pub enum CopyAudience {
        /// The young person: nothing that rule 77 leaves out.
        Youth = "youth",
        /// The team of the case.
        Team = "team",
        /// The safety plan, plain and unlabelled (rule 68).
        SafetyPlan = "safety_plan",
        /// The young person: what was shared about them (rule 26).
        Accounting = "accounting",
        /// Those who sign a release, before they do (rule 20).
        ReleaseForm = "release_form",
    }
}

/// For so many seconds a copy can be fetched.
const WAITS: i64 = 120;
