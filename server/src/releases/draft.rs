//! Drafts a release: everything that rule 20 asks for, or nothing.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::entity::{category, method, release};
use super::model::{DisclosureMethod, DisclosurePurpose, InformationCategory, SignerPolicy};
use super::place;
use crate::access::{Act, Role, Viewer};
use crate::cases::entity::case_person;
use crate::cases::model::PersonRole;
use crate::directory;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;

/// How far ahead one may begin.
const AHEAD: i64 = 90;

/// A release as it was given.
#[derive(Debug)]
pub(super) struct ReleaseDraft {
    pub key: Uuid,
    pub case: Uuid,
    pub person: Uuid,
    pub recipient: Uuid,
    pub categories: BTreeSet<InformationCategory>,
    pub purpose: DisclosurePurpose,
    pub purpose_words: Option<String>,
    pub methods: BTreeSet<DisclosureMethod>,
    pub starts_at: Option<DateTime<Utc>>,
    pub expires_at: Option<DateTime<Utc>>,
    /// Said to have no end, rather than nothing said of it.
    pub endless: bool,
    pub longer_reason: Option<String>,
    pub explained_how: String,
    pub explained_language: String,
    pub explained_by: Option<Uuid>,
    pub consequences_explained: bool,
    pub services_do_not_depend: bool,
    pub redisclosure_notice: bool,
    pub signer_policy: SignerPolicy,
    pub signer_basis: Option<String>,
}

/// Drafts it. Returns the release.
pub(super) async fn draft(viewer: &Viewer, input: ReleaseDraft) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReleaseRecord, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    about_the_child(&tx, &input).await?;
    let explained_by = input.explained_by.unwrap_or(viewer.user());
    if explained_by != viewer.user() {
        on_the_team(&tx, input.case, explained_by).await?;
    }
    let recipient = directory::offered(viewer, "recipient", input.recipient).await?;
    let starts_at = input.starts_at.unwrap_or(tx.now());
    let expires_at = input
        .expires_at
        .unwrap_or(starts_at + viewer.app().settings().release_days.usual());
    check(viewer, &input, tx.now(), starts_at, expires_at)?;
    let id = tx.new_id();
    let seal = |column, text: &str| permit.seal(place(column, id), text);
    let maybe =
        |column, text: &Option<String>| permit.seal_some(place(column, id), text.as_deref());
    let row = release::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        person_id: Set(input.person),
        recipient_service_id: Set(input.recipient),
        recipient_name: Set(seal(
            "recipient_name",
            &recipient.service.organization_name,
        )?),
        purpose: Set(input.purpose),
        purpose_words: Set(maybe("purpose_words", &input.purpose_words)?),
        starts_at: Set(starts_at),
        expires_at: Set(expires_at),
        longer_reason: Set(maybe("longer_reason", &input.longer_reason)?),
        explained_how: Set(seal("explained_how", &input.explained_how)?),
        explained_language: Set(seal("explained_language", &input.explained_language)?),
        explained_by: Set(explained_by),
        consequences_explained: Set(true),
        services_do_not_depend: Set(true),
        redisclosure_notice: Set(input.redisclosure_notice),
        signer_policy: Set(input.signer_policy),
        signer_basis: Set(maybe("signer_basis", &input.signer_basis)?),
        drafted_by: Set(viewer.user()),
        drafted_at: Set(tx.now()),
        withdrawn_at: Set(None),
        withdrawn_by: Set(None),
        withdrawn_how: Set(None),
        withdrawn_words: Set(None),
    };
    let grant = permit.grant()?;
    tx.insert(&grant, row).await?;
    let categories = input.categories.iter().map(|one| category::ActiveModel {
        release_id: Set(id),
        category: Set(*one),
    });
    tx.insert_all(&grant, categories.collect()).await?;
    let methods = input.methods.iter().map(|one| method::ActiveModel {
        release_id: Set(id),
        method: Set(*one),
    });
    tx.insert_all(&grant, methods.collect()).await?;
    tx.commit(id).await
}

/// A release is about the young person of the case.
async fn about_the_child(tx: &Tx, input: &ReleaseDraft) -> Result<(), Refusal> {
    let child = Condition::all()
        .add(case_person::Column::Id.eq(input.person))
        .add(case_person::Column::CaseId.eq(input.case))
        .add(case_person::Column::Role.eq(PersonRole::Child));
    if tx.find_all::<case_person::Entity>(child).await?.is_empty() {
        let message = "A release is about the young person of this case.";
        return Err(Wrong::at("person", FieldCode::UnknownId, message).into());
    }
    Ok(())
}

