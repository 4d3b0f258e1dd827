//! Opaque ids: what the outside calls a record.
//!
//! An id is the record's kind and uuid under AES-256-GCM-SIV with a key of its own, so
//! that it tells neither kind, age nor order, and one that was made up does not open.

use async_graphql::{Context, ID};
use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use super::context::viewer;
use crate::app::App;
use crate::codes;
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::vault::Purpose;

codes! {
    /// What an id is of.
    pub enum Kind {
        User = "user",
        Organization = "organization",
        Session = "session",
        Request = "request",
        Case = "case",
        Assignment = "assignment",
        CasePerson = "case_person",
        Plan = "plan",
        Strength = "strength",
        Goal = "goal",
        Step = "step",
        Service = "service",
        Referral = "referral",
        ReferralEvent = "referral_event",
        SupportContact = "support_contact",
        Staffing = "staffing",
        Draft = "draft",
        AuditEntry = "audit_entry",
        Mail = "mail",
        Episode = "episode",
        MissingReport = "missing_report",
        ReturnConversation = "return_conversation",
        Notice = "notice",
        Clock = "clock",
        ImmediatePlan = "immediate_plan",
        Observation = "observation",
        Screening = "screening",
        ReportMade = "report_made",
        TraffickingType = "trafficking_type",
        PlanTemplate = "plan_template",
        PlanTemplateVersion = "plan_template_version",
        PlanCopy = "plan_copy",
        Release = "release",
        Disclosure = "disclosure",
        AnswerLink = "answer_link",
        CapacityEnquiry = "capacity_enquiry",
        UnmetNeed = "unmet_need",
        WaitingService = "waiting_service",
    }
}

/// Values sealed here are ids, which are the same each time by design; the cipher is
/// made to bear a nonce that repeats.
const NONCE: [u8; NONCE_LEN] = *b"trellis-id-1";

fn key(app: &App) -> Result<LessSafeKey, Refusal> {
    let purpose = app.keyring().purpose(Purpose::Cursor);
    let key = UnboundKey::new(&AES_256_GCM_SIV, purpose.expose())
        .map_err(|_| Fault::Broken("a key of the wrong length"))?;
    Ok(LessSafeKey::new(key))
}

/// Seals `bytes` into text that can stand in an address.
pub(super) fn seal_bytes(app: &App, bytes: &[u8], about: &[u8]) -> Result<String, Refusal> {
    let mut sealed = bytes.to_vec();
    key(app)?
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(NONCE),
            Aad::from(about),
            &mut sealed,
        )
        .map_err(|_| Fault::Broken("an id that cannot be sealed"))?;
    Ok(URL_SAFE_NO_PAD.encode(sealed))
}

/// The reverse; `None` for what this server did not make.
pub(super) fn open_bytes(app: &App, text: &str, about: &[u8]) -> Result<Option<Vec<u8>>, Refusal> {
    let Ok(mut sealed) = URL_SAFE_NO_PAD.decode(text) else {
        return Ok(None);
    };
    let opened = key(app)?.open_in_place(
        Nonce::assume_unique_for_key(NONCE),
        Aad::from(about),
        &mut sealed,
    );
    Ok(opened.ok().map(|plain| plain.to_vec()))
}

/// The opaque id of a record.
pub fn id_of(app: &App, kind: Kind, id: Uuid) -> Result<String, Refusal> {
    let mut bytes = Vec::with_capacity(17);
    bytes.push(kind as u8);
    bytes.extend_from_slice(id.as_bytes());
    seal_bytes(app, &bytes, b"id")
}

/// The kind and uuid behind an opaque id.
pub fn record_of(app: &App, id: &str) -> Result<Option<(Kind, Uuid)>, Refusal> {
    let opened = open_bytes(app, id, b"id")?;
    Ok(opened
        .as_deref()
        .and_then(<[u8]>::split_first)
        .and_then(|(kind, uuid)| {
            let kind = Kind::ALL.get(usize::from(*kind))?;
            Some((*kind, Uuid::from_slice(uuid).ok()?))
        }))
}

/// The opaque id of a record, in a resolver.
pub fn seal(ctx: &Context<'_>, kind: Kind, id: Uuid) -> async_graphql::Result<ID> {
    let viewer = viewer(ctx)?;
    id_of(viewer.app(), kind, id)
        .map(ID)
        .map_err(|refusal| super::fault::refused(refusal, viewer.request()))
}

/// The uuid behind an id that was given to look something up: not found, when it is of
/// another kind or not ours.
pub fn open(app: &App, kind: Kind, id: &ID) -> Result<Uuid, Refusal> {
    match record_of(app, id)? {
        Some((found, uuid)) if found == kind => Ok(uuid),
        _ => Err(Refusal::NotFound),
    }
}

/// The uuid behind an id that was given as a field of an input: a wrong field, when it
/// is of another kind or not ours.
pub fn field(app: &App, path: &str, kind: Kind, id: &ID) -> Result<Uuid, Refusal> {
    open(app, kind, id).map_err(|refusal| match refusal {
        Refusal::NotFound => Wrong::at(
            path,
            FieldCode::UnknownId,
            "There is nothing of this kind with this id.",
        )
        .into(),
        other => other,
    })
}
