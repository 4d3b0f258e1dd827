//! Sends a question to a service, within the change that asks it.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::entity::answer_link;
use super::{DOOR_HOURS, LINK_HOURS};
use crate::access::{CasePermit, Grant};
use crate::directory::entity::service;
use crate::disclosures::entity::disclosure;
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
    /// What was shared of a referral until the release ends; its former doors are closed.
    Door {
        referral: Uuid,
        disclosure: Uuid,
        until: Option<DateTime<Utc>>,
    },
}

/// Where the service can be written to, if it can.
pub(crate) fn address_of(service: &service::Model) -> Option<&str> {
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
    let (referral, enquiry, disclosure) = match subject {
        Subject::Referral(id) => (Some(id), None, None),
        Subject::Enquiry(id) => (None, Some(id), None),
        Subject::Door {
            referral,
            disclosure,
            ..
        } => (Some(referral), None, Some(disclosure)),
    };
    if let Some(referral) = referral {
        let same = if disclosure.is_some() {
            Links::Doors
        } else {
            Links::Questions
        };
        revoke(tx, &grant, referral, same).await?;
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
        expires_at: Set(good_until(subject, now)),
        disclosure_id: Set(disclosure),
        ..Default::default()
    };
    tx.insert(&grant, row).await?;
    tx.question(&grant, id, address).await?;
    Ok(true)
}

/// A door is open for a shorter time than a question, and never longer than its release.
fn good_until(subject: Subject, now: DateTime<Utc>) -> DateTime<Utc> {
    match subject {
        Subject::Referral(_) | Subject::Enquiry(_) => now + Duration::hours(LINK_HOURS),
        Subject::Door { until, .. } => {
            let most = now + Duration::hours(DOOR_HOURS);
            until.filter(|until| *until < most).unwrap_or(most)
        }
    }
}

/// Which links of a referral.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Links {
    /// Those that ask something.
    Questions,
    /// Those that open what was shared.
    Doors,
    /// All of them.
    All,
}

/// Takes back links of a referral that nobody has used: what they ask is decided, what they
/// open is not for the service any more, or a newer one stands in their place.
pub(crate) async fn revoke(
    tx: &mut Tx,
    grant: &Grant,
    referral: Uuid,
    which: Links,
) -> Result<(), Refusal> {
    use answer_link::Column as L;
    let mut these = Condition::all().add(L::ReferralId.eq(referral));
    match which {
        Links::Questions => these = these.add(L::DisclosureId.is_null()),
        Links::Doors => these = these.add(L::DisclosureId.is_not_null()),
        Links::All => {}
    }
    take_back(tx, grant, these).await
}

/// Closes the doors to what rests on a release that is withdrawn: the mail that would lead there
/// is not sent any more (rule 19). Who stands before one finds it closed by the check itself.
pub(crate) async fn close_doors(tx: &mut Tx, grant: &Grant, release: Uuid) -> Result<(), Refusal> {
    let of_release = Query::select()
        .column(disclosure::Column::Id)
        .from(disclosure::Entity)
        .and_where(disclosure::Column::ReleaseId.eq(release))
        .take();
    let these = answer_link::Column::DisclosureId.in_subquery(of_release);
    take_back(tx, grant, Condition::all().add(these)).await
}

async fn take_back(tx: &mut Tx, grant: &Grant, these: Condition) -> Result<(), Refusal> {
    use answer_link::Column as L;
    let open = these
        .add(L::AnsweredAt.is_null())
        .add(L::RevokedAt.is_null());
    for link in tx.find_all::<answer_link::Entity>(open).await? {
        let mut row = link.into_active_model();
        row.revoked_at = Set(Some(tx.now()));
        tx.update(grant, row).await?;
    }
    Ok(())
}
