//! Adds a goal to a plan, and changes one (rule 66).

use chrono::NaiveDate;
use uuid::Uuid;

use super::change::{OpenGoals, goal_and_plan, place, refuse_ended, save, take};
use super::content::{Part, Told, note};
use super::entity::{goal, plan};
use super::model::{Agreement, GoalOwner, GoalState, PlanDomain};
use crate::access::{Act, CasePermit, Class, Viewer};
use crate::boards;
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::Tx;
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
    put(&mut tx, &permit, plan, &input.facts).await?;
    tx.commit(input.plan).await
}

/// Puts a goal into the plan, which has a new version by it. Returns the goal.
pub(super) async fn put(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: plan::Model,
    facts: &GoalFacts,
) -> Result<Uuid, Refusal> {
    let goal = insert(tx, permit, &plan, facts, None).await?;
    save(tx, permit, plan, OpenGoals::More(1), |_| {}).await?;
    Ok(goal.id)
}

/// Inserts a goal, proposed; `from` is the version of a template that it was taken from.
pub(super) async fn insert(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: &plan::Model,
    facts: &GoalFacts,
    from: Option<Uuid>,
) -> Result<goal::Model, Refusal> {
    let id = tx.new_id();
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
        // Each act that adds goals raises the plan's version, so that it tells their order;
        // those of one act are told apart by their ids.
        position: Set(plan.version),
        template_version_id: Set(from),
        created_at: Set(tx.now()),
    };
    let row = tx.insert(&permit.grant()?, new).await?;
    let says = Told(permit).goal(&row)?;
    note(tx, permit, plan.id, (Part::Goal, id), Some(&says)).await?;
    Ok(row)
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
    let text = permit.seal(place("goal", "text", input.id), &facts.text)?;
    rewrite(&mut tx, &permit, goal, input.state, |row| {
        row.domain = Set(facts.domain);
        row.text = Set(text);
        row.in_youth_words = Set(facts.in_youth_words);
        row.owner = Set(facts.owner);
        row.target_on = Set(facts.target_on);
        row.agreement = Set(facts.agreement);
    })
    .await?;
    tx.commit(input.id).await
}

/// Writes the goal in `state`, with what `set` changes, as its next version.
pub(super) async fn rewrite(
    tx: &mut Tx,
    permit: &CasePermit,
    goal: goal::Model,
    state: GoalState,
    set: impl FnOnce(&mut goal::ActiveModel),
) -> Result<(), Refusal> {
    let more = i32::from(state.is_open()) - i32::from(goal.state.is_open());
    let version = goal.version + 1;
    let mut row = goal.into_active_model();
    set(&mut row);
    row.version = Set(version);
    row.state = Set(state);
    let grant = permit.grant()?;
    let row = tx.update(&grant, row).await?;
    let says = Told(permit).goal(&row)?;
    note(tx, permit, row.plan_id, (Part::Goal, row.id), Some(&says)).await?;
    if more != 0 {
        boards::change(tx, &grant, row.case_id, |board| {
            OpenGoals::More(more).on_board(board);
        })
        .await?;
    }
    Ok(())
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
