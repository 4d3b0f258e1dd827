//! Makes a referral, and sends it when that is asked for.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{referral, referral_event, step};
use super::model::{ReferralReason, ReferralState};
use crate::access::{Act, CasePermit, Viewer};
use crate::answers::{self, Subject};
use crate::disclosures::{self, Confirmed};
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::outbox::Template;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;
use crate::{boards, directory};

/// A need, and the service it is put to. Nothing of the need is told to the service; what is
/// shared with it goes through the one check (rule 87).
#[derive(Debug)]
pub(super) struct ReferralMake {
    pub key: Uuid,
    pub case: Uuid,
    pub service: Uuid,
    pub need: String,
    pub step: Option<Uuid>,
    pub send: bool,
    pub share: Option<Confirmed>,
}

/// The place of a referral's need.
pub(super) fn place(row: Uuid) -> Place {
    Place {
        table: "referral",
        column: "need",
        row,
    }
}

/// Makes, and sends at once when asked. Returns the referral.
pub(super) async fn make(viewer: &Viewer, input: ReferralMake) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReferralMake, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let grant = permit.grant()?;
    let service = directory::offered(viewer, "service", input.service).await?;
    if let Some(step) = input.step {
        of_this_case(&mut tx, step, input.case).await?;
    }
    let (id, now) = (tx.new_id(), tx.now());
    let sent = input.send.then_some(now);
    let state = if input.send {
        ReferralState::Requested
    } else {
        ReferralState::Draft
    };
    let row = referral::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        case_id: Set(input.case),
        version: Set(1),
        reference: Set(free_reference(&tx, &permit).await?),
        service_id: Set(input.service),
        step_id: Set(input.step),
        state: Set(state),
        need: Set(permit.seal(place(id), &input.need)?),
        outcome: Set(None),
        helpful: Set(None),
        requested_at: Set(sent),
        waiting_since: Set(sent),
        created_by: Set(viewer.user()),
        created_at: Set(now),
    };
    tx.insert(&grant, row).await?;
    note(&mut tx, &permit, id, None, ReferralState::Draft, None).await?;
    if input.send {
        let from = Some(ReferralState::Draft);
        note(&mut tx, &permit, id, from, ReferralState::Requested, None).await?;
    }
    if let Some(confirmed) = &input.share {
        permit.clone().allowing(viewer, Act::DisclosureMake)?;
        Box::pin(disclosures::share(&mut tx, &permit, confirmed, Some(id))).await?;
    }
    if input.send {
        answers::ask(&mut tx, &permit, Subject::Referral(id), &service.service).await?;
    }
    let mut specialist = None;
    boards::change(&mut tx, &grant, input.case, |board| {
        board.open_referrals += 1;
        board.waiting_referrals += i32::from(state.waits());
        specialist = board.specialist_id;
    })
    .await?;
    // The specialist on the case walks it to its outcome; whoever makes it for them tells them.
    if let Some(specialist) = specialist.filter(|user| *user != viewer.user()) {
        let link = crate::graphql::id::id_of(viewer.app(), crate::graphql::Kind::Referral, id)?;
        let link = format!("/referrals/{link}");
        tx.mail(&grant, specialist, Template::ReferralAssigned, &link)
            .await?;
    }
    tx.commit(id).await
}

async fn of_this_case(tx: &mut Tx, id: Uuid, case: Uuid) -> Result<(), Refusal> {
    let this = Condition::all()
        .add(step::Column::Id.eq(id))
        .add(step::Column::CaseId.eq(case));
    if tx.find_where::<step::Entity>(this).await?.is_some() {
        return Ok(());
    }
    let message = "There is no step with this id in the plan of this case.";
    Err(Wrong::at("step", FieldCode::UnknownId, message).into())
}

/// Why a referral was moved, in a code and in words.
pub(super) type Because<'b> = Option<(Option<ReferralReason>, Option<&'b str>)>;

/// Appends a move to the referral's trail.
pub(super) async fn note(
    tx: &mut Tx,
    permit: &CasePermit,
    referral: Uuid,
    from: Option<ReferralState>,
    to: ReferralState,
    because: Because<'_>,
) -> Result<(), Refusal> {
    let id = tx.new_id();
    let (reason, text) = because.unwrap_or_default();
    let event = referral_event::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        referral_id: Set(referral),
        from_state: Set(from),
        to_state: Set(to),
        at: Set(tx.now()),
        by_user: Set(tx.viewer().user()),
        reason_code: Set(reason),
        text: Set(permit.seal_some(event_place(id), text)?),
        link_id: Set(None),
    };
    tx.insert(&permit.grant()?, event).await?;
    Ok(())
}

/// The place of the words of a move.
pub(crate) fn event_place(row: Uuid) -> Place {
    Place {
        table: "referral_event",
        column: "text",
        row,
    }
}

/// Tries for a reference that nobody in the organisation has yet. With 30 bits, two tries
/// are already rare.
const TRIES: usize = 8;

async fn free_reference(tx: &Tx, permit: &CasePermit) -> Result<String, Refusal> {
    let grant = permit.grant()?;
    for _ in 0..TRIES {
        let reference = reference(tx.new_id());
        let taken = Condition::all()
            .add(referral::Column::OrgId.eq(grant.org()))
            .add(referral::Column::Reference.eq(reference.as_str()));
        if !tx
            .unscoped_exists::<referral::Entity>(&grant, taken)
            .await?
        {
            return Ok(reference);
        }
    }
    Err(Fault::Broken("no free reference for a referral").into())
}

/// `R-` and six signs that can be said over the telephone: what a service is told (rule 91).
pub fn reference(random: Uuid) -> String {
    const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let bits = random.as_u64_pair().1;
    let signs: String = (0..6)
        .filter_map(|place| SIGNS.get(usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0)))
        .map(|sign| char::from(*sign))
        .collect();
    format!("R-{signs}")
}

/// When a referral begins to wait for an answer, if it does.
pub(super) fn waiting_since(state: ReferralState, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    state.waits().then_some(now)
}
