//! Adds a step to a goal, and changes one: each has an owner, a day and a state (rule 73).

use async_graphql::MaybeUndefined;
use chrono::NaiveDate;
use uuid::Uuid;

use super::change::{goal_and_plan, place, refuse_ended};
use super::content::{Part, StepOf, Told, note};
use super::entity::{goal, step};
use super::model::StepState;
use crate::access::{Act, CasePermit, Class, Viewer};
use crate::directory;
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::graphql::{Kind, id};
use crate::input::Check;
use crate::people;
use crate::store::Tx;
use crate::store::prelude::*;

/// What a step is. Its owner is a colleague, or somebody else by name.
#[derive(Debug)]
pub(super) struct StepFacts {
    pub text: String,
    pub owner: Option<Uuid>,
    pub owner_name: Option<String>,
    pub due_on: NaiveDate,
    /// Whether doing it means telling somebody outside about the young person (rule 73);
    /// left as it was when absent, as the next two.
    pub needs_sharing: Option<bool>,
    /// With whom.
    pub share_with: MaybeUndefined<String>,
    /// A service of the directory that it is about.
    pub service: MaybeUndefined<Uuid>,
}

impl StepFacts {
    /// One owner, neither none nor two.
    /// `at` is where in the input the step is, with a dot at its end.
    pub fn check_owner(&self, check: &mut Check, at: &str) {
        match (self.owner, &self.owner_name) {
            (None, None) => {
                let path = format!("{at}owner");
                check.wrong(&path, FieldCode::Required, "Say who does it.");
            }
            (Some(_), Some(_)) => {
                let message = "Either a colleague or a name: one does it.";
                let path = format!("{at}ownerName");
                check.wrong(&path, FieldCode::NotAllowedHere, message);
            }
            _ => {}
        }
    }
}

/// A step to be added.
#[derive(Debug)]
pub(super) struct StepAdd {
    pub key: Uuid,
    pub goal: Uuid,
    pub facts: StepFacts,
}

/// Adds the step, to be done. Returns the goal.
pub(super) async fn add(viewer: &Viewer, input: StepAdd) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let (goal, plan, permit) = goal_and_plan(&mut tx, input.goal).await?;
    refuse_ended("goal", &plan)?;
    let facts = &input.facts;
    let mut check = Check::default();
    check.ahead("dueOn", Some(facts.due_on), tx.now());
    check.done()?;
    if let Some(owner) = facts.owner {
        people::colleague(viewer, "owner", owner).await?;
    }
    check_service(viewer, facts).await?;
    insert(&mut tx, &permit, &goal, facts).await?;
    tx.commit(goal.id).await
}

/// Inserts a step of `goal`, to be done.
pub(super) async fn insert(
    tx: &mut Tx,
    permit: &CasePermit,
    goal: &goal::Model,
    facts: &StepFacts,
) -> Result<(), Refusal> {
    let id = tx.new_id();
    let name = place("step", "owner_name", id);
    let new = step::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(goal.case_id),
        goal_id: Set(goal.id),
        version: Set(1),
        text: Set(permit.seal(place("step", "text", id), &facts.text)?),
        owner_id: Set(facts.owner),
        owner_name: Set(permit.seal_some(name, facts.owner_name.as_deref())?),
        due_on: Set(facts.due_on),
        state: Set(StepState::Todo),
        needs_sharing: Set(facts.needs_sharing.unwrap_or(false)),
        share_with: Set(permit.seal_some(
            place("step", "share_with", id),
            facts.share_with.as_opt_ref().flatten().map(String::as_str),
        )?),
        service_id: Set(facts.service.as_opt_ref().flatten().copied()),
        created_at: Set(tx.now()),
    };
    let row = tx.insert(&permit.grant()?, new).await?;
    keep(tx, permit, goal.plan_id, &row).await
}

/// A step to be changed.
#[derive(Debug)]
pub(super) struct StepChange {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub state: StepState,
    pub facts: StepFacts,
}

