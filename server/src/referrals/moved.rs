//! Moves a referral to another state: the only way its state changes (rule 88).

use uuid::Uuid;

use super::entity::referral;
use super::make::{note, waiting_since};
use super::model::{Helpful, ReferralOutcome, ReferralReason, ReferralState};
use crate::access::{Act, Viewer};
use crate::answers::{self, Links, Subject};
use crate::boards;
use crate::directory;
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::prelude::*;

/// Where a referral is to go, and what belongs to that.
#[derive(Debug)]
pub(super) struct ReferralMove {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub to: ReferralState,
    pub reason: Option<ReferralReason>,
    pub text: Option<String>,
    pub outcome: Option<ReferralOutcome>,
    pub helpful: Option<Helpful>,
}

/// Moves. Returns the referral.
pub(super) async fn move_to(viewer: &Viewer, input: ReferralMove) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReferralMove, input.key, &input).await?;
    let found = tx.find::<referral::Entity>(input.id).await?;
    let permit = tx.case(found.case_id).await?;
    let grant = permit.grant()?;
    let (from, case) = (found.state, found.case_id);
    Conflict::check(input.expected_version, found.version, || {
        let shown = |state: ReferralState| state.code().to_uppercase();
        vec![FieldConflict::of("to", shown(input.to), shown(from))]
    })?;
    let to = from.moved(input.to).map_err(Refusal::Move)?;
    belongs(&input)?;
    let (now, version, service) = (tx.now(), found.version, found.service_id);
    let mut row = found.into_active_model();
    row.state = Set(to);
    row.version = Set(version + 1);
    row.waiting_since = Set(waiting_since(to, now));
    if to == ReferralState::Requested {
        row.requested_at = Set(Some(now));
    }
    if to == ReferralState::Completed {
        row.outcome = Set(input.outcome);
        row.helpful = Set(input.helpful);
    }
    tx.update(&grant, row).await?;
    let because = Some((input.reason, input.text.as_deref()));
    note(&mut tx, &permit, input.id, Some(from), to, because).await?;
    // What was asked by link is decided; what is asked now is asked by a new one.
    let taken_back = if to.may_share() {
        Links::Questions
    } else {
        Links::All
    };
    answers::revoke(&mut tx, &grant, input.id, taken_back).await?;
    if to == ReferralState::Requested {
        let found = directory::by_ids(viewer, &[service])
            .await?
            .remove(&service);
        if let Some(row) = found.filter(|row| !row.service.closed) {
            let subject = Subject::Referral(input.id);
            answers::ask(&mut tx, &permit, subject, &row.service).await?;
        }
    }
    boards::change(&mut tx, &grant, case, |board| {
        board.open_referrals += i32::from(to.is_open()) - i32::from(from.is_open());
        board.waiting_referrals += i32::from(to.waits()) - i32::from(from.waits());
    })
    .await?;
    tx.commit(input.id).await
}

/// What a move needs, and what has no place in it (rules 88, 90).
fn belongs(input: &ReferralMove) -> Result<(), Refusal> {
    let mut wrong = Vec::new();
    let mut refuse = |path, code, message| wrong.push(Wrong::at(path, code, message));
    if input.to.needs_reason() {
        if input.reason.is_none() {
            refuse("reason", FieldCode::MissingReason, "Choose why.");
        }
        if input.text.is_none() {
            refuse("text", FieldCode::MissingReason, "Say why in words.");
        }
    }
    if input.to == ReferralState::Completed {
        if input.outcome.is_none() {
            refuse("outcome", FieldCode::Required, "Say what came of it.");
        }
    } else {
        let message = "This belongs to a completed referral.";
        if input.outcome.is_some() {
            refuse("outcome", FieldCode::NotAllowedHere, message);
        }
        if input.helpful.is_some() {
            refuse("helpful", FieldCode::NotAllowedHere, message);
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(wrong))
    }
}
