//! A supervisor's look at an observation of which nothing else follows (rule 3).

use uuid::Uuid;

use super::entity::observation;
use super::model::FollowUp;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::store::prelude::*;

/// An observation that was looked at.
#[derive(Debug)]
pub(super) struct ObservationReview {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
}

/// Writes down who looked at it, and when. Returns the observation.
pub(super) async fn review(viewer: &Viewer, input: ObservationReview) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::ObservationReview, input.key, &input)
        .await?;
    let stands = tx.find::<observation::Entity>(input.id).await?;
    let permit = tx.case(stands.case_id).await?;
    // A look has no value that could differ: whoever sees it anew looks again.
    Conflict::check(input.expected_version, stands.version, Vec::new)?;
    if stands.follow_up != FollowUp::RecordedReviewed || stands.reviewed_at.is_some() {
        let message = "This does not wait for a look.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let version = stands.version + 1;
    let mut row = stands.into_active_model();
    row.reviewed_by = Set(Some(tx.viewer().user()));
    row.reviewed_at = Set(Some(tx.now()));
    row.version = Set(version);
    tx.update(&permit.grant()?, row).await?;
    tx.commit(input.id).await
}
