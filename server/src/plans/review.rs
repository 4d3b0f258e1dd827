//! Sets the day on which a plan is to be looked at again (rule 72).

use chrono::NaiveDate;
use uuid::Uuid;

use super::change::{OpenGoals, save, take};
use super::reviews::{first_frozen, latest_day};
use crate::access::{Act, Viewer};
use crate::error::{FieldConflict, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// The day.
#[derive(Debug)]
pub(super) struct ReviewSet {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub review_on: NaiveDate,
}

/// Sets it. Returns the plan.
pub(super) async fn set(viewer: &Viewer, input: ReviewSet) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (plan, permit) = take(
        &mut tx,
        "id",
        input.id,
        input.expected_version,
        |_, plan| {
            let theirs = plan.review_on;
            Ok(vec![FieldConflict::of("reviewOn", input.review_on, theirs)])
        },
    )
    .await?;
    let mut check = Check::default();
    check.ahead("reviewOn", Some(input.review_on), tx.now());
    // Once it was active, the cadence says how late it may be.
    if plan.activated_at.is_some() {
        let latest = latest_day(first_frozen(&tx, plan.id).await?, tx.now());
        check.no_later("reviewOn", Some(input.review_on), latest);
    }
    check.done()?;
    let plan = save(&mut tx, &permit, plan, OpenGoals::Same, |row| {
        row.review_on = Set(Some(input.review_on));
    })
    .await?;
    tx.commit(plan.id).await
}
