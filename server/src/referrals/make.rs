//! Makes referrals of one need, and sends them when that is asked for.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{referral, referral_event, step};
use super::model::{ReferralReason, ReferralState};
use super::reference::free_reference;
use crate::access::{Act, CasePermit, Viewer};
use crate::answers::{self, Subject};
use crate::directory::entity::service;
use crate::directory::model::Capability;
use crate::directory::need::{NeedProfile, NeededLanguage, joined};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::outbox::Template;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;
use crate::{boards, directory};

/// A need, and the services it is put to, each by a referral of its own. What they are told of it
/// is vocabulary (rule 87).
#[derive(Debug)]
pub(super) struct ReferralMake {
    pub key: Uuid,
    pub case: Uuid,
    /// Each once; the first is the one that is answered with.
    pub services: Vec<Uuid>,
    pub profile: Option<NeedProfile>,
    pub need: String,
    pub step: Option<Uuid>,
    pub send: bool,
}

/// The place of a referral's need.
pub(super) fn place(row: Uuid) -> Place {
    Place {
        table: "referral",
        column: "need",
        row,
    }
}

/// Makes them, and sends them at once when asked. Returns the first.
pub(super) async fn make(viewer: &Viewer, input: ReferralMake) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReferralMake, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let grant = permit.grant()?;
    let mut check = Check::default();
    let needed_by = input.profile.as_ref().and_then(|profile| profile.needed_by);
    check.ahead("profile.neededBy", needed_by, tx.now());
    check.done()?;
    let services = services(viewer, &input.services).await?;
    if let Some(step) = input.step {
        of_this_case(&mut tx, step, input.case).await?;
    }
    let ids: Vec<Uuid> = services.iter().map(|_| tx.new_id()).collect();
    let first = *ids.first().ok_or(Refusal::NotFound)?;
    let group = (ids.len() > 1).then_some(first);
    for (id, service) in ids.iter().zip(&services) {
        put(&mut tx, &permit, &input, (*id, group), service).await?;
    }
    let made = i32::try_from(ids.len()).unwrap_or(i32::MAX);
    let mut specialist = None;
    boards::change(&mut tx, &grant, input.case, |board| {
        board.open_referrals += made;
        board.waiting_referrals += if input.send { made } else { 0 };
        specialist = board.specialist_id;
    })
    .await?;
    // The specialist on the case walks it to its outcome; whoever makes it for them tells them.
    if let Some(specialist) = specialist.filter(|user| *user != viewer.user()) {
        let link = crate::graphql::id::id_of(viewer.app(), crate::graphql::Kind::Referral, first)?;
        let link = format!("/referrals/{link}");
        tx.mail(&grant, specialist, Template::ReferralAssigned, &link)
            .await?;
    }
    tx.commit(first).await
}

/// The services, each of which is still offered.
async fn services(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<service::Model>, Refusal> {
    let Some((first, others)) = ids.split_first() else {
        return Ok(Vec::new());
    };
    let first = directory::offered(viewer, "service", *first).await?;
    directory::all_offered(viewer, "alsoTo", others).await?;
    let mut found = directory::by_ids(viewer, others).await?;
    let others = others.iter().filter_map(|id| found.remove(id));
    Ok(std::iter::once(first)
        .chain(others)
        .map(|row| row.service)
        .collect())
}

/// One of them, with its trail and the link by which its service answers.
async fn put(
    tx: &mut Tx,
    permit: &CasePermit,
    input: &ReferralMake,
    (id, group): (Uuid, Option<Uuid>),
    service: &service::Model,
) -> Result<(), Refusal> {
    let (grant, now) = (permit.grant()?, tx.now());
    let sent = input.send.then_some(now);
    let state = if input.send {
        ReferralState::Requested
    } else {
        ReferralState::Draft
    };
    let told = input.profile.as_ref();
    let row = referral::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        case_id: Set(input.case),
        version: Set(1),
        reference: Set(free_reference(tx, permit).await?),
        service_id: Set(service.id),
        step_id: Set(input.step),
        state: Set(state),
        need: Set(permit.seal(place(id), &input.need)?),
        outcome: Set(None),
        helpful: Set(None),
        requested_at: Set(sent),
        waiting_since: Set(sent),
        created_by: Set(tx.viewer().user()),
        created_at: Set(now),
        need_category: Set(told.map(|need| need.category)),
        need_age: Set(told.and_then(|need| need.age_band)),
        need_accepts: Set(told.map(|need| joined(&need.accepts, Capability::code))),
        need_languages: Set(told.map(|need| joined(&need.languages, NeededLanguage::code))),
        needed_by: Set(told.and_then(|need| need.needed_by)),
        asked_with: Set(group),
    };
    tx.insert(&grant, row).await?;
    note(tx, permit, id, None, ReferralState::Draft, None).await?;
    if input.send {
        let from = Some(ReferralState::Draft);
        note(tx, permit, id, from, ReferralState::Requested, None).await?;
        answers::ask(tx, permit, Subject::Referral(id), service).await?;
    }
    Ok(())
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

/// When a referral begins to wait for an answer, if it does.
pub(super) fn waiting_since(state: ReferralState, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    state.waits().then_some(now)
}
