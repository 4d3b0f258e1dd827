//! Ends a plan (rule 76). It opens again in one move and keeps what is written here.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::entity::plan_ending;
use crate::access::{Act, Viewer};
use crate::codes;
use crate::error::{Conflict, Fault, FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::Check;
use crate::plans::activate::moved;
use crate::plans::change::{OpenGoals, place, save};
use crate::plans::entity::{goal, plan};
use crate::plans::model::{Agreement, PlanState};
use crate::plans::support::ContactWishKind;
use crate::store::prelude::*;

codes! {
    /// Whose words an outcome is told in.
    pub enum OutcomeVoice {
        Youth = "youth",
        Team = "team",
    }
}

/// What came of a goal.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct GoalOutcome {
    pub goal: Uuid,
    pub words: String,
    pub voice: OutcomeVoice,
}

/// What an ending says, as it is sealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Said {
    pub outcomes: Vec<GoalOutcome>,
    pub remains: String,
    pub aftercare_note: Option<String>,
}

/// The ending.
#[derive(Debug)]
pub(super) struct PlanEnd {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub said: Said,
    pub aftercare: ContactWishKind,
    pub agreement: Agreement,
}

/// Ends it. Returns the plan.
pub(super) async fn end(viewer: &Viewer, input: PlanEnd) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let plan = tx.find::<plan::Entity>(input.id).await?;
    let permit = tx.case(plan.case_id).await?;
    let to = PlanState::Completed;
    Conflict::check(input.expected_version, plan.version, || {
        vec![moved(to, plan.state)]
    })?;
    plan.state.check_move(to)?;
    let of_plan = goal::Column::PlanId.eq(plan.id);
    let goals = tx.find_all::<goal::Entity>(of_plan).await?;
    check(viewer, &input.said, &goals)?;
    let text = serde_json::to_string(&input.said)
        .map_err(|_| Fault::Broken("an ending that cannot be written down"))?;
    let id = tx.new_id();
    let row = plan_ending::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(plan.case_id),
        plan_id: Set(plan.id),
        content: Set(permit.seal(place("plan_ending", "content", id), &text)?),
        aftercare: Set(input.aftercare),
        youth_agreement: Set(input.agreement),
        by_user: Set(viewer.user()),
        at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await?;
    let plan = save(&mut tx, &permit, plan, OpenGoals::Are(0), |row| {
        row.state = Set(to);
    })
    .await?;
    tx.commit(plan.id).await
}

/// Each goal of the plan once, and no other.
fn check(viewer: &Viewer, said: &Said, goals: &[goal::Model]) -> Result<(), Refusal> {
    let mut check = Check::default();
    let mut told = BTreeSet::new();
    for (n, outcome) in said.outcomes.iter().enumerate() {
        let path = format!("outcomes.{n}.goal");
        if !goals.iter().any(|goal| goal.id == outcome.goal) {
            check.wrong(&path, FieldCode::UnknownId, "This is no goal of the plan.");
        } else if !told.insert(outcome.goal) {
            check.wrong(
                &path,
                FieldCode::NotAllowedHere,
                "Say it once for each goal.",
            );
        }
    }
    for goal in goals.iter().filter(|goal| !told.contains(&goal.id)) {
        let path = format!("outcomes.{}", id::id_of(viewer.app(), Kind::Goal, goal.id)?);
        check.wrong(&path, FieldCode::Required, "Say what came of this goal.");
    }
    check.done()
}
