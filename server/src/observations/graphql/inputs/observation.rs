//! Inputs of observations, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};

use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, LINE, STORY};
use crate::observations::correct::ObservationCorrect;
use crate::observations::model::{FollowUp, ObservationKind, SourceKind};
use crate::observations::record::ObservationRecord;
use crate::observations::review::ObservationReview;
use crate::observations::said::Said;
use crate::observations::vocabulary::ObservationCode;

/// What is said of an observation.
#[derive(InputObject)]
pub struct ObservationInput {
    /// What it is.
    kind: ObservationKind,
    /// What was observed; a protective factor is always `OTHER`, in one's own words.
    code: ObservationCode,
    /// What was observed, at most 200 characters; needed with `OTHER`.
    code_text: Option<String>,
    /// The day of it.
    observed_on: Day,
    /// Who saw or heard it, at most 200 characters, when it was not oneself.
    observer: Option<String>,
    /// Where it is known from.
    source: SourceKind,
    /// What was seen or heard, and in which circumstances, at most 20,000 characters.
    narrative: String,
    /// Whether the narrative is hard to read (rule 126).
    #[graphql(default)]
    graphic: bool,
    /// What a graphic narrative is about, in calm words, at most 200 characters.
    content_note: Option<String>,
    /// What follows of it. One is needed (rule 3).
    follow_up: Option<FollowUp>,
    /// Why, or what exactly, at most 20,000 characters; needed where nothing else follows.
    follow_up_reason: Option<String>,
}

impl ObservationInput {
    fn parse(self, check: &mut Check) -> Said {
        if self.follow_up.is_none() {
            let message = "Choose what follows of it.";
            check.wrong("followUp", FieldCode::Required, message);
        }
        Said {
            kind: self.kind,
            code: self.code,
            code_text: check.maybe("codeText", self.code_text, LINE),
            observed_on: self.observed_on.0,
            observer: check.maybe("observer", self.observer, LINE),
            source_kind: self.source,
            narrative: check.text("narrative", self.narrative, STORY),
            graphic: self.graphic,
            content_note: check.maybe("contentNote", self.content_note, LINE),
            // Where none was chosen it is refused, and this is never kept.
            follow_up: self.follow_up.unwrap_or(FollowUp::AskMore),
            follow_up_reason: check.maybe("followUpReason", self.follow_up_reason, STORY),
        }
    }
}

/// Records an observation.
#[derive(InputObject)]
pub struct ObservationRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    #[graphql(flatten)]
    said: ObservationInput,
}

impl ObservationRecordInput {
    pub(in crate::observations) fn parse(
        self,
        viewer: &Viewer,
    ) -> Result<ObservationRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let said = self.said.parse(&mut check);
        check.done()?;
        Ok(ObservationRecord {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            said,
        })
    }
}

/// Corrects an observation.
#[derive(InputObject)]
pub struct ObservationCorrectInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The observation.
    id: ID,
    /// The observation's version that was read.
    expected_version: i32,
    /// Why it is corrected, at most 20,000 characters.
    reason: String,
    #[graphql(flatten)]
    said: ObservationInput,
}

impl ObservationCorrectInput {
    pub(in crate::observations) fn parse(
        self,
        viewer: &Viewer,
    ) -> Result<ObservationCorrect, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let reason = check.text("reason", self.reason, STORY);
        let said = self.said.parse(&mut check);
        check.done()?;
        Ok(ObservationCorrect {
            key,
            id: id::open(viewer.app(), Kind::Observation, &self.id)?,
            expected_version: self.expected_version,
            reason,
            said,
        })
    }
}

/// Says that a supervisor has looked at an observation.
#[derive(InputObject)]
pub struct ObservationReviewInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The observation.
    id: ID,
    /// The observation's version that was read.
    expected_version: i32,
}

impl ObservationReviewInput {
    pub(in crate::observations) fn parse(
        self,
        viewer: &Viewer,
    ) -> Result<ObservationReview, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(ObservationReview {
            key,
            id: id::open(viewer.app(), Kind::Observation, &self.id)?,
            expected_version: self.expected_version,
        })
    }
}
