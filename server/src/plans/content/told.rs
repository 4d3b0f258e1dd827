//! Opens the rows of a plan into what it says.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Content, Frame, Goal, Right, Step, Strength, Voice};
use crate::access::{CasePermit, Class};
use crate::error::{Fault, Refusal};
use crate::plans::change::place;
use crate::plans::entity::{goal, plan, step, strength};
use crate::plans::support::{Profile, Safety};
use crate::vault::SealedBytes;

/// The rows of one plan.
pub(in crate::plans) struct Rows<'r> {
    pub plan: &'r plan::Model,
    pub strengths: &'r [strength::Model],
    pub goals: &'r [goal::Model],
    pub steps: Vec<step::Model>,
    pub profile: Option<Profile>,
    pub safety: Option<Safety>,
}

/// Opens what is sealed, for one who may read all of it.
pub(in crate::plans) struct Told<'p>(pub &'p CasePermit);

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
                "a plan told to one who may not read it",
            )))
    }

    fn maybe(
        &self,
        table: &'static str,
        column: &'static str,
        row: Uuid,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>, Refusal> {
        sealed
            .map(|sealed| self.text(table, column, row, sealed))
            .transpose()
    }

    /// Everything.
    pub fn content(&self, rows: Rows<'_>) -> Result<Content, Refusal> {
        let mut steps_of: HashMap<Uuid, Vec<Step>> = HashMap::new();
        for step in &rows.steps {
            let told = self.step(step)?;
            steps_of.entry(step.goal_id).or_default().push(told);
        }
        let mut goals = Vec::with_capacity(rows.goals.len());
        for goal in rows.goals {
            let mut told = self.goal(goal)?;
            told.steps = steps_of.remove(&goal.id).unwrap_or_default();
            goals.push(told);
        }
        let strengths = rows.strengths.iter().map(|row| self.strength(row));
        let content = Content {
            frame: self.frame(rows.plan)?,
            strengths: strengths.collect::<Result<_, _>>()?,
            goals,
            profile: rows.profile,
            safety: rows.safety,
        };
        Ok(content.in_order())
    }

    /// What the plan says of itself.
    pub fn frame(&self, row: &plan::Model) -> Result<Frame, Refusal> {
        let open = |column, sealed: &Option<SealedBytes>| {
            self.maybe("plan", column, row.id, sealed.as_ref())
        };
        let right = row.right_explained_on.zip(row.right_explained_by);
        Ok(Frame {
            plan: row.id,
            version: row.version,
            state: Some(row.state),
            activated_at: row.activated_at,
            review_on: row.review_on,
            voice: Voice {
                kind: row.voice_kind,
                words: open("voice_words", &row.voice_words)?,
                note: open("voice_note", &row.voice_note)?,
                next_offer_on: row.voice_next_offer_on,
                recorded_at: row.voice_recorded_at,
                recorded_by: row.voice_recorded_by,
            },
            right: right.map(|(explained_on, explained_by)| Right {
                explained_on,
                explained_by,
            }),
        })
    }

    /// A strength.
    pub fn strength(&self, row: &strength::Model) -> Result<Strength, Refusal> {
        Ok(Strength {
            id: row.id,
            kind: row.kind,
            text: self.text("strength", "text", row.id, &row.text)?,
        })
    }

    /// A goal, without its steps.
    pub fn goal(&self, row: &goal::Model) -> Result<Goal, Refusal> {
        Ok(Goal {
            id: row.id,
            domain: row.domain,
            text: self.text("goal", "text", row.id, &row.text)?,
            in_youth_words: row.in_youth_words,
            owner: row.owner,
            state: row.state,
            target_on: row.target_on,
            agreement: row.agreement,
            position: row.position,
            steps: Vec::new(),
        })
    }

    /// A step.
    pub fn step(&self, row: &step::Model) -> Result<Step, Refusal> {
        let open =
            |column, sealed: Option<&SealedBytes>| self.maybe("step", column, row.id, sealed);
        Ok(Step {
            id: row.id,
            text: self.text("step", "text", row.id, &row.text)?,
            owner: row.owner_id,
            owner_name: open("owner_name", row.owner_name.as_ref())?,
            due_on: row.due_on,
            state: row.state,
            needs_sharing: row.needs_sharing,
            share_with: open("share_with", row.share_with.as_ref())?,
            service: row.service_id,
        })
    }
}
