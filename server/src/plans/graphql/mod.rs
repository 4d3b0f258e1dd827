//! Plans in GraphQL.

mod difference;
mod goal;
mod mutation;
mod nodes;
mod on_case;
mod plan;
mod present;
mod reading;
mod step;
mod version;
mod voice;

pub use goal::Goal;
pub use mutation::PlanMutation;
pub use nodes::{goals_by_id, plans_by_id, steps_by_id, strengths_by_id};
pub use on_case::OnCase;
pub use plan::{RecoveryPlan, Strength};
pub use step::Step;
