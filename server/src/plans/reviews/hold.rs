//! Holds a review: what changed, and what the young person thinks of it (rule 72).

use chrono::NaiveDate;
use uuid::Uuid;

use super::cadence::{first_frozen, latest_day};
use super::entity::{plan_review, review_call};
use super::open::take_lived_by;
use crate::access::{Act, Viewer};
use crate::error::Refusal;
use crate::input::Check;
use crate::plans::change::{OpenGoals, place, save};
use crate::plans::model::Agreement;
use crate::store::prelude::*;

/// The review.
#[derive(Debug)]
pub(super) struct ReviewHold {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub changed: String,
    pub agreement: Agreement,
    pub youth_words: Option<String>,
    /// Sooner than the cadence has it.
    pub next_on: Option<NaiveDate>,
}

/// Writes it down, answers what called for it, and sets the next day. Returns the plan.
pub(super) async fn hold(viewer: &Viewer, input: ReviewHold) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (plan, permit) = take_lived_by(&mut tx, input.id, input.expected_version).await?;
    let latest = latest_day(first_frozen(&tx, plan.id).await?, tx.now());
    let mut check = Check::default();
    check.ahead("nextOn", input.next_on, tx.now());
    check.no_later("nextOn", input.next_on, latest);
    check.done()?;
    let (id, grant) = (tx.new_id(), permit.grant()?);
    let next = input.next_on.unwrap_or(latest);
    let words = place("plan_review", "youth_words", id);
    let row = plan_review::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(plan.case_id),
        plan_id: Set(plan.id),
        due_on: Set(plan.review_on),
        held_at: Set(tx.now()),
        by_user: Set(viewer.user()),
        changed: Set(permit.seal(place("plan_review", "changed", id), &input.changed)?),
        youth_agreement: Set(input.agreement),
        youth_words: Set(permit.seal_some(words, input.youth_words.as_deref())?),
        next_on: Set(next),
    };
    tx.insert(&grant, row).await?;
    let open = Condition::all()
        .add(review_call::Column::PlanId.eq(plan.id))
        .add(review_call::Column::ReviewId.is_null());
    for call in tx.find_all::<review_call::Entity>(open).await? {
        let mut call = call.into_active_model();
        call.review_id = Set(Some(id));
        tx.update(&grant, call).await?;
    }
    let plan = save(&mut tx, &permit, plan, OpenGoals::Same, |row| {
        row.review_on = Set(Some(next));
    })
    .await?;
    tx.commit(plan.id).await
}
