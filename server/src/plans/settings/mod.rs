//! What an organisation sets for its plans: hours of medical reminders (rule 75), days
//! until a goal of the young person's own is asked for (rule 66).

pub mod entity;

mod graphql;
mod set;

pub use graphql::{PlanSettingMutation, PlanSettingQuery};

/// What is set, or the defaults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// 0 while nothing was set.
    pub version: i32,
    pub medical_hours: Vec<i32>,
    pub youth_goal_days: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: 0,
            medical_hours: vec![72, 96, 120],
            youth_goal_days: 30,
        }
    }
}

impl From<entity::plan_setting::Model> for Settings {
    fn from(row: entity::plan_setting::Model) -> Self {
        let hours = row.medical_hours.split(',');
        Self {
            version: row.version,
            medical_hours: hours.filter_map(|hours| hours.parse().ok()).collect(),
            youth_goal_days: row.youth_goal_days,
        }
    }
}
