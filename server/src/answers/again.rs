//! Sends the link of a referral again; the one before is worth nothing from then on.

use uuid::Uuid;

use super::send::{Subject, ask};
use crate::access::{Act, Viewer};
use crate::directory;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::referrals::entity::referral;
use crate::referrals::model::ReferralState;

/// Which referral.
#[derive(Debug)]
pub(super) struct LinkSend {
    pub key: Uuid,
    pub id: Uuid,
}

/// Sends. Returns the referral.
pub(super) async fn send(viewer: &Viewer, input: LinkSend) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReferralAsk, input.key, &input).await?;
    let found = tx.find::<referral::Entity>(input.id).await?;
    let permit = tx.case(found.case_id).await?;
    if found.state == ReferralState::Draft || !found.state.is_open() {
        let message = "A service is asked while its answer or the outcome is open.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let service = directory::offered(viewer, "id", found.service_id).await?;
    let subject = Subject::Referral(found.id);
    if !ask(&mut tx, &permit, subject, &service.service).await? {
        let message = "The directory has no e-mail address of this service. Call it.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    tx.commit(input.id).await
}
