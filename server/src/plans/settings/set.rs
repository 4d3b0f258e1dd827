//! Sets what an organisation wants of its plans.

use uuid::Uuid;

use super::Settings;
use super::entity::plan_setting;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// Reminders that one recovery may have.
const MOST: usize = 10;

/// What is to be set.
#[derive(Debug)]
pub(super) struct SettingsSet {
    pub key: Uuid,
    pub expected_version: i32,
    pub medical_hours: Vec<i32>,
    pub youth_goal_days: i32,
}

fn listed(hours: &[i32]) -> String {
    let hours: Vec<_> = hours.iter().map(ToString::to_string).collect();
    hours.join(",")
}

/// Sets it. Returns the organisation.
pub(super) async fn set(viewer: &Viewer, input: SettingsSet) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanSettings, input.key, &input).await?;
    let (grant, org) = (tx.may()?, viewer.org());
    let mine = plan_setting::Column::OrgId.eq(org);
    let row = tx.find_where::<plan_setting::Entity>(mine).await?;
    let now = row.clone().map(Settings::from).unwrap_or_default();
    let hours = listed(&input.medical_hours);
    Conflict::check(input.expected_version, now.version, || {
        let days = (input.youth_goal_days, now.youth_goal_days);
        vec![
            FieldConflict::of("medicalHours", hours.clone(), listed(&now.medical_hours)),
            FieldConflict::of("youthGoalDays", days.0.to_string(), days.1.to_string()),
        ]
    })?;
    check(&input)?;
    let (user, at) = (viewer.user(), tx.now());
    let new = plan_setting::ActiveModel {
        org_id: Set(org),
        version: Set(now.version + 1),
        medical_hours: Set(hours),
        youth_goal_days: Set(input.youth_goal_days),
        set_by: Set(user),
        set_at: Set(at),
    };
    match row {
        Some(_) => tx.update(&grant, new).await?,
        None => tx.insert(&grant, new).await?,
    };
    tx.commit(org).await
}

fn check(input: &SettingsSet) -> Result<(), Refusal> {
    let mut check = Check::default();
    if input.medical_hours.len() > MOST {
        check.wrong("medicalHours", FieldCode::TooLong, "At most 10 reminders.");
    }
    let hours = input.medical_hours.iter();
    if hours.clone().any(|hours| !(1..=720).contains(hours)) {
        let message = "Choose hours between 1 and 720.";
        check.wrong("medicalHours", FieldCode::NotAllowedHere, message);
    }
    if !hours.is_sorted_by(|one, next| one < next) {
        let message = "Name each once, the soonest first.";
        check.wrong("medicalHours", FieldCode::NotAllowedHere, message);
    }
    if !(1..=365).contains(&input.youth_goal_days) {
        let message = "Choose days between 1 and 365.";
        check.wrong("youthGoalDays", FieldCode::NotAllowedHere, message);
    }
    check.done()
}
