//! Puts a name under a release (rules 14, 15).

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::entity::{release, signature};
use super::facts::may_not_sign;
use super::model::SignerCapacity;
use super::signature_place;
use crate::access::{Act, Viewer};
use crate::cases::entity::case_person;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::store::prelude::*;

/// A name.
#[derive(Debug)]
pub(super) struct ReleaseSign {
    pub key: Uuid,
    pub id: Uuid,
    pub signer: Uuid,
    pub capacity: SignerCapacity,
    pub basis: Option<String>,
    pub signed_at: Option<DateTime<Utc>>,
    pub witness: String,
}

/// Records it. Returns the release.
pub(super) async fn sign(viewer: &Viewer, input: ReleaseSign) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReleaseRecord, input.key, &input).await?;
    let release = tx.find::<release::Entity>(input.id).await?;
    let permit = tx.case(release.case_id).await?;
    let on_case = Condition::all()
        .add(case_person::Column::Id.eq(input.signer))
        .add(case_person::Column::CaseId.eq(release.case_id));
    let signer = tx.find_where::<case_person::Entity>(on_case).await?;
    let signer = signer.ok_or_else(|| {
        let message = "Name somebody who is on this case.";
        Refusal::from(Wrong::at("signer", FieldCode::UnknownId, message))
    })?;
    let signed_at = input.signed_at.unwrap_or(tx.now());
    check(&release, &signer, &input, tx.now(), signed_at)?;
    let already = Condition::all()
        .add(signature::Column::ReleaseId.eq(release.id))
        .add(signature::Column::SignerId.eq(signer.id));
    if !tx.find_all::<signature::Entity>(already).await?.is_empty() {
        let message = "Their name is under it already.";
        return Err(Wrong::at("signer", FieldCode::NotAllowedHere, message).into());
    }
    let id = tx.new_id();
    let row = signature::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(release.case_id),
        release_id: Set(release.id),
        signer_id: Set(signer.id),
        capacity: Set(input.capacity),
        basis: Set(permit.seal_some(signature_place("basis", id), input.basis.as_deref())?),
        signed_at: Set(signed_at),
        witness: Set(permit.seal(signature_place("witness", id), &input.witness)?),
        recorded_by: Set(viewer.user()),
        recorded_at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await?;
    tx.commit(release.id).await
}

fn check(
    release: &release::Model,
    signer: &case_person::Model,
    input: &ReleaseSign,
    now: DateTime<Utc>,
    signed_at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    let capacity = input.capacity;
    if release.withdrawn_at.is_some() {
        let message = "It was withdrawn. Draft another one.";
        check.wrong("id", FieldCode::NotAllowedHere, message);
    }
    if may_not_sign(signer) {
        let message = "They may not sign for the young person.";
        check.wrong("signer", FieldCode::NotAllowedHere, message);
    }
    if !release.signer_policy.signers().contains(&capacity) {
        let message = "Nobody signs this release in that capacity.";
        check.wrong("capacity", FieldCode::NotAllowedHere, message);
    } else if capacity.is_self() != (signer.id == release.person_id) {
        let message = "In that capacity somebody else signs.";
        check.wrong("signer", FieldCode::NotAllowedHere, message);
    }
    if capacity.needs_basis() && input.basis.is_none() {
        let message = "Say by which order or on whose behalf they sign.";
        check.wrong("basis", FieldCode::Required, message);
    }
    check.has_been("signedAt", Some(signed_at), now);
    // Explained first, then signed; a little slack for who writes it down afterwards.
    if signed_at < release.drafted_at - Duration::days(1) {
        let message = "It was drafted after that.";
        check.wrong("signedAt", FieldCode::InThePast, message);
    }
    check.done()
}
