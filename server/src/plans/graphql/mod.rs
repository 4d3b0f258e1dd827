//! Plans in GraphQL.

mod difference;
mod goal;
mod mutation;
mod nodes;
mod on_case;
mod plan;
mod present;
mod prompts;
mod reading;
mod right;
mod roots;
mod sharing;
mod step;
mod strength;
mod then;
mod version;
mod voice;

pub use goal::Goal;
pub(super) use nodes::versions_of_cases;
pub use nodes::{goals_by_id, plans_by_id, steps_by_id, strengths_by_id};
pub use on_case::OnCase;
pub use plan::RecoveryPlan;
pub use roots::{PlanQuery, PlansMutation};
pub use step::Step;
pub use strength::Strength;
pub(super) use version::PlanVersion;
