//! Shares something: asks the one check, compares with what was shown, and keeps it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use uuid::Uuid;

use super::check::{self, Asked, Pass, Purpose, Recipient, Release};
use super::entity::{category, disclosure};
use super::model::{DisclosureBasis, DisclosureRefusal, ReportKind, ToldPerson};
use super::payload::{Payload, Wanted, build};
use super::place;
use super::source::Source;
use super::without;
use crate::access::{Act, CasePermit, Viewer};
use crate::cases::entity::case_person;
use crate::cases::model::PersonRole;
use crate::directory;
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::releases::known_of;
use crate::releases::model::{DisclosureMethod, DisclosurePurpose, InformationCategory};
use crate::store::prelude::*;
use crate::store::{Reading, Tx};

/// What is to be shared, with whom, what for and how.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    pub case: Uuid,
    pub person: Uuid,
    /// An entry of the directory, or a name: of a court, an agency.
    pub recipient: Option<Uuid>,
    pub recipient_name: Option<String>,
    pub categories: BTreeSet<InformationCategory>,
    pub purpose: DisclosurePurpose,
    pub purpose_words: Option<String>,
    pub method: DisclosureMethod,
    pub words: Vec<(InformationCategory, String)>,
    /// On what it rests without consent.
    pub without: Option<Without>,
}

impl Ask {
    /// The report that it is.
    fn report(&self) -> Option<ReportKind> {
        self.without.as_ref().and_then(|without| without.report)
    }
}

/// What has to be there without consent (rule 22).
#[derive(Clone, Debug)]
pub(crate) struct Without {
    /// The kind of report, or `None` of a court's paper.
    pub report: Option<ReportKind>,
    pub subpoena: bool,
    pub counsel_approval: Option<String>,
    /// The supervisor who approved what a court demands; another one than who shares it.
    pub approved_by: Option<Uuid>,
    pub document: Option<String>,
    pub told_person: Option<ToldPerson>,
    pub told_person_words: Option<String>,
    pub safety_steps: Option<String>,
}

/// What is to be shared, with what stands for what was shown before.
#[derive(Debug)]
pub(crate) struct Confirmed {
    pub ask: Ask,
    pub content_hash: Vec<u8>,
}

/// A disclosure that was confirmed.
#[derive(Debug)]
pub(super) struct DisclosureMake {
    pub key: Uuid,
    pub confirmed: Confirmed,
}

/// Shares it. Returns the disclosure.
pub(super) async fn make(viewer: &Viewer, input: DisclosureMake) -> Result<Uuid, Refusal> {
    let act = match input.confirmed.ask.without {
        None => Act::DisclosureMake,
        Some(_) => Act::DisclosureCompel,
    };
    let mut tx = viewer.begin(act, input.key, &input).await?;
    let permit = tx.case(input.confirmed.ask.case).await?;
    let made = share(&mut tx, &permit, &input.confirmed, None).await?;
    tx.commit(made.id).await
}

/// Something that was shared.
pub(crate) struct Made {
    pub id: Uuid,
    /// When the release that it rests on ends; `None` without consent.
    pub until: Option<DateTime<Utc>>,
}

/// Shares it in a change that is under way, for a referral where there is one.
pub(crate) async fn share(
    tx: &mut Tx,
    permit: &CasePermit,
    confirmed: &Confirmed,
    referral: Option<Uuid>,
) -> Result<Made, Refusal> {
    let ask = &confirmed.ask;
    let viewer = tx.viewer().clone();
    let looked = look(&viewer, Reading::Change(tx), permit, ask, tx.now()).await?;
    let release = looked.verdict.map_err(Refusal::NotShared)?;
    if looked.payload.is_empty() {
        let message = "There is nothing to share of this yet.";
        return Err(Wrong::at("categories", FieldCode::NotAllowedHere, message).into());
    }
    if looked.hash.as_slice() != confirmed.content_hash {
        let message = "It has changed since. Look again at what will be shared.";
        return Err(Wrong::at("contentHash", FieldCode::NotAllowedHere, message).into());
    }
    let id = tx.new_id();
    let seal = |column, text: Option<&str>| permit.seal_some(place(column, id), text);
    let without = ask.without.as_ref();
    let words = |of: fn(&Without) -> &Option<String>| without.and_then(|one| of(one).as_deref());
    let row = disclosure::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        person_id: Set(ask.person),
        basis: Set(match without {
            None => DisclosureBasis::Consent,
            Some(Without {
                report: Some(_), ..
            }) => DisclosureBasis::StatuteMandatedReport,
            Some(Without { report: None, .. }) => DisclosureBasis::CourtOrder,
        }),
        release_id: Set(release),
        recipient_service_id: Set(ask.recipient),
        referral_id: Set(referral),
        recipient_name: Set(permit.seal(place("recipient_name", id), &looked.payload.recipient)?),
        purpose: Set(ask.purpose),
        method: Set(ask.method),
        payload: Set(permit.seal(place("payload", id), &looked.payload.written()?)?),
        payload_hash: Set(looked.hash.to_vec()),
        document: Set(seal("document", words(|one| &one.document))?),
        report_kind: Set(without.and_then(|one| one.report)),
        subpoena: Set(without.is_some_and(|one| one.subpoena)),
        counsel_approval: Set(seal(
            "counsel_approval",
            words(|one| &one.counsel_approval),
        )?),
        approved_by: Set(without.and_then(|one| one.approved_by)),
        told_person: Set(without.and_then(|one| one.told_person)),
        told_person_words: Set(seal(
            "told_person_words",
            words(|one| &one.told_person_words),
        )?),
        safety_steps: Set(seal("safety_steps", words(|one| &one.safety_steps))?),
        made_by: Set(viewer.user()),
        made_at: Set(tx.now()),
    };
    let grant = permit.grant()?;
    tx.insert(&grant, row).await?;
    let categories = ask.categories.iter().map(|one| category::ActiveModel {
        disclosure_id: Set(id),
        category: Set(*one),
    });
    tx.insert_all(&grant, categories.collect()).await?;
    Ok(Made {
        id,
        until: looked.until,
    })
}

