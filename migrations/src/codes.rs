//! Code lists that more than one change needs. They are as they were when the
//! first of those changes was made: a new code comes with a new change.

/// States, the District of Columbia and territories, by their postal letters.
pub const STATES: &[&str] = &[
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
    "WV", "WI", "WY", "PR", "GU", "AS", "MP", "VI",
];

pub const CASE_STATUS: &[&str] = &[
    "inquiry",
    "open",
    "monitoring",
    "paused_by_youth",
    "closed",
    "reopened",
];

pub const PLAN_STATE: &[&str] = &[
    "draft",
    "awaiting_youth_voice",
    "active",
    "under_review",
    "paused",
    "completed",
    "superseded",
];

pub const REFERRAL_STATE: &[&str] = &[
    "draft",
    "requested",
    "accepted",
    "rejected",
    "cancelled",
    "in_progress",
    "on_hold",
    "failed",
    "completed",
    "entered_in_error",
];
