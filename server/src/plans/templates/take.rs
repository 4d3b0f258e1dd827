//! Takes goals and steps from a version of a template into a case's plan, changed on the
//! way: one transaction, which starts the plan where there is none.

use std::collections::{BTreeSet, HashSet};

use uuid::Uuid;

use super::entity::{plan_template, plan_template_use, plan_template_version};
use super::model::{Body, Goal};
use crate::access::{Act, Grant, Viewer};
use crate::cases::entity::case;
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::people;
use crate::plans::change::{OpenGoals, save};
use crate::plans::entity::plan;
use crate::plans::goal_acts::{self, GoalFacts};
use crate::plans::model::{Agreement, GoalOwner, PlanState};
use crate::plans::start;
use crate::plans::step_acts::{self, StepFacts};
use crate::store::Tx;
use crate::store::prelude::*;

/// What is to be taken.
#[derive(Debug)]
pub(super) struct TemplateTake {
    pub key: Uuid,
    pub case: Uuid,
    /// The plan's version that was read; 0 where there was no plan to work with.
    pub expected_version: i32,
    /// The version of the template.
    pub template: Uuid,
    pub goals: Vec<TakenGoal>,
}

/// A goal as it is to stand in the plan.
#[derive(Debug)]
pub(super) struct TakenGoal {
    /// Which of the template's, from 1 on.
    pub number: i32,
    pub text: String,
    pub in_youth_words: bool,
    pub owner: GoalOwner,
    pub target_on: Option<chrono::NaiveDate>,
    pub agreement: Agreement,
    pub steps: Vec<StepFacts>,
}

/// Takes it, proposed. Returns the plan.
pub(super) async fn take(viewer: &Viewer, input: TemplateTake) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    // Two who start at once stand in line at the case.
    tx.find::<case::Entity>(input.case).await?;
    let living = Condition::all()
        .add(plan::Column::CaseId.eq(input.case))
        .add(plan::Column::State.is_not_in([PlanState::Completed, PlanState::Superseded]));
    let found = tx.find_where::<plan::Entity>(living).await?;
    let version = found.as_ref().map_or(0, |plan| plan.version);
    Conflict::check(input.expected_version, version, Vec::new)?;
    let (source, body) = offered(&tx, input.template).await?;
    check(&input.goals, &body, &tx)?;
    check_owners(viewer, &input.goals).await?;
    let plan = match found {
        Some(plan) => plan,
        None => start::begin(&mut tx, &permit).await?,
    };
    for taken in &input.goals {
        let Some(goal) = goal_of(&body, taken.number) else {
            continue;
        };
        let facts = GoalFacts {
            domain: goal.domain,
            text: taken.text.clone(),
            in_youth_words: taken.in_youth_words,
            owner: taken.owner,
            target_on: taken.target_on,
            agreement: taken.agreement,
        };
        let goal = goal_acts::insert(&mut tx, &permit, &plan, &facts, Some(source)).await?;
        for step in &taken.steps {
            step_acts::insert(&mut tx, &permit, &goal, step).await?;
        }
    }
    let more = i32::try_from(input.goals.len()).unwrap_or(i32::MAX);
    let plan = save(&mut tx, &permit, plan, OpenGoals::More(more), |_| {}).await?;
    remember(&mut tx, &permit.grant()?, source, &plan).await?;
    tx.commit(plan.id).await
}

fn goal_of(body: &Body, number: i32) -> Option<&Goal> {
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    body.goals.get(place)
}

/// The version, when its template is offered, and what it says.
async fn offered(tx: &Tx, id: Uuid) -> Result<(Uuid, Body), Refusal> {
    let this = plan_template_version::Column::Id.eq(id);
    let found = tx.find_all::<plan_template_version::Entity>(this).await?;
    let Some(version) = found.into_iter().next() else {
        let message = "There is no such version of a template.";
        return Err(Wrong::at("templateVersion", FieldCode::UnknownId, message).into());
    };
    let whole = plan_template::Column::Id.eq(version.template_id);
    let template = tx.find_all::<plan_template::Entity>(whole).await?;
    if template.iter().any(|template| template.withdrawn) {
        let message = "This template is not offered any more.";
        return Err(Wrong::at("templateVersion", FieldCode::NotAllowedHere, message).into());
    }
    Ok((
        version.id,
        Body::frozen(&version.body, &version.content_hash)?,
    ))
}

fn check(goals: &[TakenGoal], body: &Body, tx: &Tx) -> Result<(), Refusal> {
    let mut check = Check::default();
    if goals.is_empty() {
        check.wrong("goals", FieldCode::Required, "Choose at least one goal.");
    }
    let mut seen = BTreeSet::new();
    for (n, taken) in goals.iter().enumerate() {
        let at = format!("goals.{n}");
        let goal = goal_of(body, taken.number);
        if goal.is_none() {
            let message = "The template has no such goal.";
            check.wrong(&format!("{at}.number"), FieldCode::UnknownId, message);
        }
        if !seen.insert(taken.number) {
            let message = "Take each goal once.";
            check.wrong(&format!("{at}.number"), FieldCode::NotAllowedHere, message);
        }
        // Rule 10: what a template says is nobody's own words.
        if taken.in_youth_words && goal.is_some_and(|goal| goal.text.trim() == taken.text.trim()) {
            let message = "These are the template's words. Write down the young person's own.";
            let path = format!("{at}.inYouthWords");
            check.wrong(&path, FieldCode::NotAllowedHere, message);
        }
        check.ahead(&format!("{at}.targetOn"), taken.target_on, tx.now());
        for (m, step) in taken.steps.iter().enumerate() {
            let path = format!("{at}.steps.{m}.dueOn");
            check.ahead(&path, Some(step.due_on), tx.now());
        }
    }
    check.done()
}

/// Each colleague who is to do something is one, asked once.
async fn check_owners(viewer: &Viewer, goals: &[TakenGoal]) -> Result<(), Refusal> {
    let mut known = HashSet::new();
    for (n, goal) in goals.iter().enumerate() {
        for (m, step) in goal.steps.iter().enumerate() {
            if let Some(owner) = step.owner
                && known.insert(owner)
            {
                let path = format!("goals.{n}.steps.{m}.owner");
                people::colleague(viewer, &path, owner).await?;
            }
        }
    }
    Ok(())
}

/// Counts the plan among those that took from the version, once.
async fn remember(
    tx: &mut Tx,
    grant: &Grant,
    version: Uuid,
    plan: &plan::Model,
) -> Result<(), Refusal> {
    let this = Condition::all()
        .add(plan_template_use::Column::TemplateVersionId.eq(version))
        .add(plan_template_use::Column::PlanId.eq(plan.id));
    if tx
        .find_all::<plan_template_use::Entity>(this)
        .await?
        .is_empty()
    {
        let row = plan_template_use::ActiveModel {
            template_version_id: Set(version),
            plan_id: Set(plan.id),
            org_id: Set(plan.org_id),
            at: Set(tx.now()),
        };
        tx.insert_all(grant, vec![row]).await?;
    }
    Ok(())
}
