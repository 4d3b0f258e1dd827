//! Inputs of the acts on reviews.

use async_graphql::{ID, InputObject};

use super::hold::ReviewHold;
use super::open::{ReviewOpen, ReviewTrigger};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, STORY};
use crate::plans::model::Agreement;

/// Calls for a review before its day.
#[derive(InputObject)]
pub struct PlanReviewOpenInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// What happened.
    trigger: ReviewTrigger,
    /// A word on it, at most 20,000 characters.
    note: Option<String>,
}

impl PlanReviewOpenInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReviewOpen, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        Ok(ReviewOpen {
            key,
            id: id::open(viewer.app(), Kind::Plan, &self.id)?,
            expected_version: self.expected_version,
            trigger: self.trigger,
            note,
        })
    }
}

/// Holds a review.
#[derive(InputObject)]
pub struct PlanReviewHoldInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// What changed since the last one, at most 20,000 characters.
    changed: String,
    /// What the young person thinks of the plan as it is now.
    youth_agreement: Agreement,
    /// What they said to it, exactly as they said it, at most 20,000 characters.
    youth_words: Option<String>,
    /// The next day, when it is to be sooner than the cadence has it.
    next_on: Option<Day>,
}

impl PlanReviewHoldInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReviewHold, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let changed = check.text("changed", self.changed, STORY);
        let youth_words = check.maybe("youthWords", self.youth_words, STORY);
        check.done()?;
        Ok(ReviewHold {
            key,
            id: id::open(viewer.app(), Kind::Plan, &self.id)?,
            expected_version: self.expected_version,
            changed,
            agreement: self.youth_agreement,
            youth_words,
            next_on: self.next_on.map(|day| day.0),
        })
    }
}
