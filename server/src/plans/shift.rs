//! Moves a plan from one state to another, by the table of moves.

use uuid::Uuid;

use super::activate::{PlanActivate, activate, moved};
use super::change::{OpenGoals, place, save};
use super::entity::{goal, plan};
use super::model::{Agreement, PlanState};
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::store::Tx;
use crate::store::prelude::*;

/// Where a plan is to go, and why.
#[derive(Debug)]
pub(super) struct PlanMove {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub to: PlanState,
    pub note: Option<String>,
}

impl PlanMove {
    /// The act that it is: to become active has its own.
    pub fn act(to: PlanState) -> Act {
        match to {
            PlanState::Active => Act::PlanActivate,
            _ => Act::PlanEdit,
        }
    }
}

/// Moves it. There is one way to become active, with what it asks for. Returns the plan.
pub(super) async fn shift(viewer: &Viewer, input: PlanMove) -> Result<Uuid, Refusal> {
    if input.to == PlanState::Active {
        let input = PlanActivate {
            key: input.key,
            id: input.id,
            expected_version: input.expected_version,
            agreement: Agreement::NotAskedYet,
            note: input.note,
        };
        return activate(viewer, input).await;
    }
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let plan = tx.find::<plan::Entity>(input.id).await?;
    let permit = tx.case(plan.case_id).await?;
    Conflict::check(input.expected_version, plan.version, || {
        vec![moved(input.to, plan.state)]
    })?;
    plan.state.check_move(input.to)?;
    if input.to == PlanState::Completed {
        let message = "Say what came of each goal and what remains: `planEnd` ends a plan.";
        return Err(Wrong::at("to", FieldCode::NotAllowedHere, message).into());
    }
    let goals = open_goals(&tx, &plan, input.to).await?;
    let plan = save(&mut tx, &permit, plan, goals, |row| {
        row.state = Set(input.to);
    })
    .await?;
    if let Some(note) = &input.note {
        let reason = place("audit_entry", "reason", tx.entry_id());
        tx.reason(permit.seal(reason, note)?);
    }
    tx.commit(plan.id).await
}

/// The goals of a plan that opens again are worked on again.
async fn open_goals(tx: &Tx, plan: &plan::Model, to: PlanState) -> Result<OpenGoals, Refusal> {
    if plan.state.is_live() || !to.is_live() {
        return Ok(OpenGoals::Same);
    }
    let of_plan = goal::Column::PlanId.eq(plan.id);
    let goals = tx.find_all::<goal::Entity>(of_plan).await?;
    let open = goals.iter().filter(|goal| goal.state.is_open()).count();
    Ok(OpenGoals::Are(i32::try_from(open).unwrap_or(i32::MAX)))
}
