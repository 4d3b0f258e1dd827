//! Everything that a plan says, as plain values: what is frozen and hashed, compared,
//! read back to a day, and put on paper is this.

pub mod entity;

mod compare;
mod freeze;
mod history;
mod items;
mod past;
mod told;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{
    Agreement, GoalOwner, GoalState, PlanDomain, PlanState, StepState, StrengthKind, VoiceKind,
};
use super::support::{Profile, Safety};
use crate::codes;

pub(super) use compare::{Difference, DifferenceKind, compare};
pub(super) use freeze::{Occasion, freeze, latest_frozen, open_frozen};
pub(super) use history::{note, note_paper};
pub(super) use items::{Field, material};
pub(super) use past::{at, before};
pub(super) use told::{Rows, Told};

codes! {
    /// A part of a plan.
    pub enum Part {
        Plan = "plan",
        Strength = "strength",
        Goal = "goal",
        Step = "step",
        SupportProfile = "support_profile",
        SafetyPlan = "safety_plan",
    }
}

/// What a plan says at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Content {
    #[serde(flatten)]
    pub frame: Frame,
    pub strengths: Vec<Strength>,
    pub goals: Vec<Goal>,
    #[serde(default)]
    pub profile: Option<Profile>,
    #[serde(default)]
    pub safety: Option<Safety>,
}

/// What a plan says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Frame {
    pub plan: Uuid,
    pub version: i32,
    #[serde(default)]
    pub state: Option<PlanState>,
    pub activated_at: Option<DateTime<Utc>>,
    pub review_on: Option<NaiveDate>,
    pub voice: Voice,
    #[serde(default)]
    pub right: Option<Right>,
}

/// The young person's voice (rule 65).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Voice {
    pub kind: Option<VoiceKind>,
    pub words: Option<String>,
    pub note: Option<String>,
    pub next_offer_on: Option<NaiveDate>,
    pub recorded_at: Option<DateTime<Utc>>,
    pub recorded_by: Option<Uuid>,
}

/// That the right not to engage was explained (rule 74).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Right {
    pub explained_on: NaiveDate,
    pub explained_by: Uuid,
}

/// Something that is strong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Strength {
    pub id: Uuid,
    pub kind: StrengthKind,
    pub text: String,
}

/// A goal with its steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Goal {
    pub id: Uuid,
    pub domain: PlanDomain,
    pub text: String,
    pub in_youth_words: bool,
    pub owner: GoalOwner,
    pub state: GoalState,
    pub target_on: Option<NaiveDate>,
    pub agreement: Agreement,
    #[serde(default)]
    pub position: i32,
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// A step (rule 73).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    pub id: Uuid,
    pub text: String,
    pub owner: Option<Uuid>,
    pub owner_name: Option<String>,
    pub due_on: NaiveDate,
    pub state: StepState,
    #[serde(default)]
    pub needs_sharing: bool,
    #[serde(default)]
    pub share_with: Option<String>,
    #[serde(default)]
    pub service: Option<Uuid>,
}

/// A step with the goal that it is towards, as the history keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct StepOf {
    pub goal: Uuid,
    #[serde(flatten)]
    pub step: Step,
}

/// A plan as it was frozen, with what was said at its activation (rule 71).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Frozen {
    #[serde(flatten)]
    pub content: Content,
    #[serde(default)]
    pub youth_agreement: Option<Agreement>,
    #[serde(default)]
    pub why: Option<String>,
    /// Nobody can find out by trying what was said from the hash alone.
    salt: String,
}

impl Content {
    /// The order in which a plan is read: the young person's goals first (rule 66), steps
    /// by their day.
    fn in_order(mut self) -> Self {
        self.strengths.sort_by_key(|strength| strength.id);
        self.goals
            .sort_by_key(|goal| (goal.owner != GoalOwner::Youth, goal.position, goal.id));
        for goal in &mut self.goals {
            goal.steps.sort_by_key(|step| (step.due_on, step.id));
        }
        self
    }
}
