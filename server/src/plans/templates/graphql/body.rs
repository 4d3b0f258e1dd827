//! What a template says, in GraphQL.

use async_graphql::SimpleObject;

use crate::access::{Class, Locale};
use crate::graphql::policy;
use crate::plans::model::{GoalOwner, PlanDomain};
use crate::plans::templates::model::{Body, Goal, Situation, Step, StepBy};

/// What a template says.
#[derive(SimpleObject)]
pub struct PlanTemplateBody {
    /// What it is called.
    #[graphql(directive = policy::apply(Class::Pointer))]
    title: String,
    /// What it is for.
    #[graphql(directive = policy::apply(Class::Pointer))]
    situation: Situation,
    /// The language that it is written in.
    #[graphql(directive = policy::apply(Class::Pointer))]
    language: Locale,
    /// A word to those who use it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    about: Option<String>,
    /// Goals to choose from, in their order.
    #[graphql(directive = policy::apply(Class::Pointer))]
    goals: Vec<PlanTemplateGoal>,
}

/// A goal of a template: an offer.
#[derive(SimpleObject)]
pub struct PlanTemplateGoal {
    /// Its number, by which it is taken.
    #[graphql(directive = policy::apply(Class::Pointer))]
    number: i32,
    /// The part of life it is about.
    #[graphql(directive = policy::apply(Class::Pointer))]
    domain: PlanDomain,
    /// Whose goal it would be.
    #[graphql(directive = policy::apply(Class::Pointer))]
    owner: GoalOwner,
    /// The goal, in words that can be changed.
    #[graphql(directive = policy::apply(Class::Pointer))]
    text: String,
    /// Steps towards it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    steps: Vec<PlanTemplateStep>,
}

/// A step of a template.
#[derive(SimpleObject)]
pub struct PlanTemplateStep {
    /// The step.
    #[graphql(directive = policy::apply(Class::Pointer))]
    text: String,
    /// Who would do it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    by: StepBy,
    /// Days from the day on which it is taken.
    #[graphql(directive = policy::apply(Class::Pointer))]
    days: i32,
}

impl From<Body> for PlanTemplateBody {
    fn from(body: Body) -> Self {
        let numbered = (1..).zip(body.goals);
        Self {
            title: body.title,
            situation: body.situation,
            language: body.language,
            about: body.about,
            goals: numbered.map(|(n, goal)| goal.numbered(n)).collect(),
        }
    }
}

impl Goal {
    fn numbered(self, number: i32) -> PlanTemplateGoal {
        PlanTemplateGoal {
            number,
            domain: self.domain,
            owner: self.owner,
            text: self.text,
            steps: self.steps.into_iter().map(PlanTemplateStep::from).collect(),
        }
    }
}

impl From<Step> for PlanTemplateStep {
    fn from(step: Step) -> Self {
        Self {
            text: step.text,
            by: step.by,
            days: step.days,
        }
    }
}
