//! Starts a case's plan.

use uuid::Uuid;

use super::change::{OpenGoals, on_board};
use super::content::{Part, Told, note};
use super::entity::plan;
use super::model::PlanState;
use super::support::papers_of;
use crate::access::{Act, CasePermit, Viewer};
use crate::boards;
use crate::cases::entity::case;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::Tx;
use crate::store::prelude::*;

/// The case that is to have a plan.
#[derive(Debug)]
pub(super) struct PlanStart {
    pub key: Uuid,
    pub case: Uuid,
}

/// Starts an empty draft; a completed plan is superseded by it. Returns the plan.
pub(super) async fn start(viewer: &Viewer, input: PlanStart) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    // Two who start at once stand in line at the case.
    tx.find::<case::Entity>(input.case).await?;
    let plan = begin(&mut tx, &permit).await?;
    tx.commit(plan.id).await
}

/// Starts it within a change that has stood in line at the case.
pub(super) async fn begin(tx: &mut Tx, permit: &CasePermit) -> Result<plan::Model, Refusal> {
    let (grant, case) = (permit.grant()?, permit.case());
    let current = Condition::all()
        .add(plan::Column::CaseId.eq(case))
        .add(plan::Column::State.ne(PlanState::Superseded));
    if let Some(before) = tx.find_where::<plan::Entity>(current).await? {
        if before.state.is_live() {
            let message = "This case has a plan that is being worked with.";
            return Err(Wrong::at("case", FieldCode::NotAllowedHere, message).into());
        }
        let version = before.version + 1;
        let mut superseded = before.into_active_model();
        superseded.state = Set(PlanState::Superseded);
        superseded.version = Set(version);
        tx.update(&grant, superseded).await?;
    }
    let new = plan::ActiveModel {
        id: Set(tx.new_id()),
        org_id: Set(permit.org()),
        case_id: Set(case),
        version: Set(1),
        state: Set(PlanState::Draft),
        activated_at: Set(None),
        review_on: Set(None),
        voice_kind: Set(None),
        voice_words: Set(None),
        voice_note: Set(None),
        voice_next_offer_on: Set(None),
        voice_recorded_at: Set(None),
        voice_recorded_by: Set(None),
        right_explained_on: Set(None),
        right_explained_by: Set(None),
        created_by: Set(tx.viewer().user()),
        created_at: Set(tx.now()),
    };
    let plan = tx.insert(&grant, new).await?;
    begin_history(tx, permit, &plan).await?;
    boards::change(tx, &grant, case, |board| {
        on_board(board, &plan);
        OpenGoals::Are(0).on_board(board);
    })
    .await?;
    Ok(plan)
}

/// The plan's history begins with what it says when it is started: the papers of the case
/// are part of it.
async fn begin_history(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: &plan::Model,
) -> Result<(), Refusal> {
    let (profile, safety) = papers_of(tx, permit).await?;
    let says = Told(permit).frame(plan)?;
    note(tx, permit, plan.id, (Part::Plan, plan.id), Some(&says)).await?;
    if let Some(profile) = &profile {
        let part = (Part::SupportProfile, permit.case());
        note(tx, permit, plan.id, part, Some(profile)).await?;
    }
    if let Some(safety) = &safety {
        let part = (Part::SafetyPlan, permit.case());
        note(tx, permit, plan.id, part, Some(safety)).await?;
    }
    Ok(())
}
