//! The young person's own goals: adds one, takes one up, sets one aside, says what they think.

use uuid::Uuid;

use super::entity::TogetherKind;
use super::{Seat, record, seat};
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::plans::entity::goal;
use crate::plans::goal_acts::{GoalFacts, put, rewrite};
use crate::plans::model::{Agreement, GoalOwner, GoalState, PlanDomain};
use crate::store::prelude::*;

/// A goal in their words.
#[derive(Debug)]
pub(super) struct TogetherGoal {
    pub key: Uuid,
    pub domain: PlanDomain,
    pub text: String,
}

/// Adds it. It needs no version: it takes nobody's place. Returns the plan.
pub(super) async fn add(viewer: &Viewer, input: TogetherGoal) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::TogetherRecord, input.key, &input).await?;
    let seat = seat(&mut tx).await?;
    let facts = GoalFacts {
        domain: input.domain,
        text: input.text,
        in_youth_words: true,
        owner: GoalOwner::Youth,
        target_on: None,
        agreement: Agreement::YouthAgrees,
    };
    let plan = seat.plan.clone();
    let goal = put(&mut tx, &seat.permit, plan, &facts).await?;
    record::keep(&mut tx, &seat, TogetherKind::GoalAdded, Some(goal), None).await?;
    tx.commit(seat.view.plan).await
}

/// What they think of one of their goals.
#[derive(Debug)]
pub(super) struct TogetherAnswer {
    pub key: Uuid,
    pub goal: Uuid,
    pub expected_version: i32,
    /// Taken up or set aside; as it was when absent.
    pub state: Option<GoalState>,
    /// As it was when absent.
    pub agreement: Option<Agreement>,
}

/// Records it. Returns the plan.
pub(super) async fn answer(viewer: &Viewer, input: TogetherAnswer) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::TogetherRecord, input.key, &input).await?;
    let Seat { view, plan, permit } = seat(&mut tx).await?;
    let goal = tx.find::<goal::Entity>(input.goal).await?;
    let (state, agreement) = (
        input.state.unwrap_or(goal.state),
        input.agreement.unwrap_or(goal.agreement),
    );
    Conflict::check(input.expected_version, goal.version, || {
        let code = |path, yours: &'static str, theirs: &'static str| {
            FieldConflict::of(path, yours.to_uppercase(), theirs.to_uppercase())
        };
        vec![
            code("state", state.code(), goal.state.code()),
            code("agreement", agreement.code(), goal.agreement.code()),
        ]
    })?;
    goal.state.check_move(state)?;
    let set = |row: &mut goal::ActiveModel| row.agreement = Set(agreement);
    rewrite(&mut tx, &permit, goal, state, set).await?;
    let (seat, goal) = (Seat { view, plan, permit }, Some(input.goal));
    record::keep(&mut tx, &seat, TogetherKind::GoalAnswered, goal, None).await?;
    tx.commit(view.plan).await
}
