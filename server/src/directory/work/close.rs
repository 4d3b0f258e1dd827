//! Says that a service has ended. Curators do.

use uuid::Uuid;

use super::marks::seen;
use crate::access::{Act, Viewer};
use crate::directory::entity::service;
use crate::directory::hsds::recorded;
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::store::prelude::*;

/// A service that has ended.
#[derive(Debug)]
pub(super) struct ServiceClose {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
}

/// Closes it. Returns the service.
pub(super) async fn close(viewer: &Viewer, input: ServiceClose) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ServiceRecord, input.key, &input).await?;
    let grant = tx.may()?;
    let found = tx.find::<service::Entity>(input.id).await?;
    Conflict::check(input.expected_version, found.version, || {
        vec![FieldConflict::of("closed", true, found.closed)]
    })?;
    let version = found.version;
    let mut row = found.into_active_model();
    row.version = Set(version + 1);
    row.closed = Set(true);
    tx.update(&grant, row).await?;
    seen(&mut tx, &grant, input.id).await?;
    recorded::touch(&mut tx, &grant, input.id).await?;
    tx.commit(input.id).await
}
