//! Calls for a review before its day, because something happened (rule 72).

use uuid::Uuid;

use super::entity::review_call;
use crate::access::{Act, CasePermit, Viewer};
use crate::codes;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::plans::change::{OpenGoals, nothing_of_yours, place, save, take};
use crate::plans::entity::plan;
use crate::plans::model::PlanState;
use crate::store::Tx;
use crate::store::prelude::*;

codes! {
    /// What calls for a review (facts 6.2). None of it is anybody's fault (rule 69).
    pub enum ReviewTrigger {
        MissingAgain = "missing_again",
        PlacementChange = "placement_change",
        ToldUsSomething = "told_us_something",
        CourtDate = "court_date",
        ConsentWithdrawn = "consent_withdrawn",
        YouthAsks = "youth_asks",
    }
}

/// What happened.
#[derive(Debug)]
pub(super) struct ReviewOpen {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub trigger: ReviewTrigger,
    pub note: Option<String>,
}

/// Calls for the review. Returns the plan.
pub(super) async fn open(viewer: &Viewer, input: ReviewOpen) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (plan, permit) = take_lived_by(&mut tx, input.id, input.expected_version).await?;
    let id = plan.id;
    call(&mut tx, &permit, plan, input.trigger, input.note.as_deref()).await?;
    tx.commit(id).await
}

/// The plan `id`, which was active once, as old as the caller thinks.
pub(super) async fn take_lived_by(
    tx: &mut Tx,
    id: Uuid,
    expected: i32,
) -> Result<(plan::Model, CasePermit), Refusal> {
    let (plan, permit) = take(tx, "id", id, expected, nothing_of_yours).await?;
    if plan.activated_at.is_none() {
        let message = "A plan that was never active is not reviewed.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    Ok((plan, permit))
}

/// Calls for a review of the plan that is lived by in the case of `permit`, if there is
/// one: for an act of another slice that knows what happened. The plan's state is not
/// touched: leaving again is no end of anything (rule 69).
pub async fn called_for(
    tx: &mut Tx,
    permit: &CasePermit,
    trigger: ReviewTrigger,
) -> Result<(), Refusal> {
    let live = Condition::all()
        .add(plan::Column::CaseId.eq(permit.case()))
        .add(plan::Column::ActivatedAt.is_not_null())
        .add(plan::Column::State.is_not_in([PlanState::Completed, PlanState::Superseded]));
    match tx.find_where::<plan::Entity>(live).await? {
        Some(plan) => call(tx, permit, plan, trigger, None).await,
        None => Ok(()),
    }
}

async fn call(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: plan::Model,
    trigger: ReviewTrigger,
    note: Option<&str>,
) -> Result<(), Refusal> {
    let id = tx.new_id();
    let row = review_call::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(plan.case_id),
        plan_id: Set(plan.id),
        trigger: Set(trigger),
        note: Set(permit.seal_some(place("review_call", "note", id), note)?),
        by_user: Set(tx.viewer().user()),
        at: Set(tx.now()),
        review_id: Set(None),
    };
    tx.insert(&permit.grant()?, row).await?;
    let today = tx.now().date_naive();
    let day = plan.review_on.map_or(today, |day| Ord::min(day, today));
    save(tx, permit, plan, OpenGoals::Same, |row| {
        row.review_on = Set(Some(day));
    })
    .await?;
    Ok(())
}
