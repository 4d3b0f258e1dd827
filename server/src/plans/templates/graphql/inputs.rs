//! Inputs of the acts on templates.

use async_graphql::{ID, InputObject};

use crate::access::{Act, Locale, Viewer};
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::Check;
use crate::plans::inputs::SENTENCES;
use crate::plans::model::{GoalOwner, PlanDomain};
use crate::plans::templates::model::{Body, Goal, ReviewState, Situation, Step, StepBy};
use crate::plans::templates::offer::TemplateOffer;
use crate::plans::templates::publish::TemplatePublish;
use crate::plans::templates::review::TemplateReview;
use crate::plans::templates::save::TemplateSave;

/// A step of a template.
#[derive(InputObject)]
struct PlanTemplateStepInput {
    /// The step, at most 2,000 characters.
    text: String,
    /// Who would do it.
    by: StepBy,
    /// Days from the day on which it is taken, at most 365.
    days: i32,
}

/// A goal of a template.
#[derive(InputObject)]
struct PlanTemplateGoalInput {
    /// The part of life it is about.
    domain: PlanDomain,
    /// Whose goal it would be.
    owner: GoalOwner,
    /// The goal, at most 2,000 characters.
    text: String,
    /// Steps towards it, at most 10.
    steps: Vec<PlanTemplateStepInput>,
}

/// Writes the draft of a template; nobody is offered it before it is published.
#[derive(InputObject)]
pub struct PlanTemplateSaveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The template; a new one when absent.
    id: Option<ID>,
    /// The template's version that was read; 0 for a new one.
    expected_version: i32,
    /// What it is called, at most 200 characters.
    title: String,
    /// What it is for.
    situation: Situation,
    /// The language that it is written in.
    language: Locale,
    /// A word to those who use it, at most 2,000 characters.
    about: Option<String>,
    /// Goals to choose from, at most 20.
    goals: Vec<PlanTemplateGoalInput>,
}

impl PlanTemplateSaveInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<TemplateSave, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let step = |step: PlanTemplateStepInput| Step {
            text: step.text,
            by: step.by,
            days: step.days,
        };
        let goal = |goal: PlanTemplateGoalInput| Goal {
            domain: goal.domain,
            owner: goal.owner,
            text: goal.text,
            steps: goal.steps.into_iter().map(step).collect(),
        };
        let body = Body {
            title: self.title,
            situation: self.situation,
            language: self.language,
            about: self.about,
            goals: self.goals.into_iter().map(goal).collect(),
        };
        let body = body.checked(&mut check);
        check.done()?;
        viewer.may(Act::PlanTemplateWrite)?;
        let template = |id: &ID| id::open(viewer.app(), Kind::PlanTemplate, id);
        Ok(TemplateSave {
            key,
            id: self.id.as_ref().map(template).transpose()?,
            expected_version: self.expected_version,
            body,
        })
    }
}

/// Publishes the draft of a template.
#[derive(InputObject)]
pub struct PlanTemplatePublishInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The template.
    id: ID,
    /// The template's version that was read.
    expected_version: i32,
}

impl PlanTemplatePublishInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<TemplatePublish, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        viewer.may(Act::PlanTemplateWrite)?;
        Ok(TemplatePublish {
            key,
            id: id::open(viewer.app(), Kind::PlanTemplate, &self.id)?,
            expected_version: self.expected_version,
        })
    }
}

/// Withdraws a template, or offers it again.
#[derive(InputObject)]
pub struct PlanTemplateOfferInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The template.
    id: ID,
    /// The template's version that was read.
    expected_version: i32,
    /// Whether it is offered from now on.
    offered: bool,
}

impl PlanTemplateOfferInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<TemplateOffer, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        viewer.may(Act::PlanTemplateWrite)?;
        Ok(TemplateOffer {
            key,
            id: id::open(viewer.app(), Kind::PlanTemplate, &self.id)?,
            expected_version: self.expected_version,
            offered: self.offered,
        })
    }
}

/// Records how the review of a version with survivor experts stands.
#[derive(InputObject)]
pub struct PlanTemplateReviewRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The version of the template.
    template_version: ID,
    /// How it stands. `SUBMITTED` is for those who write templates, the others are for
    /// survivor experts.
    state: ReviewState,
    /// What is said, at most 2,000 characters; needed with `CHANGES_REQUESTED`.
    note: Option<String>,
}

impl PlanTemplateReviewRecordInput {
    /// The act that it is.
    pub(super) fn act(&self) -> Act {
        TemplateReview::act(self.state)
    }

    pub(super) fn parse(self, viewer: &Viewer) -> Result<TemplateReview, Refusal> {
        let act = self.act();
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.maybe("note", self.note, SENTENCES);
        check.done()?;
        viewer.may(act)?;
        let (app, version) = (viewer.app(), &self.template_version);
        Ok(TemplateReview {
            key,
            version: id::open(app, Kind::PlanTemplateVersion, version)?,
            state: self.state,
            note,
        })
    }
}
