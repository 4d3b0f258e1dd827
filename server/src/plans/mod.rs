//! Recovery plans: the young person's voice, strengths, goals and steps.
//!
//! A case has at most one plan that is worked with. The plan has a version that each act
//! on it, on its strengths or its list of goals raises; a goal and a step have their own,
//! so that two people can work on two goals at once. [`moves`] holds the tables of moves.
//!
//! [`content`] is what a plan says, as plain values: frozen, compared, read back to a day.
//! [`support`] is what helps this young person, with or without a plan; [`immediate`] the
//! plan for the first hours; [`approval`], [`reviews`] and [`ending`] what is done with a
//! plan that is lived by; [`together`] the plan on a device in the young person's hands.

pub mod entity;
pub mod model;

mod activate;
mod approval;
mod change;
mod content;
mod copies;
mod course;
mod ending;
mod goal_acts;
mod graphql;
mod immediate;
mod inputs;
mod loaders;
mod moves;
mod read;
mod review;
mod reviews;
mod right;
mod settings;
mod shift;
mod start;
mod step_acts;
mod strength;
mod support;
pub mod templates;
mod then;
mod together;
mod voice;
mod work_loaders;

pub use copies::{CopyLoader, PlanCopy, copies_by_id, routes};
pub use course::{PlanCourse, course};
pub use graphql::{
    Goal, OnCase, PlanQuery, PlansMutation, RecoveryPlan, Step, Strength, goals_by_id, plans_by_id,
    steps_by_id, strengths_by_id,
};
pub use immediate::{ImmediatePlan, immediate_plans_by_id, recovered};
pub use loaders::PlanLoaders;
pub use reviews::{ReviewTrigger, called_for};
pub use support::{ContactWishKind, SupportLoaders};
pub use templates::{PlanTemplate, PlanTemplateVersion, TemplateLoaders};
pub use together::ROOTS as TOGETHER_ROOTS;
pub use work_loaders::PlanWorkLoaders;