/// Changes the step, which raises its own version alone. Returns the step.
pub(super) async fn change(viewer: &Viewer, input: StepChange) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let step = tx.find::<step::Entity>(input.id).await?;
    let (_, plan, permit) = goal_and_plan(&mut tx, step.goal_id).await?;
    if input.expected_version != step.version {
        let fields = differences(viewer, &input, &permit, &step)?;
        Conflict::check(input.expected_version, step.version, || fields)?;
    }
    refuse_ended("id", &plan)?;
    let facts = &input.facts;
    let mut check = Check::default();
    if facts.due_on != step.due_on {
        check.ahead("dueOn", Some(facts.due_on), tx.now());
    }
    check.done()?;
    // A colleague who has left stays the owner of what was theirs.
    if let Some(owner) = facts.owner.filter(|owner| step.owner_id != Some(*owner)) {
        people::colleague(viewer, "owner", owner).await?;
    }
    check_service(viewer, facts).await?;
    let (id, version) = (step.id, step.version + 1);
    let name = place("step", "owner_name", id);
    let mut row = step.into_active_model();
    row.version = Set(version);
    row.text = Set(permit.seal(place("step", "text", id), &facts.text)?);
    row.owner_id = Set(facts.owner);
    row.owner_name = Set(permit.seal_some(name, facts.owner_name.as_deref())?);
    row.due_on = Set(facts.due_on);
    row.state = Set(input.state);
    if let Some(needs) = facts.needs_sharing {
        row.needs_sharing = Set(needs);
    }
    if let Some(with) = facts.share_with.as_opt_ref() {
        let with = with.map(String::as_str);
        row.share_with = Set(permit.seal_some(place("step", "share_with", id), with)?);
    }
    if let Some(service) = facts.service.as_opt_ref() {
        row.service_id = Set(service.copied());
    }
    let row = tx.update(&permit.grant()?, row).await?;
    keep(&mut tx, &permit, plan.id, &row).await?;
    tx.commit(id).await
}

/// Keeps in the plan's history what the step says from now on.
pub(super) async fn keep(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: Uuid,
    row: &step::Model,
) -> Result<(), Refusal> {
    let says = StepOf {
        goal: row.goal_id,
        step: Told(permit).step(row)?,
    };
    note(tx, permit, plan, (Part::Step, row.id), Some(&says)).await
}

/// A service that a step is about is one of the directory.
async fn check_service(viewer: &Viewer, facts: &StepFacts) -> Result<(), Refusal> {
    let Some(service) = facts.service.as_opt_ref().flatten() else {
        return Ok(());
    };
    if directory::by_ids(viewer, &[*service]).await?.is_empty() {
        let message = "There is no such service.";
        return Err(Wrong::at("service", FieldCode::UnknownId, message).into());
    }
    Ok(())
}

fn differences(
    viewer: &Viewer,
    yours: &StepChange,
    permit: &CasePermit,
    theirs: &step::Model,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let open = |column, sealed: Option<&_>| {
        permit.open_some(Class::Narrative, place("step", column, theirs.id), sealed)
    };
    let text = open("text", Some(&theirs.text))?;
    let name = open("owner_name", theirs.owner_name.as_ref())?;
    let colleague = |user: Option<Uuid>| {
        let sealed = user.map(|user| id::id_of(viewer.app(), Kind::User, user));
        sealed.transpose()
    };
    let with = open("share_with", theirs.share_with.as_ref())?;
    let facts = &yours.facts;
    let state = |state: StepState| state.code().to_uppercase();
    // What was not sent is not said to differ.
    let needs = facts
        .needs_sharing
        .and_then(|needs| FieldConflict::of("needsSharing", needs, theirs.needs_sharing));
    let shared = facts
        .share_with
        .as_opt_ref()
        .and_then(|sent| FieldConflict::of("shareWith", sent.cloned(), with));
    Ok(vec![
        needs,
        shared,
        FieldConflict::of("text", facts.text.clone(), text),
        FieldConflict::of(
            "owner",
            colleague(facts.owner)?,
            colleague(theirs.owner_id)?,
        ),
        FieldConflict::of("ownerName", facts.owner_name.clone(), name),
        FieldConflict::of("dueOn", facts.due_on, theirs.due_on),
        FieldConflict::of("state", state(yours.state), state(theirs.state)),
    ])
}
