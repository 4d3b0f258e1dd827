//! The input of taking from a template.

use async_graphql::{ID, InputObject, MaybeUndefined};

use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, LINE};
use crate::plans::inputs::SENTENCES;
use crate::plans::model::{Agreement, GoalOwner};
use crate::plans::step_acts::StepFacts;
use crate::plans::templates::take::{TakenGoal, TemplateTake};

/// Goals and steps that may be taken at once.
const MOST: usize = 20;

/// A step as it is to stand in the plan.
#[derive(InputObject)]
struct PlanTemplateTakeStepInput {
    /// The step, at most 2,000 characters.
    text: String,
    /// The colleague who does it; this or `ownerName`.
    owner: Option<ID>,
    /// Somebody else who does it, at most 200 characters.
    owner_name: Option<String>,
    /// By when.
    due_on: Day,
}

/// A goal as it is to stand in the plan.
#[derive(InputObject)]
struct PlanTemplateTakeGoalInput {
    /// Its number in the template.
    number: i32,
    /// The goal, at most 2,000 characters; kept as it is written.
    text: String,
    /// Whether these are the young person's own words: never the template's (rule 10).
    in_youth_words: bool,
    /// Whose goal it is.
    owner: GoalOwner,
    /// By when, if a day was named.
    target_on: Option<Day>,
    /// What the young person thinks of it.
    agreement: Agreement,
    /// Steps towards it, at most 20; those that are left out are not taken.
    steps: Vec<PlanTemplateTakeStepInput>,
}

/// Takes goals and steps from a template into a case's plan, which is started where there
/// is none.
#[derive(InputObject)]
pub struct PlanTemplateTakeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// The plan's version that was read; 0 where there was none that is worked with.
    expected_version: i32,
    /// The version of the template.
    template_version: ID,
    /// The goals, at most 20, each once.
    goals: Vec<PlanTemplateTakeGoalInput>,
}

impl PlanTemplateTakeInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<TemplateTake, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        if self.goals.len() > MOST {
            check.wrong("goals", FieldCode::TooLong, "At most 20 goals.");
        }
        let mut goals = Vec::with_capacity(self.goals.len());
        for (n, goal) in self.goals.into_iter().enumerate() {
            goals.push(goal.parse(viewer, &mut check, &format!("goals.{n}"))?);
        }
        let version = id::field(
            viewer.app(),
            "templateVersion",
            Kind::PlanTemplateVersion,
            &self.template_version,
        );
        let template = check.id(version)?;
        check.done()?;
        Ok(TemplateTake {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            expected_version: self.expected_version,
            template,
            goals,
        })
    }
}

impl PlanTemplateTakeGoalInput {
    fn parse(self, viewer: &Viewer, check: &mut Check, at: &str) -> Result<TakenGoal, Refusal> {
        if self.steps.len() > MOST {
            check.wrong(
                &format!("{at}.steps"),
                FieldCode::TooLong,
                "At most 20 steps.",
            );
        }
        let mut steps = Vec::with_capacity(self.steps.len());
        for (m, step) in self.steps.into_iter().enumerate() {
            steps.push(step.parse(viewer, check, &format!("{at}.steps.{m}."))?);
        }
        Ok(TakenGoal {
            number: self.number,
            text: check.text(&format!("{at}.text"), self.text, SENTENCES),
            in_youth_words: self.in_youth_words,
            owner: self.owner,
            target_on: self.target_on.map(|day| day.0),
            agreement: self.agreement,
            steps,
        })
    }
}

impl PlanTemplateTakeStepInput {
    fn parse(self, viewer: &Viewer, check: &mut Check, at: &str) -> Result<StepFacts, Refusal> {
        let path = format!("{at}owner");
        let owner = self
            .owner
            .map(|owner| check.id(id::field(viewer.app(), &path, Kind::User, &owner)))
            .transpose()?;
        let facts = StepFacts {
            text: check.text(&format!("{at}text"), self.text, SENTENCES),
            owner,
            owner_name: check.maybe(&format!("{at}ownerName"), self.owner_name, LINE),
            due_on: self.due_on.0,
            needs_sharing: None,
            share_with: MaybeUndefined::Undefined,
            service: MaybeUndefined::Undefined,
        };
        facts.check_owner(check, at);
        Ok(facts)
    }
}
