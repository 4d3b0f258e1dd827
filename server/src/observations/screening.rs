//! Refers to a screening that was done elsewhere (rule 8). There is no place here for a
//! tool's items or its scoring, and a result is told in words.

use chrono::NaiveDate;
use uuid::Uuid;

use super::entity::screening;
use super::said::day_of_a_childhood;
use crate::access::{Act, Viewer};
use crate::error::{FieldCode, Refusal};
use crate::input::Check;
use crate::store::prelude::*;
use crate::vault::Place;

/// A screening that was done elsewhere.
#[derive(Debug)]
pub(super) struct ScreeningRecord {
    pub key: Uuid,
    pub case: Uuid,
    pub tool: String,
    pub tool_version: String,
    pub administered_on: NaiveDate,
    pub administrator: String,
    pub result_text: String,
    pub licence_confirmed: bool,
}

/// The place of a sealed column.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "screening_reference",
        column,
        row,
    }
}

/// Records it. Returns the reference.
pub(super) async fn record(viewer: &Viewer, input: ScreeningRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::ScreeningRecord, input.key, &input)
        .await?;
    let permit = tx.case(input.case).await?;
    let mut check = Check::default();
    day_of_a_childhood(&mut check, "administeredOn", input.administered_on, &tx);
    if !input.result_text.chars().any(char::is_alphabetic) {
        let message = "Tell the result in words: scoring is not kept here.";
        check.wrong("resultText", FieldCode::NotAllowedHere, message);
    }
    check.done()?;
    let id = tx.new_id();
    let seal = |column, text: &str| permit.seal(place(column, id), text);
    let row = screening::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        tool: Set(seal("tool", &input.tool)?),
        tool_version: Set(seal("tool_version", &input.tool_version)?),
        administered_on: Set(input.administered_on),
        administrator: Set(seal("administrator", &input.administrator)?),
        result_text: Set(seal("result_text", &input.result_text)?),
        licence_confirmed: Set(input.licence_confirmed),
        recorded_by: Set(tx.viewer().user()),
        recorded_at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await?;
    tx.commit(id).await
}
