//! Sends a question to a service, within the change that asks it.

use chrono::Duration;
use uuid::Uuid;

use super::LINK_HOURS;
use super::entity::answer_link;
use crate::access::{CasePermit, Grant};
use crate::directory::entity::service;
use crate::error::Refusal;
use crate::outbox::{AnswerToken, can_be_written_to};
use crate::store::Tx;
use crate::store::prelude::*;

/// What is asked about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subject {
    /// A referral; its former links are taken back.
    Referral(Uuid),
    /// A capacity enquiry.
    Enquiry(Uuid),
}

/// Where the service can be written to, if it can.
pub(super) fn address_of(service: &service::Model) -> Option<&str> {
    service
        .email
        .as_deref()
        .filter(|address| can_be_written_to(address))
}

/// Sends the service a link, by the mail that says nothing. False where the directory has no
/// e-mail address of it: then somebody has to call.
pub(crate) async fn ask(
    tx: &mut Tx,
    permit: &CasePermit,
    subject: Subject,
    service: &service::Model,
) -> Result<bool, Refusal> {
    let grant = permit.grant()?;
    let (referral, enquiry) = match subject {
        Subject::Referral(id) => (Some(id), None),
        Subject::Enquiry(id) => (None, Some(id)),
    };
    if let Some(referral) = referral {
        revoke(tx, &grant, referral).await?;
    }
    let Some(address) = address_of(service) else {
        return Ok(false);
    };
    let (id, now) = (tx.new_id(), tx.now());
    let token = AnswerToken::of(tx.viewer().app().keyring(), id);
    let row = answer_link::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        referral_id: Set(referral),
        enquiry_id: Set(enquiry),
        service_id: Set(service.id),
        address: Set(address.to_owned()),
        hash: Set(token.hash.to_vec()),
        sent_by: Set(tx.viewer().user()),
        sent_at: Set(now),
        expires_at: Set(now + Duration::hours(LINK_HOURS)),
        ..Default::default()
    };
    tx.insert(&grant, row).await?;
    tx.question(&grant, id, address).await?;
    Ok(true)
}

/// Takes back the links of a referral that nobody has answered: what they ask is decided, or
/// a newer one asks it.
pub(crate) async fn revoke(tx: &mut Tx, grant: &Grant, referral: Uuid) -> Result<(), Refusal> {
    use answer_link::Column as L;
    let open = Condition::all()
        .add(L::ReferralId.eq(referral))
        .add(L::AnsweredAt.is_null())
        .add(L::RevokedAt.is_null());
    for link in tx.find_all::<answer_link::Entity>(open).await? {
        let mut row = link.into_active_model();
        row.revoked_at = Set(Some(tx.now()));
        tx.update(grant, row).await?;
    }
    Ok(())
}
