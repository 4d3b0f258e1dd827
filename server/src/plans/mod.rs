//! Recovery plans: the young person's voice, strengths, goals and steps.
//!
//! A case has at most one plan that is worked with. The plan has a version that each act
//! on it, on its strengths or its list of goals raises; a goal and a step have their own,
//! so that two people can work on two goals at once. [`moves`] holds the tables of moves.
//!
//! [`content`] is what a plan says, as plain values: frozen, compared, read back to a day.
//! [`support`] is what helps this young person, with or without a plan.

pub mod entity;
pub mod model;

mod activate;
mod change;
mod content;
mod goal_acts;
mod graphql;
mod inputs;
mod loaders;
mod moves;
mod read;
mod review;
mod right;
mod shift;
mod start;
mod step_acts;
mod strength;
mod support;
mod voice;

pub use graphql::{
    Goal, OnCase, PlanMutation, RecoveryPlan, Step, Strength, goals_by_id, plans_by_id,
    steps_by_id, strengths_by_id,
};
pub use loaders::PlanLoaders;
pub use support::{SupportLoaders, SupportMutation};
