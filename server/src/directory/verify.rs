//! Says that somebody has checked a service today (rule 81). Curators do.

use uuid::Uuid;

use super::entity::service;
use super::model::Capacity;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::prelude::*;

/// What was checked, and whether there is room.
#[derive(Debug)]
pub(super) struct ServiceVerify {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub capacity: Capacity,
}

/// Verifies. Returns the service.
pub(super) async fn verify(viewer: &Viewer, input: ServiceVerify) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ServiceRecord, input.key, &input).await?;
    let grant = tx.may()?;
    let found = tx.find::<service::Entity>(input.id).await?;
    Conflict::check(input.expected_version, found.version, || {
        vec![FieldConflict::of(
            "capacity",
            input.capacity.code().to_uppercase(),
            found.capacity.code().to_uppercase(),
        )]
    })?;
    if found.closed {
        let message = "This service has ended. Record it as open first.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let (today, version) = (tx.now().date_naive(), found.version);
    let mut row = found.into_active_model();
    row.version = Set(version + 1);
    row.verified_on = Set(today);
    row.verified_by = Set(Some(viewer.user()));
    row.capacity = Set(input.capacity);
    row.capacity_on = Set(Some(today));
    tx.update(&grant, row).await?;
    tx.commit(input.id).await
}
