//! Says that somebody has checked a service today (rule 81). Curators do.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::service;
use super::hsds::recorded;
use super::model::Capacity;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::UnscopedTx;
use crate::store::prelude::*;

/// What was checked, and whether there is room.
#[derive(Debug)]
pub(super) struct ServiceVerify {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub capacity: Capacity,
}

/// Keeps what a service told of itself, in answer to a question of ours: whether it has room.
/// That is no word on the rest of its entry, which is as old as it was.
pub(crate) async fn told_by_service(
    tx: &UnscopedTx,
    id: Uuid,
    capacity: Capacity,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    use service::Column as S;
    service::Entity::update_many()
        .col_expr(S::Version, Expr::col(S::Version).add(1))
        .col_expr(S::Capacity, Expr::value(capacity.code()))
        .col_expr(S::CapacityOn, Expr::value(now.date_naive()))
        .col_expr(S::CapacityByService, Expr::value(true))
        .filter(S::Id.eq(id))
        .exec(tx)
        .await?;
    recorded::told(tx, id, now).await
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
    row.capacity_by_service = Set(false);
    tx.update(&grant, row).await?;
    recorded::touch(&mut tx, &grant, input.id).await?;
    tx.commit(input.id).await
}
