//! Adds a goal to a plan, and changes one (rule 66).

use chrono::NaiveDate;
use uuid::Uuid;

use super::change::{OpenGoals, goal_and_plan, place, refuse_ended, save, take};
use super::content::{Part, Told, note};
use super::entity::goal;
use super::model::{Agreement, GoalOwner, GoalState, PlanDomain};
use crate::access::{Act, CasePermit, Class, Viewer};
use crate::boards;
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// What a goal is.
#[derive(Debug)]
pub(super) struct GoalFacts {
    pub domain: PlanDomain,
    pub text: String,
    pub in_youth_words: bool,
    pub owner: GoalOwner,
    pub target_on: Option<NaiveDate>,
    pub agreement: Agreement,
}

/// A goal to be added.
#[derive(Debug)]
pub(super) struct GoalAdd {
    pub key: Uuid,
    pub plan: Uuid,
    pub expected_version: i32,
    pub facts: GoalFacts,
}

/// Adds the goal, proposed. Returns the plan.
pub(super) async fn add(viewer: &Viewer, input: GoalAdd) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (plan, permit) = take(
        &mut tx,
        "plan",
        input.plan,
        input.expected_version,
        // The input has no field of the plan itself: the versions alone are told.
        |_, _| Ok(Vec::new()),
    )
    .await?;
    let mut check = Check::default();
    check.ahead("targetOn", input.facts.target_on, tx.now());
    check.done()?;
    let (id, facts) = (tx.new_id(), &input.facts);
    let new = goal::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(plan.case_id),
        plan_id: Set(plan.id),
        version: Set(1),
        domain: Set(facts.domain),
        text: Set(permit.seal(place("goal", "text", id), &facts.text)?),
        in_youth_words: Set(facts.in_youth_words),
        owner: Set(facts.owner),
        state: Set(GoalState::Proposed),
        target_on: Set(facts.target_on),
        agreement: Set(facts.agreement),
        // Each goal that is added raises the plan's version, so that it tells their order.
        position: Set(plan.version),
        created_at: Set(tx.now()),
    };
    let row = tx.insert(&permit.grant()?, new).await?;
    let says = Told(&permit).goal(&row)?;
    note(&mut tx, &permit, plan.id, (Part::Goal, id), Some(&says)).await?;
    save(&mut tx, &permit, plan, OpenGoals::More(1), |_| {}).await?;
    tx.commit(input.plan).await
}

/// A goal to be changed.
#[derive(Debug)]
pub(super) struct GoalChange {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub state: GoalState,
    pub facts: GoalFacts,
}

/// Changes the goal, which raises its own version and not the plan's. Returns the goal.
pub(super) async fn change(viewer: &Viewer, input: GoalChange) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (goal, plan, permit) = goal_and_plan(&mut tx, input.id).await?;
    if input.expected_version != goal.version {
        let fields = differences(&input, &permit, &goal)?;
        Conflict::check(input.expected_version, goal.version, || fields)?;
    }
    refuse_ended("id", &plan)?;
    goal.state.check_move(input.state)?;
    let facts = &input.facts;
    let mut check = Check::default();
    if facts.target_on != goal.target_on {
        check.ahead("targetOn", facts.target_on, tx.now());
    }
    check.done()?;
    let more = i32::from(input.state.is_open()) - i32::from(goal.state.is_open());
    let version = goal.version + 1;
    let mut row = goal.into_active_model();
    row.version = Set(version);
    row.domain = Set(facts.domain);
    row.text = Set(permit.seal(place("goal", "text", input.id), &facts.text)?);
    row.in_youth_words = Set(facts.in_youth_words);
    row.owner = Set(facts.owner);
    row.state = Set(input.state);
    row.target_on = Set(facts.target_on);
    row.agreement = Set(facts.agreement);
    let grant = permit.grant()?;
    let row = tx.update(&grant, row).await?;
    let says = Told(&permit).goal(&row)?;
    note(&mut tx, &permit, plan.id, (Part::Goal, row.id), Some(&says)).await?;
    if more != 0 {
        boards::change(&mut tx, &grant, plan.case_id, |board| {
            OpenGoals::More(more).on_board(board);
        })
        .await?;
    }
    tx.commit(input.id).await
}

fn differences(
    yours: &GoalChange,
    permit: &CasePermit,
    theirs: &goal::Model,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let text = permit.open(
        Class::Narrative,
        place("goal", "text", theirs.id),
        &theirs.text,
    )?;
    let code = |path, yours: &'static str, theirs: &'static str| {
        FieldConflict::of(path, yours.to_uppercase(), theirs.to_uppercase())
    };
    let facts = &yours.facts;
    Ok(vec![
        code("domain", facts.domain.code(), theirs.domain.code()),
        FieldConflict::of("text", facts.text.clone(), text),
        FieldConflict::of("inYouthWords", facts.in_youth_words, theirs.in_youth_words),
        code("owner", facts.owner.code(), theirs.owner.code()),
        code("state", yours.state.code(), theirs.state.code()),
        FieldConflict::of("targetOn", facts.target_on, theirs.target_on),
        code("agreement", facts.agreement.code(), theirs.agreement.code()),
    ])
}
