//! Writes down a warm hand-off: the young person was introduced, not only sent (rule 92).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{referral, warm_hand_off};
use super::model::IntroductionPreference;
use crate::access::{Act, Viewer};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::people;
use crate::store::prelude::*;
use crate::vault::Place;

/// Who called whom, who was there, and how the young person wanted it.
#[derive(Debug)]
pub(super) struct HandOff {
    pub key: Uuid,
    pub referral: Uuid,
    pub called_at: Option<DateTime<Utc>>,
    pub called_by: Option<Uuid>,
    pub spoke_with: String,
    pub youth_present: bool,
    pub youth_preference: IntroductionPreference,
    pub youth_words: Option<String>,
}

/// The place of a sealed column of hand-off `row`.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "warm_hand_off",
        column,
        row,
    }
}

/// Records it. Returns the referral.
pub(super) async fn record(viewer: &Viewer, input: HandOff) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::ReferralHandOff, input.key, &input)
        .await?;
    let referral = tx.find::<referral::Entity>(input.referral).await?;
    let permit = tx.case(referral.case_id).await?;
    let mut check = Check::default();
    check.has_been("calledAt", input.called_at, tx.now());
    if !referral.state.was_sent() {
        let message = "Nobody there has heard of it. Send the referral first.";
        check.wrong("referral", FieldCode::NotAllowedHere, message);
    }
    check.done()?;
    let called_by = input.called_by.unwrap_or(viewer.user());
    if people::colleagues_by_id(viewer, &[called_by])
        .await?
        .is_empty()
    {
        let message = "There is no colleague with this id.";
        return Err(Wrong::at("calledBy", FieldCode::UnknownId, message).into());
    }
    let id = tx.new_id();
    let words = input.youth_words.as_deref();
    let row = warm_hand_off::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(referral.case_id),
        referral_id: Set(referral.id),
        called_at: Set(input.called_at.unwrap_or(tx.now())),
        called_by: Set(called_by),
        spoke_with: Set(permit.seal(place("spoke_with", id), &input.spoke_with)?),
        youth_present: Set(input.youth_present),
        youth_preference: Set(input.youth_preference),
        youth_words: Set(permit.seal_some(place("youth_words", id), words)?),
        recorded_by: Set(viewer.user()),
        recorded_at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await?;
    tx.commit(referral.id).await
}
