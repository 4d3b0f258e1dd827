//! Shares with the service that accepted a referral who it is about: the second of the two steps
//! (rules 12, 28, 87).

use uuid::Uuid;

use super::entity::referral;
use crate::access::{Act, Viewer};
use crate::answers::{self, Subject};
use crate::directory;
use crate::disclosures::{self, ReferralShared};
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::releases::model::DisclosureMethod;

/// What is shared of which referral, as it was shown before.
#[derive(Debug)]
pub(super) struct ReferralShare {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub content: ReferralShared,
}

/// Shares. By the door, the service is sent a link to it; told in another way, it is written down
/// that it was. Returns the referral, which stays as it is.
pub(super) async fn share(viewer: &Viewer, input: ReferralShare) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReferralShare, input.key, &input).await?;
    let found = tx.find::<referral::Entity>(input.id).await?;
    let permit = tx.case(found.case_id).await?;
    Conflict::check(input.expected_version, found.version, Vec::new)?;
    if !found.state.may_share() {
        let message = "Who it is about is shared while a service has accepted it.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let service = directory::offered(viewer, "id", found.service_id).await?;
    let by_door = input.content.method == DisclosureMethod::SecurePortal;
    if by_door && answers::address_of(&service.service).is_none() {
        let message = "The directory has no e-mail address of this service. Choose another way.";
        return Err(Wrong::at("method", FieldCode::NotAllowedHere, message).into());
    }
    let confirmed = input.content.with(found.case_id, found.service_id);
    let made = Box::pin(disclosures::share(
        &mut tx,
        &permit,
        &confirmed,
        Some(found.id),
    ))
    .await?;
    if by_door {
        let door = Subject::Door {
            referral: found.id,
            disclosure: made.id,
            until: made.until,
        };
        answers::ask(&mut tx, &permit, door, &service.service).await?;
    }
    tx.commit(found.id).await
}
