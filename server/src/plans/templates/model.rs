//! What a template says.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::access::Locale;
use crate::codes;
use crate::error::{Fault, FieldCode, Refusal};
use crate::input::{Check, LINE};
use crate::plans::inputs::SENTENCES;
use crate::plans::model::{GoalOwner, PlanDomain};

codes! {
    /// What a template is for.
    pub enum Situation {
        JustRecovered = "just_recovered",
        FosterPlacement = "foster_placement",
        ReturningHome = "returning_home",
        AfterBeingAway = "after_being_away",
        PregnantOrParenting = "pregnant_or_parenting",
        CourtAhead = "court_ahead",
        TurningEighteen = "turning_eighteen",
        Other = "other",
    }
}

codes! {
    /// Who would do a step; who it is, is said when it is taken.
    pub enum StepBy {
        Specialist = "specialist",
        Advocate = "advocate",
        Supervisor = "supervisor",
        Youth = "youth",
        Caregiver = "caregiver",
        SomebodyElse = "somebody_else",
    }
}

codes! {
    /// How a review with survivor experts stands (rule 118).
    pub enum ReviewState {
        Submitted = "submitted",
        InReview = "in_review",
        ChangesRequested = "changes_requested",
        Endorsed = "endorsed",
        Declined = "declined",
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// How a template stands.
    pub enum TemplateState {
        /// Never published.
        Draft = "draft",
        /// Offered to those who write plans.
        Offered = "offered",
        /// Not offered any more; plans keep what they took.
        Withdrawn = "withdrawn",
    }
}

/// Goals that a template may hold.
const MOST_GOALS: usize = 20;
/// Steps that a goal of a template may hold.
const MOST_STEPS: usize = 10;
/// Days that a step may have.
const MOST_DAYS: i32 = 365;

/// What a template says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Body {
    pub title: String,
    pub situation: Situation,
    pub language: Locale,
    pub about: Option<String>,
    pub goals: Vec<Goal>,
}

/// A goal of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Goal {
    pub domain: PlanDomain,
    /// Whose goal it would be (rule 66).
    pub owner: GoalOwner,
    pub text: String,
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// A step of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub text: String,
    pub by: StepBy,
    /// Days from the day on which it is taken.
    pub days: i32,
}

impl Body {
    /// The body, with what is wrong with it noted.
    pub fn checked(mut self, check: &mut Check) -> Self {
        self.title = check.text("title", self.title, LINE);
        self.about = check.maybe("about", self.about, SENTENCES);
        if self.goals.len() > MOST_GOALS {
            check.wrong("goals", FieldCode::TooLong, "At most 20 goals.");
        }
        for (n, goal) in self.goals.iter_mut().enumerate() {
            let text = std::mem::take(&mut goal.text);
            goal.text = check.text(&format!("goals.{n}.text"), text, SENTENCES);
            if goal.steps.len() > MOST_STEPS {
                let path = format!("goals.{n}.steps");
                check.wrong(&path, FieldCode::TooLong, "At most 10 steps.");
            }
            for (m, step) in goal.steps.iter_mut().enumerate() {
                let text = std::mem::take(&mut step.text);
                let at = format!("goals.{n}.steps.{m}");
                step.text = check.text(&format!("{at}.text"), text, SENTENCES);
                if !(0..=MOST_DAYS).contains(&step.days) {
                    let message = "Choose between 0 and 365 days.";
                    check.wrong(&format!("{at}.days"), FieldCode::NotAllowedHere, message);
                }
            }
        }
        self
    }

    /// Every text in it, with its path.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let head = [("title", Some(&self.title)), ("about", self.about.as_ref())];
        let head = head
            .into_iter()
            .filter_map(|(path, text)| Some((path.to_owned(), text?.as_str())));
        let goals = self.goals.iter().enumerate().flat_map(|(n, goal)| {
            let steps = goal.steps.iter().enumerate();
            let steps =
                steps.map(move |(m, step)| (format!("goals.{n}.steps.{m}.text"), &*step.text));
            std::iter::once((format!("goals.{n}.text"), &*goal.text)).chain(steps)
        });
        head.chain(goals)
    }

    /// The goals as lines, for a conflict that shows both versions.
    pub fn goal_lines(&self) -> String {
        let mut lines = Vec::new();
        for goal in &self.goals {
            lines.push(goal.text.clone());
            lines.extend(goal.steps.iter().map(|step| format!("- {}", step.text)));
        }
        lines.join("\n")
    }

    /// As it is kept: the same body always gives the same text.
    pub fn text_of(&self) -> Result<String, Refusal> {
        serde_json::to_string(self)
            .map_err(|_| Fault::Broken("a template that cannot be written down").into())
    }

    /// From how it is kept.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        serde_json::from_str(text)
            .map_err(|_| Fault::Broken("a template that cannot be read").into())
    }

    /// From how it was frozen: refused as broken when it is not what was hashed.
    pub fn frozen(text: &str, hash: &[u8]) -> Result<Self, Refusal> {
        if hash_of(text) != hash {
            return Err(Fault::Broken("a template that is not what was published").into());
        }
        Self::read(text)
    }
}

/// The hash to which a version is bound.
pub(super) fn hash_of(text: &str) -> Vec<u8> {
    Sha256::digest(text).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_069_no_code_of_a_template_blames() {
        let every = (Situation::ALL.iter().map(|code| code.code()))
            .chain(StepBy::ALL.iter().map(|code| code.code()))
            .chain(ReviewState::ALL.iter().map(|code| code.code()))
            .chain(TemplateState::ALL.iter().map(|code| code.code()));
        for code in every {
            assert_eq!(super::super::terms::avoided(code), None, "{code}");
        }
    }
}
