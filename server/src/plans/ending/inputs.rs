//! The input of the ending of a plan.

use async_graphql::{ID, InputObject};

use super::act::{GoalOutcome, OutcomeVoice, PlanEnd, Said};
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};
use crate::plans::model::Agreement;
use crate::plans::support::ContactWishKind;

/// Goals that a plan may be ended with at once.
const MOST: usize = 500;

/// What came of a goal.
#[derive(InputObject)]
pub struct GoalOutcomeInput {
    /// The goal.
    goal: ID,
    /// What came of it, at most 20,000 characters.
    words: String,
    /// Whose words these are.
    voice: OutcomeVoice,
}

/// Ends a plan (rule 76).
#[derive(InputObject)]
pub struct PlanEndInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// What came of each goal of the plan, each once.
    outcomes: Vec<GoalOutcomeInput>,
    /// What remains to be done or to be watched, at most 20,000 characters.
    remains: String,
    /// How the young person wants to hear from us afterwards.
    aftercare: ContactWishKind,
    /// A word on that, at most 20,000 characters.
    aftercare_note: Option<String>,
    /// What the young person thinks of ending it.
    youth_agreement: Agreement,
}

impl PlanEndInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<PlanEnd, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        if self.outcomes.len() > MOST {
            check.wrong("outcomes", FieldCode::TooLong, "At most 500 goals.");
        }
        let mut outcomes = Vec::with_capacity(self.outcomes.len());
        for (n, told) in self.outcomes.into_iter().enumerate() {
            let path = format!("outcomes.{n}.goal");
            let goal = id::field(viewer.app(), &path, Kind::Goal, &told.goal);
            outcomes.push(GoalOutcome {
                goal: check.id(goal)?,
                words: check.text(&format!("outcomes.{n}.words"), told.words, STORY),
                voice: told.voice,
            });
        }
        let said = Said {
            outcomes,
            remains: check.text("remains", self.remains, STORY),
            aftercare_note: check.maybe("aftercareNote", self.aftercare_note, STORY),
        };
        check.done()?;
        Ok(PlanEnd {
            key,
            id: id::open(viewer.app(), Kind::Plan, &self.id)?,
            expected_version: self.expected_version,
            said,
            aftercare: self.aftercare,
            agreement: self.youth_agreement,
        })
    }
}
