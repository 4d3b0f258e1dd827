//! What the acts on a plan share: taking hold of it, writing it back, keeping its board row.

use uuid::Uuid;

use super::content::{Part, Told, note};
use super::entity::{goal, plan};
use crate::access::CasePermit;
use crate::boards::{self, board, never};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// The place of a sealed column.
pub(super) fn place(table: &'static str, column: &'static str, row: Uuid) -> Place {
    Place { table, column, row }
}

/// The plan `id`, locked, with a permit for the act; as old as the caller thinks, or the
/// conflict with the fields that `differ`; and not ended. `path` is where the input names it.
pub(super) async fn take(
    tx: &mut Tx,
    path: &str,
    id: Uuid,
    expected: i32,
    differ: impl FnOnce(&CasePermit, &plan::Model) -> Result<Vec<Option<FieldConflict>>, Refusal>,
) -> Result<(plan::Model, CasePermit), Refusal> {
    let plan = tx.find::<plan::Entity>(id).await?;
    let permit = tx.case(plan.case_id).await?;
    if expected != plan.version {
        let fields = differ(&permit, &plan)?;
        Conflict::check(expected, plan.version, || fields)?;
    }
    refuse_ended(path, &plan)?;
    Ok((plan, permit))
}

/// For an input without a field of the plan itself: the versions alone are told.
pub(super) fn nothing_of_yours(
    _: &CasePermit,
    _: &plan::Model,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    Ok(Vec::new())
}

/// A goal that is to be changed or to get a step, with its plan.
pub(super) async fn goal_and_plan(
    tx: &mut Tx,
    id: Uuid,
) -> Result<(goal::Model, plan::Model, CasePermit), Refusal> {
    let goal = tx.find::<goal::Entity>(id).await?;
    let permit = tx.case(goal.case_id).await?;
    let plan = tx.find::<plan::Entity>(goal.plan_id).await?;
    Ok((goal, plan, permit))
}

/// Refuses to change a plan that has ended.
pub(super) fn refuse_ended(path: &str, plan: &plan::Model) -> Result<(), Refusal> {
    if plan.state.is_live() {
        return Ok(());
    }
    let message = "This plan has ended. Move it to review to work on it again.";
    Err(Wrong::at(path, FieldCode::NotAllowedHere, message).into())
}

/// Writes the plan with what `set` changes as its next version, its history and the board
/// row with it.
/// `count` keeps the open goals on the row.
pub(super) async fn save(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: plan::Model,
    count: OpenGoals,
    set: impl FnOnce(&mut plan::ActiveModel),
) -> Result<plan::Model, Refusal> {
    let version = plan.version + 1;
    let mut row = plan.into_active_model();
    set(&mut row);
    row.version = Set(version);
    let grant = permit.grant()?;
    let plan = tx.update(&grant, row).await?;
    let says = Told(permit).frame(&plan)?;
    note(tx, permit, plan.id, (Part::Plan, plan.id), Some(&says)).await?;
    boards::change(tx, &grant, plan.case_id, |board| {
        on_board(board, &plan);
        count.on_board(board);
    })
    .await?;
    Ok(plan)
}

/// What an act does to the number of open goals.
#[derive(Clone, Copy)]
pub(super) enum OpenGoals {
    /// Nothing.
    Same,
    /// Adds so many.
    More(i32),
    /// Makes them so many.
    Are(i32),
}

impl OpenGoals {
    /// Keeps the number on the case's row.
    pub fn on_board(self, board: &mut board::Model) {
        match self {
            Self::Same => {}
            Self::More(n) => board.open_goals += n,
            Self::Are(n) => board.open_goals = n,
        }
    }
}

/// Shows the plan on its case's row. A plan that has ended promises nothing any more.
pub(super) fn on_board(board: &mut board::Model, plan: &plan::Model) {
    let live = plan.state.is_live();
    board.plan_state = Some(plan.state.code().to_owned());
    board.awaiting_voice = live && plan.voice_kind.is_none();
    board.next_review_on = plan.review_on.filter(|_| live).unwrap_or(never());
}
