//! Records an observation (rules 1, 3).

use uuid::Uuid;

use super::entity::observation;
use super::model::FollowUp;
use super::said::Said;
use crate::access::{Act, CasePermit, Viewer};
use crate::error::Refusal;
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;

/// An observation to be recorded.
#[derive(Debug)]
pub(super) struct ObservationRecord {
    pub key: Uuid,
    pub case: Uuid,
    pub said: Said,
}

/// Records it, and starts what its follow-up brings. Returns the observation.
pub(super) async fn record(viewer: &Viewer, input: ObservationRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::ObservationRecord, input.key, &input)
        .await?;
    let permit = tx.case(input.case).await?;
    let mut check = Check::default();
    input.said.check(&mut check, &tx);
    check.done()?;
    let id = tx.new_id();
    let mut row = observation::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        version: Set(1),
        case_id: Set(input.case),
        ..Default::default()
    };
    input.said.seal_into(&mut row, id, &tx, &permit)?;
    look(&mut row, &input.said, &tx, &permit);
    tx.insert(&permit.grant()?, row).await?;
    input.said.follow(&mut tx, &permit).await?;
    tx.commit(id).await
}

/// A supervisor who writes it down has looked at it; of anybody else's it still waits.
pub(super) fn look(row: &mut observation::ActiveModel, said: &Said, tx: &Tx, permit: &CasePermit) {
    let looked = said.follow_up == FollowUp::RecordedReviewed
        && permit.allows(tx.viewer(), Act::ObservationReview);
    row.reviewed_by = Set(looked.then(|| tx.viewer().user()));
    row.reviewed_at = Set(looked.then(|| tx.now()));
}
