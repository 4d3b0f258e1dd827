//! Inputs of the together view, as GraphQL has them, and what they become. Words are kept as
//! they were typed, blanks and all (rule 10): none of them is a line.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Utc};

use super::goals::{TogetherAnswer, TogetherGoal};
use super::right::{TogetherNotNow, TogetherRight};
use super::safety::{TogetherCoping, TogetherPerson};
use super::start::TogetherStart;
use super::voice::TogetherVoice;
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};
use crate::plans::inputs::SENTENCES;
use crate::plans::model::{Agreement, GoalState, PlanDomain};

/// Narrows this session to the together view of a plan.
#[derive(InputObject)]
pub struct TogetherStartInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    plan: ID,
    /// 4 to 8 digits of one's own choice, which lead out again.
    pin: String,
}

impl TogetherStartInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<TogetherStart, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(TogetherStart {
            key,
            plan: id::open(viewer.app(), Kind::Plan, &self.plan)?,
            pin: self.pin.into(),
        })
    }
}

/// Records the young person's exact words.
#[derive(InputObject)]
pub struct TogetherVoiceRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The words, at most 20,000 characters; kept as they are typed.
    words: String,
    /// When those were recorded that these take the place of (`voiceRecordedAt`).
    replaces: Option<DateTime<Utc>>,
}

impl TogetherVoiceRecordInput {
    pub(super) fn parse(self) -> Result<TogetherVoice, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let words = check.text("words", self.words, STORY);
        check.done()?;
        Ok(TogetherVoice {
            key,
            words,
            replaces: self.replaces,
        })
    }
}

/// Adds a goal of the young person's.
#[derive(InputObject)]
pub struct TogetherGoalAddInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The part of life it is about.
    domain: PlanDomain,
    /// The goal in their words, at most 2,000 characters; kept as it is typed.
    text: String,
}

impl TogetherGoalAddInput {
    pub(super) fn parse(self) -> Result<TogetherGoal, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let text = check.text("text", self.text, SENTENCES);
        check.done()?;
        Ok(TogetherGoal {
            key,
            domain: self.domain,
            text,
        })
    }
}

/// What the young person thinks of one of their goals.
#[derive(InputObject)]
pub struct TogetherGoalAnswerInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The goal.
    id: ID,
    /// The goal's version that was read.
    expected_version: i32,
    /// `ACCEPTED` takes it up, `SET_ASIDE` sets it aside; as it was when absent.
    state: Option<GoalState>,
    /// What they think of it; as it was when absent.
    agreement: Option<Agreement>,
}

impl TogetherGoalAnswerInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<TogetherAnswer, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let theirs = [None, Some(GoalState::Accepted), Some(GoalState::SetAside)];
        if !theirs.contains(&self.state) {
            let message = "Here a goal is taken up or set aside.";
            check.wrong("state", FieldCode::NotAllowedHere, message);
        }
        check.done()?;
        Ok(TogetherAnswer {
            key,
            goal: id::open(viewer.app(), Kind::Goal, &self.id)?,
            expected_version: self.expected_version,
            state: self.state,
            agreement: self.agreement,
        })
    }
}

/// Chooses somebody who is safe, or takes the choice back.
#[derive(InputObject)]
pub struct TogetherSafePersonChooseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// Who, as the young person calls them, at most 2,000 characters.
    name: String,
    /// How to reach them, at most 2,000 characters; as it was when absent.
    reach: Option<String>,
    /// Whether they are chosen.
    chosen: bool,
}

impl TogetherSafePersonChooseInput {
    pub(super) fn parse(self) -> Result<TogetherPerson, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let name = check.text("name", self.name, SENTENCES);
        let reach = check.maybe("reach", self.reach, SENTENCES);
        check.done()?;
        Ok(TogetherPerson {
            key,
            name,
            reach,
            chosen: self.chosen,
        })
    }
}

/// Chooses something that helps, or takes it back.
#[derive(InputObject)]
pub struct TogetherCopingChooseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// What helps, at most 2,000 characters; kept as it is typed.
    text: String,
    /// Whether it is chosen.
    chosen: bool,
}

impl TogetherCopingChooseInput {
    pub(super) fn parse(self) -> Result<TogetherCoping, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let text = check.text("text", self.text, SENTENCES);
        check.done()?;
        Ok(TogetherCoping {
            key,
            text,
            chosen: self.chosen,
        })
    }
}

/// Records that the right not to engage was explained.
#[derive(InputObject)]
pub struct TogetherRightExplainedInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
}

impl TogetherRightExplainedInput {
    pub(super) fn parse(self) -> Result<TogetherRight, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(TogetherRight { key })
    }
}

/// Records that the young person does not want to, now.
#[derive(InputObject)]
pub struct TogetherNotNowInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// What they want to say to that, at most 20,000 characters; kept as it is typed.
    words: Option<String>,
}

impl TogetherNotNowInput {
    pub(super) fn parse(self) -> Result<TogetherNotNow, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let words = check.maybe("words", self.words, STORY);
        check.done()?;
        Ok(TogetherNotNow { key, words })
    }
}
