//! Inputs of the acts on goals and steps.

use async_graphql::{ID, InputObject, MaybeUndefined};

use super::SENTENCES;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, LINE};
use crate::plans::goal_acts::{GoalAdd, GoalChange, GoalFacts};
use crate::plans::model::{Agreement, GoalOwner, GoalState, PlanDomain, StepState};
use crate::plans::step_acts::{StepAdd, StepChange, StepFacts};

/// What a goal is.
#[derive(InputObject)]
struct GoalFactsInput {
    /// The part of life it is about.
    domain: PlanDomain,
    /// The goal, at most 2,000 characters; kept as it is written.
    text: String,
    /// Whether these are the young person's own words (rule 10).
    in_youth_words: bool,
    /// Whose goal it is.
    owner: GoalOwner,
    /// By when, if a day was named.
    target_on: Option<Day>,
    /// What the young person thinks of it.
    agreement: Agreement,
}

impl GoalFactsInput {
    fn parse(self, check: &mut Check) -> GoalFacts {
        GoalFacts {
            domain: self.domain,
            text: check.text("text", self.text, SENTENCES),
            in_youth_words: self.in_youth_words,
            owner: self.owner,
            target_on: self.target_on.map(|day| day.0),
            agreement: self.agreement,
        }
    }
}

/// Adds a goal to a plan.
#[derive(InputObject)]
pub struct PlanGoalAddInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    plan: ID,
    /// The plan's version that was read.
    expected_version: i32,
    #[graphql(flatten)]
    facts: GoalFactsInput,
}

impl PlanGoalAddInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<GoalAdd, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let facts = self.facts.parse(&mut check);
        check.done()?;
        Ok(GoalAdd {
            key,
            plan: id::open(viewer.app(), Kind::Plan, &self.plan)?,
            expected_version: self.expected_version,
            facts,
        })
    }
}

/// Changes a goal.
#[derive(InputObject)]
pub struct PlanGoalChangeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The goal.
    id: ID,
    /// The goal's version that was read.
    expected_version: i32,
    /// Where it stands.
    state: GoalState,
    #[graphql(flatten)]
    facts: GoalFactsInput,
}

impl PlanGoalChangeInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<GoalChange, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let facts = self.facts.parse(&mut check);
        check.done()?;
        Ok(GoalChange {
            key,
            id: id::open(viewer.app(), Kind::Goal, &self.id)?,
            expected_version: self.expected_version,
            state: self.state,
            facts,
        })
    }
}

/// What a step is.
#[derive(InputObject)]
struct StepFactsInput {
    /// The step, at most 2,000 characters.
    text: String,
    /// The colleague who does it; this or `ownerName`.
    owner: Option<ID>,
    /// Somebody else who does it, at most 200 characters.
    owner_name: Option<String>,
    /// By when.
    due_on: Day,
    /// Whether doing it means telling somebody outside about the young person; as it was,
    /// or false, when absent.
    needs_sharing: Option<bool>,
    /// With whom, at most 200 characters; as it was when absent.
    share_with: MaybeUndefined<String>,
    /// A service of the directory that it is about; as it was when absent.
    service: MaybeUndefined<ID>,
}

impl StepFactsInput {
    fn parse(self, viewer: &Viewer, check: &mut Check) -> Result<StepFacts, Refusal> {
        let owner = self
            .owner
            .map(|owner| check.id(id::field(viewer.app(), "owner", Kind::User, &owner)))
            .transpose()?;
        let service = match self.service {
            MaybeUndefined::Undefined => MaybeUndefined::Undefined,
            MaybeUndefined::Null => MaybeUndefined::Null,
            MaybeUndefined::Value(service) => {
                let opened = id::field(viewer.app(), "service", Kind::Service, &service);
                MaybeUndefined::Value(check.id(opened)?)
            }
        };
        let share_with = match self.share_with {
            MaybeUndefined::Value(with) => match check.maybe("shareWith", Some(with), LINE) {
                Some(with) => MaybeUndefined::Value(with),
                None => MaybeUndefined::Null,
            },
            absent => absent,
        };
        let facts = StepFacts {
            text: check.text("text", self.text, SENTENCES),
            owner,
            owner_name: check.maybe("ownerName", self.owner_name, LINE),
            due_on: self.due_on.0,
            needs_sharing: self.needs_sharing,
            share_with,
            service,
        };
        facts.check_owner(check, "");
        Ok(facts)
    }
}

/// Adds a step to a goal.
#[derive(InputObject)]
pub struct PlanStepAddInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The goal.
    goal: ID,
    #[graphql(flatten)]
    facts: StepFactsInput,
}

impl PlanStepAddInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<StepAdd, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let facts = self.facts.parse(viewer, &mut check)?;
        check.done()?;
        let goal = id::open(viewer.app(), Kind::Goal, &self.goal)?;
        Ok(StepAdd { key, goal, facts })
    }
}

/// Changes a step.
#[derive(InputObject)]
pub struct PlanStepChangeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The step.
    id: ID,
    /// The step's version that was read.
    expected_version: i32,
    /// Where it stands.
    state: StepState,
    #[graphql(flatten)]
    facts: StepFactsInput,
}

impl PlanStepChangeInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<StepChange, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let facts = self.facts.parse(viewer, &mut check)?;
        check.done()?;
        Ok(StepChange {
            key,
            id: id::open(viewer.app(), Kind::Step, &self.id)?,
            expected_version: self.expected_version,
            state: self.state,
            facts,
        })
    }
}
