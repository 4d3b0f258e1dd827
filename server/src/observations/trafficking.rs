//! Records a trafficking type and revises one. What was thought before stays (rule 6).

use chrono::NaiveDate;
use uuid::Uuid;

use super::entity::trafficking;
use super::framework::frameworks;
use super::model::{SourceKind, TraffickingType};
use super::said::day_of_a_childhood;
use crate::access::{Act, CasePermit, Viewer};
use crate::clocks;
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// A type as it is known on a day.
#[derive(Debug)]
pub(super) struct Known {
    pub trafficking_type: TraffickingType,
    pub as_of: NaiveDate,
    pub source_kind: SourceKind,
    pub note: Option<String>,
}

/// A type to be recorded.
#[derive(Debug)]
pub(super) struct TypeRecord {
    pub key: Uuid,
    pub case: Uuid,
    pub known: Known,
}

/// A type that is thought of differently now.
#[derive(Debug)]
pub(super) struct TypeRevise {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub reason: String,
    /// What is known in its place, if anything is.
    pub instead: Option<Known>,
}

/// The place of a sealed column.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "trafficking_type_entry",
        column,
        row,
    }
}

/// Records it beside what stands already. Returns the entry.
pub(super) async fn record(viewer: &Viewer, input: TypeRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::TraffickingRecord, input.key, &input)
        .await?;
    let permit = tx.case(input.case).await?;
    let id = insert(&mut tx, &permit, "", &input.known).await?;
    tx.commit(id).await
}

/// Revises it. Returns the entry that stands in its place; itself, when none does.
pub(super) async fn revise(viewer: &Viewer, input: TypeRevise) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::TraffickingRecord, input.key, &input)
        .await?;
    let stands = tx.find::<trafficking::Entity>(input.id).await?;
    let permit = tx.case(stands.case_id).await?;
    let (id, version) = (stands.id, stands.version + 1);
    Conflict::check(input.expected_version, stands.version, || {
        vec![FieldConflict::of("revisedAt", tx.now(), stands.revised_at)]
    })?;
    if stands.revised_at.is_some() {
        let message = "This was revised before.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let mut row = stands.into_active_model();
    row.version = Set(version);
    row.revised_at = Set(Some(tx.now()));
    row.revised_by = Set(Some(tx.viewer().user()));
    row.revised_reason = Set(Some(
        permit.seal(place("revised_reason", id), &input.reason)?,
    ));
    let revised = tx.update(&permit.grant()?, row).await?;
    let Some(known) = &input.instead else {
        return tx.commit(id).await;
    };
    let new = insert(&mut tx, &permit, "instead.", known).await?;
    let mut row = revised.into_active_model();
    row.replaced_by = Set(Some(new));
    tx.update(&permit.grant()?, row).await?;
    tx.commit(new).await
}

/// Adds an entry, if none of the same type stands. The first that is known of a young person in
/// state care is their identification, from which a clock runs (rule 56).
async fn insert(
    tx: &mut Tx,
    permit: &CasePermit,
    path: &str,
    known: &Known,
) -> Result<Uuid, Refusal> {
    let mut check = Check::default();
    day_of_a_childhood(&mut check, &format!("{path}asOf"), known.as_of, tx);
    let stands = Condition::all()
        .add(trafficking::Column::CaseId.eq(permit.case()))
        .add(trafficking::Column::TraffickingType.eq(known.trafficking_type))
        .add(trafficking::Column::RevisedAt.is_null());
    if !tx.find_all::<trafficking::Entity>(stands).await?.is_empty() {
        let message = "This type stands on the case already.";
        check.wrong(&format!("{path}type"), FieldCode::NotAllowedHere, message);
    }
    check.done()?;
    let id = tx.new_id();
    let row = trafficking::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        version: Set(1),
        case_id: Set(permit.case()),
        trafficking_type: Set(known.trafficking_type),
        framework_version: Set(frameworks()?.recorded_by.clone()),
        as_of: Set(known.as_of),
        source_kind: Set(known.source_kind),
        note: Set(permit.seal_some(place("note", id), known.note.as_deref())?),
        recorded_by: Set(tx.viewer().user()),
        recorded_at: Set(tx.now()),
        revised_at: Set(None),
        revised_by: Set(None),
        revised_reason: Set(None),
        replaced_by: Set(None),
    };
    tx.insert(&permit.grant()?, row).await?;
    if known.trafficking_type != TraffickingType::NotYetKnown {
        clocks::identified(tx, permit).await?;
    }
    Ok(id)
}
