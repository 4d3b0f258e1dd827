//! Inputs of the acts on a plan itself.

use async_graphql::{ID, InputObject};

use super::SENTENCES;
use crate::access::{Act, Viewer};
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, STORY};
use crate::plans::activate::PlanActivate;
use crate::plans::model::{Agreement, PlanState, StrengthKind, VoiceKind};
use crate::plans::review::ReviewSet;
use crate::plans::right::RightExplained;
use crate::plans::shift::PlanMove;
use crate::plans::start::PlanStart;
use crate::plans::strength::{StrengthAdd, StrengthRemove};
use crate::plans::voice::VoiceRecord;

/// Starts a plan.
#[derive(InputObject)]
pub struct PlanStartInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
}

impl PlanStartInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<PlanStart, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        let case = id::open(viewer.app(), Kind::Case, &self.case)?;
        Ok(PlanStart { key, case })
    }
}

/// Records the young person's voice: the exact words, or why they are not there yet.
#[derive(InputObject)]
pub struct PlanVoiceRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// What there is.
    kind: VoiceKind,
    /// The words, exactly as they were said, at most 20,000 characters; with `OWN_WORDS`.
    words: Option<String>,
    /// How it came to this, at most 20,000 characters; needed without words.
    note: Option<String>,
    /// When it is offered next; needed without words.
    next_offer_on: Option<Day>,
}

impl PlanVoiceRecordInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<VoiceRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let words = check.maybe("words", self.words, STORY);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        Ok(VoiceRecord {
            key,
            id: id::open(viewer.app(), Kind::Plan, &self.id)?,
            expected_version: self.expected_version,
            kind: self.kind,
            words,
            note,
            next_offer_on: self.next_offer_on.map(|day| day.0),
        })
    }
}

/// Adds a strength.
#[derive(InputObject)]
pub struct PlanStrengthAddInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    plan: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// What kind.
    kind: StrengthKind,
    /// The strength, at most 2,000 characters.
    text: String,
}

impl PlanStrengthAddInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<StrengthAdd, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let text = check.text("text", self.text, SENTENCES);
        check.done()?;
        Ok(StrengthAdd {
            key,
            plan: id::open(viewer.app(), Kind::Plan, &self.plan)?,
            expected_version: self.expected_version,
            kind: self.kind,
            text,
        })
    }
}

/// Takes a strength away.
#[derive(InputObject)]
pub struct PlanStrengthRemoveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The strength.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
}

impl PlanStrengthRemoveInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<StrengthRemove, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(StrengthRemove {
            key,
            id: id::open(viewer.app(), Kind::Strength, &self.id)?,
            expected_version: self.expected_version,
        })
    }
}

/// Sets the day on which the plan is looked at again.
#[derive(InputObject)]
pub struct PlanReviewSetInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// The day, within the next ten years.
    review_on: Day,
}

impl PlanReviewSetInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<ReviewSet, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(ReviewSet {
            key,
            id: id::open(viewer.app(), Kind::Plan, &self.id)?,
            expected_version: self.expected_version,
            review_on: self.review_on.0,
        })
    }
}

/// Records that the right not to engage was explained.
#[derive(InputObject)]
pub struct PlanRightExplainedInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// On which day.
    explained_on: Day,
    /// By which colleague; by oneself when absent.
    by: Option<ID>,
}

impl PlanRightExplainedInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<RightExplained, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let by = self
            .by
            .map(|user| check.id(id::field(viewer.app(), "by", Kind::User, &user)))
            .transpose()?;
        check.done()?;
        Ok(RightExplained {
            key,
            id: id::open(viewer.app(), Kind::Plan, &self.id)?,
            expected_version: self.expected_version,
            explained_on: self.explained_on.0,
            by,
        })
    }
}

/// Makes the plan active.
#[derive(InputObject)]
pub struct PlanActivateInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// What the young person thinks of the plan (rule 71); `NOT_ASKED_YET` when absent.
    youth_agreement: Option<Agreement>,
    /// Why there is a new version, at most 20,000 characters. It is kept with who and when.
    note: Option<String>,
}

impl PlanActivateInput {
    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<PlanActivate, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        Ok(PlanActivate {
            key,
            id: id::open(viewer.app(), Kind::Plan, &self.id)?,
            expected_version: self.expected_version,
            agreement: self.youth_agreement.unwrap_or(Agreement::NotAskedYet),
            note,
        })
    }
}

/// Moves the plan to another state.
#[derive(InputObject)]
pub struct PlanMoveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// Where to. To `ACTIVE` it asks for what `planActivate` asks for; `COMPLETED` takes `planEnd`.
    to: PlanState,
    /// Why, at most 20,000 characters. It is kept with who and when.
    note: Option<String>,
}

impl PlanMoveInput {
    /// The act that it is.
    pub(in crate::plans) fn act(&self) -> Act {
        PlanMove::act(self.to)
    }

    pub(in crate::plans) fn parse(self, viewer: &Viewer) -> Result<PlanMove, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        Ok(PlanMove {
            key,
            id: id::open(viewer.app(), Kind::Plan, &self.id)?,
            expected_version: self.expected_version,
            to: self.to,
            note,
        })
    }
}
