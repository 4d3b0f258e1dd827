//! Withdraws a template, or offers it again. Plans keep what they took.

use uuid::Uuid;

use super::entity::plan_template;
use super::save::about;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::prelude::*;

/// Whether a template is to be offered.
#[derive(Debug)]
pub(super) struct TemplateOffer {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub offered: bool,
}

/// Sets it. Returns the template.
pub(super) async fn offer(viewer: &Viewer, input: TemplateOffer) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::PlanTemplateWrite, input.key, &input)
        .await?;
    let grant = tx.may()?;
    let row = tx.find::<plan_template::Entity>(input.id).await?;
    Conflict::check(input.expected_version, row.version, || {
        vec![FieldConflict::of("offered", input.offered, !row.withdrawn)]
    })?;
    if row.number == 0 {
        let message = "Publish it first.";
        return Err(Wrong::at("offered", FieldCode::NotAllowedHere, message).into());
    }
    let version = row.version + 1;
    let mut row = row.into_active_model();
    row.version = Set(version);
    row.withdrawn = Set(!input.offered);
    row.changed_by = Set(Some(viewer.user()));
    row.changed_at = Set(tx.now());
    tx.update(&grant, row).await?;
    about(&mut tx, input.id);
    tx.commit(input.id).await
}
