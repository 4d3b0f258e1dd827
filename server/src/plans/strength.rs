//! Adds a strength to a plan, and takes one away (rule 67).

use uuid::Uuid;

use super::change::{OpenGoals, nothing_of_yours, place, save, take};
use super::content::{self, Part, Told, note};
use super::entity::strength;
use super::model::{PlanState, StrengthKind};
use crate::access::{Act, Traced, Viewer};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::prelude::*;

/// A strength to be added.
#[derive(Debug)]
pub(super) struct StrengthAdd {
    pub key: Uuid,
    pub plan: Uuid,
    pub expected_version: i32,
    pub kind: StrengthKind,
    pub text: String,
}

/// Adds the strength. Returns the plan.
pub(super) async fn add(viewer: &Viewer, input: StrengthAdd) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (plan, permit) = take(
        &mut tx,
        "plan",
        input.plan,
        input.expected_version,
        nothing_of_yours,
    )
    .await?;
    let id = tx.new_id();
    let new = strength::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(plan.case_id),
        plan_id: Set(plan.id),
        kind: Set(input.kind),
        text: Set(permit.seal(place("strength", "text", id), &input.text)?),
        created_at: Set(tx.now()),
    };
    let row = tx.insert(&permit.grant()?, new).await?;
    let says = Told(&permit).strength(&row)?;
    note(&mut tx, &permit, plan.id, (Part::Strength, id), Some(&says)).await?;
    save(&mut tx, &permit, plan, OpenGoals::Same, |_| {}).await?;
    tx.commit(input.plan).await
}

/// A strength to be taken away.
#[derive(Debug)]
pub(super) struct StrengthRemove {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
}

/// Takes the strength away; a plan that is being lived by keeps its last one. Returns the plan.
pub(super) async fn remove(viewer: &Viewer, input: StrengthRemove) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let gone = tx.find::<strength::Entity>(input.id).await?;
    let (plan, permit) = take(
        &mut tx,
        "id",
        gone.plan_id,
        input.expected_version,
        nothing_of_yours,
    )
    .await?;
    let of_plan = strength::Column::PlanId.eq(plan.id);
    let last = tx.find_all::<strength::Entity>(of_plan).await?.len() == 1;
    if last && plan.state == PlanState::Active {
        let message = "An active plan keeps at least one strength.";
        return Err(Wrong::at("id", FieldCode::MissingStrength, message).into());
    }
    if let Some(trace) = gone.trace() {
        tx.about(trace);
    }
    tx.delete::<strength::Entity>(&permit.grant()?, strength::Column::Id.eq(gone.id))
        .await?;
    let none = None::<&content::Strength>;
    note(&mut tx, &permit, plan.id, (Part::Strength, gone.id), none).await?;
    let plan = save(&mut tx, &permit, plan, OpenGoals::Same, |_| {}).await?;
    tx.commit(plan.id).await
}