/// What would be shared, and whether it may be.
pub(super) struct Looked {
    pub payload: Payload,
    pub hash: [u8; 32],
    /// The release that permits it, none without consent; or why nothing does.
    pub verdict: Result<Option<Uuid>, DisclosureRefusal>,
    /// When that release ends.
    pub until: Option<DateTime<Utc>>,
}

/// Looks at what is asked for, at `now`. On the heap, as every large thing that is waited for
/// within a resolver.
pub(super) fn look<'l>(
    viewer: &'l Viewer,
    rows: Reading<'l>,
    permit: &'l CasePermit,
    ask: &'l Ask,
    now: DateTime<Utc>,
) -> BoxFuture<'l, Result<Looked, Refusal>> {
    looked(viewer, rows, permit, ask, now).boxed()
}

async fn looked(
    viewer: &Viewer,
    rows: Reading<'_>,
    permit: &CasePermit,
    ask: &Ask,
    now: DateTime<Utc>,
) -> Result<Looked, Refusal> {
    let of_case = Condition::all().add(case_person::Column::CaseId.eq(permit.case()));
    let mut people = rows.all::<case_person::Entity>(of_case).await?;
    people.sort_by_key(|one| (one.created_at, one.id));
    let about = |one: &&case_person::Model| one.id == ask.person && one.role == PersonRole::Child;
    let person = people.iter().find(about).ok_or_else(|| {
        let message = "What is shared is about the young person of this case.";
        Refusal::from(Wrong::at("person", FieldCode::UnknownId, message))
    })?;
    let recipient = recipient(viewer, ask).await?;
    let known = known_of(rows, permit, person, &people).await?;
    let purpose = Purpose {
        code: ask.purpose,
        words: ask.purpose_words.clone(),
    };
    let asked = Asked {
        person: ask.person,
        recipient,
        categories: ask.categories.clone(),
        purpose: purpose.clone(),
        method: ask.method,
        at: now,
        // The payload below always carries it where it belongs.
        notice: true,
        words: ask.words.iter().map(|(category, _)| *category).collect(),
        basis: without::basis(viewer, rows, permit, ask).await?,
    };
    let verdict = check::check(&known.releases, &known.around, &asked);
    let on = verdict.as_ref().ok().and_then(|pass| match pass {
        Pass::Release(id) => Some(*id),
        Pass::Compelled => None,
    });
    let release: Option<&Release> = known.releases.iter().find(|one| Some(one.id) == on);
    let source = Source {
        rows,
        permit,
        person,
        people: &people,
    };
    let told = source.told(&ask.categories).await?;
    let wanted = Wanted {
        recipient: asked.recipient.organization,
        purpose,
        method: ask.method,
        categories: asked.categories,
        words: ask.words.clone(),
        only: ask.report().map(ReportKind::fields),
    };
    let payload = build(&wanted, &told, release);
    Ok(Looked {
        hash: payload.hash(viewer, person.id, on)?,
        payload,
        until: release.map(|one| one.expires_at),
        verdict: verdict.map(|_| on),
    })
}

/// A recipient by consent is of the directory; a court or an agency may be named.
async fn recipient(viewer: &Viewer, ask: &Ask) -> Result<Recipient, Refusal> {
    let named = ask.recipient_name.clone();
    match (ask.recipient, named) {
        (Some(entry), None) => {
            let service = directory::offered(viewer, "recipient", entry).await?;
            Ok(Recipient {
                entry,
                organization: service.service.organization_name,
            })
        }
        (None, Some(organization)) if ask.without.is_some() => Ok(Recipient {
            entry: Uuid::nil(),
            organization,
        }),
        (None, Some(_)) => {
            let message = "By consent, name the recipient in the directory.";
            Err(Wrong::at("recipientName", FieldCode::NotAllowedHere, message).into())
        }
        (Some(_), Some(_)) => {
            let message = "The directory knows its name.";
            Err(Wrong::at("recipientName", FieldCode::NotAllowedHere, message).into())
        }
        (None, None) => {
            let message = "Say who receives it: one organisation.";
            Err(Wrong::at("recipient", FieldCode::Required, message).into())
        }
    }
}

/// What was kept of a disclosure.
pub(super) fn read_payload(text: &str) -> Result<Payload, Refusal> {
    serde_json::from_str(text).map_err(|_| Fault::Broken("a payload that cannot be read").into())
}
