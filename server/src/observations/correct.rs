//! Corrects an observation. What it said before stays, with who corrected it and why.

use uuid::Uuid;

use super::entity::observation;
use super::model::FollowUp;
use super::record::look;
use super::said::Said;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// What an observation is to say from now on.
#[derive(Debug)]
pub(super) struct ObservationCorrect {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub reason: String,
    pub said: Said,
}

/// Corrects it. Returns the observation.
pub(super) async fn correct(viewer: &Viewer, input: ObservationCorrect) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::ObservationRecord, input.key, &input)
        .await?;
    let stands = tx.find::<observation::Entity>(input.id).await?;
    let permit = tx.case(stands.case_id).await?;
    let before = Said::open(&permit, &stands)?;
    Conflict::check(input.expected_version, stands.version, || {
        input.said.differs(&before)
    })?;
    let mut check = Check::default();
    input.said.check(&mut check, &tx);
    check.done()?;
    let grant = permit.grant()?;
    let past = before.past(&stands, &input.reason, &tx, &permit)?;
    tx.insert(&grant, past).await?;
    let version = stands.version + 1;
    let mut row = stands.into_active_model();
    input.said.seal_into(&mut row, input.id, &tx, &permit)?;
    look(&mut row, &input.said, &tx, &permit);
    row.version = Set(version);
    tx.update(&grant, row).await?;
    if before.follow_up != FollowUp::MandatedReport {
        input.said.follow(&mut tx, &permit).await?;
    }
    tx.commit(input.id).await
}
