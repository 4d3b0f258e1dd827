//! Inputs of screenings that were done elsewhere, and what they become.

use async_graphql::{ID, InputObject};

use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, LINE, STORY};
use crate::observations::screening::correct::ScreeningCorrect;
use crate::observations::screening::record::ScreeningRecord;
use crate::observations::screening::said::Said;

/// What is said of a screening.
#[derive(InputObject)]
pub struct ScreeningInput {
    /// The tool's name, at most 200 characters.
    tool: String,
    /// Its version, at most 200 characters.
    tool_version: String,
    /// On which day it was used.
    administered_on: Day,
    /// Who used it, at most 200 characters.
    administrator: String,
    /// What came of it, in words, at most 20,000 characters.
    result_text: String,
    /// Whether the licence to use it was confirmed.
    licence_confirmed: bool,
}

impl ScreeningInput {
    fn parse(self, check: &mut Check) -> Said {
        Said {
            tool: check.text("tool", self.tool, LINE),
            tool_version: check.text("toolVersion", self.tool_version, LINE),
            administered_on: self.administered_on.0,
            administrator: check.text("administrator", self.administrator, LINE),
            result_text: check.text("resultText", self.result_text, STORY),
            licence_confirmed: self.licence_confirmed,
        }
    }
}

/// Refers to a screening that was done elsewhere.
#[derive(InputObject)]
pub struct ScreeningRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    #[graphql(flatten)]
    said: ScreeningInput,
}

impl ScreeningRecordInput {
    pub(in crate::observations) fn parse(
        self,
        viewer: &Viewer,
    ) -> Result<ScreeningRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let said = self.said.parse(&mut check);
        check.done()?;
        Ok(ScreeningRecord {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            said,
        })
    }
}

/// Corrects a reference to a screening that was done elsewhere.
#[derive(InputObject)]
pub struct ScreeningCorrectInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The reference.
    id: ID,
    /// The reference's version that was read.
    expected_version: i32,
    /// Why it is corrected, at most 20,000 characters.
    reason: String,
    #[graphql(flatten)]
    said: ScreeningInput,
}

impl ScreeningCorrectInput {
    pub(in crate::observations) fn parse(
        self,
        viewer: &Viewer,
    ) -> Result<ScreeningCorrect, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let reason = check.text("reason", self.reason, STORY);
        let said = self.said.parse(&mut check);
        check.done()?;
        Ok(ScreeningCorrect {
            key,
            id: id::open(viewer.app(), Kind::Screening, &self.id)?,
            expected_version: self.expected_version,
            reason,
            said,
        })
    }
}
