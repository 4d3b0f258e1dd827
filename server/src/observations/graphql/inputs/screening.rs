//! The input of a screening that was done elsewhere.

use async_graphql::{ID, InputObject};

use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, LINE, STORY};
use crate::observations::screening::ScreeningRecord;

/// Refers to a screening that was done elsewhere.
#[derive(InputObject)]
pub struct ScreeningRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
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

impl ScreeningRecordInput {
    pub(in crate::observations) fn parse(
        self,
        viewer: &Viewer,
    ) -> Result<ScreeningRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let tool = check.text("tool", self.tool, LINE);
        let tool_version = check.text("toolVersion", self.tool_version, LINE);
        let administrator = check.text("administrator", self.administrator, LINE);
        let result_text = check.text("resultText", self.result_text, STORY);
        check.done()?;
        Ok(ScreeningRecord {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            tool,
            tool_version,
            administered_on: self.administered_on.0,
            administrator,
            result_text,
            licence_confirmed: self.licence_confirmed,
        })
    }
}
