//! Freezes a plan as it stands: what was agreed on stays to be read (rule 71).

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::change::place;
use super::entity::{goal, plan, plan_version, step, strength};
use super::model::{
    Agreement, GoalOwner, GoalState, PlanDomain, StepState, StrengthKind, VoiceKind,
};
use super::read::youth_first;
use crate::access::{CasePermit, Class};
use crate::clock::random;
use crate::error::{Fault, Refusal};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::SealedBytes;

#[derive(Serialize)]
struct Snapshot {
    plan: Uuid,
    version: i32,
    activated_at: Option<DateTime<Utc>>,
    review_on: Option<NaiveDate>,
    voice: Voice,
    strengths: Vec<Strength>,
    goals: Vec<Goal>,
    /// Nobody can find out by trying what was said from the hash alone.
    salt: String,
}

#[derive(Serialize)]
struct Voice {
    kind: Option<VoiceKind>,
    words: Option<String>,
    note: Option<String>,
    next_offer_on: Option<NaiveDate>,
    recorded_at: Option<DateTime<Utc>>,
    recorded_by: Option<Uuid>,
}

#[derive(Serialize)]
struct Strength {
    id: Uuid,
    kind: StrengthKind,
    text: String,
}

#[derive(Serialize)]
struct Goal {
    id: Uuid,
    domain: PlanDomain,
    text: String,
    in_youth_words: bool,
    owner: GoalOwner,
    state: GoalState,
    target_on: Option<NaiveDate>,
    agreement: Agreement,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    id: Uuid,
    text: String,
    owner: Option<Uuid>,
    owner_name: Option<String>,
    due_on: NaiveDate,
    state: StepState,
}

/// Freezes `plan`, which has just become active. Its number is the plan's version.
pub(super) async fn freeze(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: &plan::Model,
    strengths: &[strength::Model],
) -> Result<(), Refusal> {
    let of_plan = goal::Column::PlanId.eq(plan.id);
    let mut goals = tx.find_all::<goal::Entity>(of_plan).await?;
    youth_first(&mut goals);
    let ids = goals.iter().map(|goal| goal.id);
    let steps = tx
        .find_all::<step::Entity>(step::Column::GoalId.is_in(ids))
        .await?;
    let snapshot = Told(permit).plan(plan, strengths, &goals, steps)?;
    let text = serde_json::to_string(&snapshot)
        .map_err(|_| Fault::Broken("a plan that cannot be written down"))?;
    let id = tx.new_id();
    let frozen = plan_version::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        plan_id: Set(plan.id),
        number: Set(plan.version),
        snapshot: Set(permit.seal(place("plan_version", "snapshot", id), &text)?),
        content_hash: Set(Sha256::digest(&text).to_vec()),
        frozen_at: Set(tx.now()),
        by_user: Set(tx.viewer().user()),
    };
    tx.insert(&permit.grant()?, frozen).await?;
    Ok(())
}

/// Opens what is sealed. Who may activate a plan may read it, so nothing is left out.
struct Told<'p>(&'p CasePermit);

impl Told<'_> {
    fn text(
        &self,
        table: &'static str,
        column: &'static str,
        row: Uuid,
        sealed: &SealedBytes,
    ) -> Result<String, Refusal> {
        self.0
            .open(Class::Narrative, place(table, column, row), sealed)?
            .ok_or(Refusal::Fault(Fault::Broken(
                "a plan activated by one who may not read it",
            )))
    }

    fn plan(
        &self,
        plan: &plan::Model,
        strengths: &[strength::Model],
        goals: &[goal::Model],
        steps: Vec<step::Model>,
    ) -> Result<Snapshot, Refusal> {
        let mut steps_of: HashMap<Uuid, Vec<step::Model>> = HashMap::new();
        for step in steps {
            steps_of.entry(step.goal_id).or_default().push(step);
        }
        let of_goal = |goal: &goal::Model| steps_of.remove(&goal.id).unwrap_or_default();
        let steps: Vec<_> = goals.iter().map(of_goal).collect();
        let told = goals.iter().zip(steps);
        Ok(Snapshot {
            plan: plan.id,
            version: plan.version,
            activated_at: plan.activated_at,
            review_on: plan.review_on,
            voice: self.voice(plan)?,
            strengths: strengths
                .iter()
                .map(|strength| self.strength(strength))
                .collect::<Result<_, _>>()?,
            goals: told
                .map(|(goal, steps)| self.goal(goal, steps))
                .collect::<Result<_, _>>()?,
            salt: hex::encode(random::<16>()),
        })
    }

    fn voice(&self, plan: &plan::Model) -> Result<Voice, Refusal> {
        let open = |column, sealed: &Option<SealedBytes>| {
            let sealed = sealed.as_ref();
            sealed
                .map(|sealed| self.text("plan", column, plan.id, sealed))
                .transpose()
        };
        Ok(Voice {
            kind: plan.voice_kind,
            words: open("voice_words", &plan.voice_words)?,
            note: open("voice_note", &plan.voice_note)?,
            next_offer_on: plan.voice_next_offer_on,
            recorded_at: plan.voice_recorded_at,
            recorded_by: plan.voice_recorded_by,
        })
    }

    fn strength(&self, row: &strength::Model) -> Result<Strength, Refusal> {
        Ok(Strength {
            id: row.id,
            kind: row.kind,
            text: self.text("strength", "text", row.id, &row.text)?,
        })
    }

    fn goal(&self, row: &goal::Model, steps: Vec<step::Model>) -> Result<Goal, Refusal> {
        Ok(Goal {
            id: row.id,
            domain: row.domain,
            text: self.text("goal", "text", row.id, &row.text)?,
            in_youth_words: row.in_youth_words,
            owner: row.owner,
            state: row.state,
            target_on: row.target_on,
            agreement: row.agreement,
            steps: steps
                .iter()
                .map(|step| self.step(step))
                .collect::<Result<_, _>>()?,
        })
    }

    fn step(&self, row: &step::Model) -> Result<Step, Refusal> {
        let name = row.owner_name.as_ref();
        Ok(Step {
            id: row.id,
            text: self.text("step", "text", row.id, &row.text)?,
            owner: row.owner_id,
            owner_name: name
                .map(|name| self.text("step", "owner_name", row.id, name))
                .transpose()?,
            due_on: row.due_on,
            state: row.state,
        })
    }
}