/// Who explained it works on the case.
async fn on_the_team(tx: &Tx, case: Uuid, user: Uuid) -> Result<(), Refusal> {
    use crate::cases::entity::assignment::{Column, Entity};
    let member = Condition::all()
        .add(Column::CaseId.eq(case))
        .add(Column::UserId.eq(user));
    if tx.find_all::<Entity>(member).await?.is_empty() {
        let message = "Name a colleague who is on the team of this case.";
        return Err(Wrong::at("explainedBy", FieldCode::UnknownId, message).into());
    }
    Ok(())
}

fn check(
    viewer: &Viewer,
    input: &ReleaseDraft,
    now: DateTime<Utc>,
    starts_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    if input.categories.is_empty() {
        check.wrong("categories", FieldCode::Required, "Say what may be shared.");
    }
    if input.methods.is_empty() {
        check.wrong("methods", FieldCode::Required, "Say how it may be shared.");
    }
    match (input.purpose, &input.purpose_words) {
        (DisclosurePurpose::OtherSpecified, None) => {
            check.wrong("purposeWords", FieldCode::Required, "Say what for.");
        }
        (DisclosurePurpose::OtherSpecified, Some(_)) | (_, None) => {}
        (_, Some(_)) => {
            let message = "These words belong to another purpose.";
            check.wrong("purposeWords", FieldCode::NotAllowedHere, message);
        }
    }
    ends(&mut check, viewer, input, now, starts_at, expires_at);
    for (path, said, message) in [
        (
            "consequencesExplained",
            input.consequences_explained,
            "Explain first what can come of it.",
        ),
        (
            "servicesDoNotDepend",
            input.services_do_not_depend,
            "Say first that no service depends on it.",
        ),
    ] {
        if !said {
            check.wrong(path, FieldCode::Required, message);
        }
    }
    let part2 = InformationCategory::SubstanceUsePart2;
    if input.categories.contains(&part2) && !input.redisclosure_notice {
        let message = "Explain first that whoever receives it may not pass it on.";
        check.wrong("redisclosureNotice", FieldCode::Required, message);
    }
    match (input.signer_policy, &input.signer_basis) {
        (SignerPolicy::MinorAlone, None) => {
            let message = "Say why the law lets the young person sign alone.";
            check.wrong("signerBasis", FieldCode::Required, message);
        }
        (SignerPolicy::MinorAlone, Some(_)) | (_, None) => {}
        (_, Some(_)) => {
            let message = "This belongs to a young person who signs alone.";
            check.wrong("signerBasis", FieldCode::NotAllowedHere, message);
        }
    }
    check.done()
}

/// Rule 13: always an end, and not too late.
fn ends(
    check: &mut Check,
    viewer: &Viewer,
    input: &ReleaseDraft,
    now: DateTime<Utc>,
    starts_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) {
    let days = viewer.app().settings().release_days;
    if input.endless {
        let message = "A release has an end. Leave it out for the usual length.";
        return check.wrong("expiresAt", FieldCode::Required, message);
    }
    // Something that was said minutes ago is as good as now.
    if starts_at < now - Duration::days(1) {
        let message = "A release does not reach back.";
        check.wrong("startsAt", FieldCode::InThePast, message);
    }
    if starts_at > now + Duration::days(AHEAD) {
        let message = "Begin within ninety days.";
        check.wrong("startsAt", FieldCode::NotAllowedHere, message);
    }
    let length = expires_at - starts_at;
    let long = days.long().num_days();
    if length <= Duration::zero() || expires_at <= now {
        let message = "It ends after it begins, and not before now.";
        check.wrong("expiresAt", FieldCode::InThePast, message);
    } else if length > days.longest() {
        let message = "At most 365 days, whatever the reason.";
        check.wrong("expiresAt", FieldCode::NotAllowedHere, message);
    } else if length > days.long() {
        if input.longer_reason.is_none() {
            let message = format!("Say why it is to last longer than {long} days.");
            check.wrong("longerReason", FieldCode::MissingReason, &message);
        } else if !viewer.roles().has(Role::Supervisor) {
            let message = format!("Longer than {long} days is for a supervisor to record.");
            check.wrong("longerReason", FieldCode::NotAllowedHere, &message);
        }
    } else if input.longer_reason.is_some() {
        let message = format!("It does not last longer than {long} days.");
        check.wrong("longerReason", FieldCode::NotAllowedHere, &message);
    }
}
