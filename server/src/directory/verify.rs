//! Says that somebody has checked a service today, how, and what was confirmed (rule 81).
//! Each time is kept. Curators do.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::service;
use super::hsds::recorded;
use super::model::Capacity;
use super::vetting::entity::service_vetting;
use super::vetting::evidence::{self, Evidence};
use super::vetting::model::{CheckMethod, CheckedPart};
use super::vetting::read::notes_place;
use super::work;
use crate::access::{Act, Grant, OwnerPermit, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::prelude::*;
use crate::store::{Tx, UnscopedTx};

/// What was checked, and whether there is room.
#[derive(Debug)]
pub(super) struct ServiceVerify {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub capacity: Capacity,
    pub method: Option<CheckMethod>,
    pub confirmed: Vec<CheckedPart>,
    pub notes: Option<String>,
    pub evidence: Vec<Evidence>,
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
    work::answered(tx, id, capacity, now).await?;
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
    note(&mut tx, grant, &input).await?;
    evidence::add(&mut tx, &grant, input.id, &input.evidence).await?;
    work::seen(&mut tx, &grant, input.id).await?;
    recorded::touch(&mut tx, &grant, input.id).await?;
    tx.commit(input.id).await
}

/// Writes this time down beside those before. Notes may say where a confidential place is: they
/// are sealed.
async fn note(tx: &mut Tx, grant: Grant, input: &ServiceVerify) -> Result<(), Refusal> {
    let id = tx.new_id();
    let notes = match input.notes.as_deref() {
        Some(notes) => {
            let key = OwnerPermit::organisation(tx, grant).await?;
            Some(key.seal(notes_place(id), notes)?)
        }
        None => None,
    };
    let row = service_vetting::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        service_id: Set(input.id),
        verified_on: Set(tx.now().date_naive()),
        verified_by: Set(Some(tx.viewer().user())),
        method: Set(input.method),
        confirmed: Set(CheckedPart::kept(&input.confirmed)),
        capacity: Set(input.capacity),
        notes: Set(notes),
        created_at: Set(tx.now()),
    };
    tx.insert(&grant, row).await.map(drop)
}
