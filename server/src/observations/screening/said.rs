//! What a reference to a screening says: checked, sealed, and opened again.

use chrono::NaiveDate;

use super::{past_place, place};
use crate::access::{CasePermit, Class};
use crate::error::{Fault, FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::observations::entity::{screening, screening_past};
use crate::observations::said::day_of_a_childhood;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::SealedBytes;

/// What is said of a screening.
#[derive(Clone, Debug)]
pub(in crate::observations) struct Said {
    pub tool: String,
    pub tool_version: String,
    pub administered_on: NaiveDate,
    pub administrator: String,
    pub result_text: String,
    pub licence_confirmed: bool,
}

impl Said {
    /// What of it is not to be kept.
    pub fn check(&self, check: &mut Check, tx: &Tx) {
        day_of_a_childhood(check, "administeredOn", self.administered_on, tx);
        if !self.result_text.chars().any(char::is_alphabetic) {
            let message = "Tell the result in words: scoring is not kept here.";
            check.wrong("resultText", FieldCode::NotAllowedHere, message);
        }
    }

    /// Puts it into the row, as its writer's present wording.
    pub fn seal_into(
        &self,
        row: &mut screening::ActiveModel,
        tx: &Tx,
        permit: &CasePermit,
    ) -> Result<(), Refusal> {
        let id = *row.id.as_ref();
        let seal = |column, text: &str| permit.seal(place(column, id), text);
        row.tool = Set(seal("tool", &self.tool)?);
        row.tool_version = Set(seal("tool_version", &self.tool_version)?);
        row.administered_on = Set(self.administered_on);
        row.administrator = Set(seal("administrator", &self.administrator)?);
        row.result_text = Set(seal("result_text", &self.result_text)?);
        row.licence_confirmed = Set(self.licence_confirmed);
        row.recorded_by = Set(tx.viewer().user());
        row.recorded_at = Set(tx.now());
        Ok(())
    }

    /// What the row says.
    pub fn open(permit: &CasePermit, row: &screening::Model) -> Result<Self, Refusal> {
        let open = |column, sealed: &SealedBytes| {
            let found = permit.open(Class::Observation, place(column, row.id), sealed)?;
            found.ok_or(Refusal::Fault(Fault::Broken(
                "a permit to record what it does not show",
            )))
        };
        Ok(Self {
            tool: open("tool", &row.tool)?,
            tool_version: open("tool_version", &row.tool_version)?,
            administered_on: row.administered_on,
            administrator: open("administrator", &row.administrator)?,
            result_text: open("result_text", &row.result_text)?,
            licence_confirmed: row.licence_confirmed,
        })
    }

    /// The fields in which this and what stands differ.
    pub fn differs(&self, theirs: &Self) -> Vec<Option<FieldConflict>> {
        let text = |path, pick: fn(&Self) -> &String| {
            FieldConflict::of(path, pick(self).as_str(), pick(theirs).as_str())
        };
        vec![
            text("tool", |said| &said.tool),
            text("toolVersion", |said| &said.tool_version),
            FieldConflict::of(
                "administeredOn",
                self.administered_on,
                theirs.administered_on,
            ),
            text("administrator", |said| &said.administrator),
            text("resultText", |said| &said.result_text),
            FieldConflict::of(
                "licenceConfirmed",
                self.licence_confirmed,
                theirs.licence_confirmed,
            ),
        ]
    }

    /// The row of this wording as one of the past, corrected now for `reason`.
    pub fn past(
        &self,
        of: &screening::Model,
        reason: &str,
        tx: &Tx,
        permit: &CasePermit,
    ) -> Result<screening_past::ActiveModel, Refusal> {
        let id = tx.new_id();
        let seal = |column, text: &str| permit.seal(past_place(column, id), text);
        Ok(screening_past::ActiveModel {
            id: Set(id),
            org_id: Set(of.org_id),
            case_id: Set(of.case_id),
            screening_id: Set(of.id),
            version: Set(of.version),
            tool: Set(seal("tool", &self.tool)?),
            tool_version: Set(seal("tool_version", &self.tool_version)?),
            administered_on: Set(self.administered_on),
            administrator: Set(seal("administrator", &self.administrator)?),
            result_text: Set(seal("result_text", &self.result_text)?),
            licence_confirmed: Set(self.licence_confirmed),
            recorded_by: Set(of.recorded_by),
            recorded_at: Set(of.recorded_at),
            reason: Set(seal("reason", reason)?),
            corrected_by: Set(tx.viewer().user()),
            corrected_at: Set(tx.now()),
        })
    }
}
