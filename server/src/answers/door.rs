//! Opens, once, what was shared with a service that accepted (rules 12, 19, 26, 87).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::answer_link;
use super::live::{Live, Question};
use super::take::held;
use super::told::tell_the_team;
use crate::access::CasePermit;
use crate::app::{App, keys};
use crate::audit::{self, Entry, Outcome};
use crate::disclosures::model::DisclosureRefusal;
use crate::disclosures::{Payload, still_shared};
use crate::error::{Fault, Refusal};
use crate::store::prelude::*;
use crate::store::{Reading, UnscopedTx};

/// Whether the door would open now. Looking opens nothing: mail scanners follow links.
pub(super) async fn is_open(app: &App, found: &Live, now: DateTime<Utc>) -> Result<bool, Refusal> {
    let tx = app.store().unscoped_snapshot().await?;
    Ok(behind(app, &tx, found, now)
        .await?
        .is_some_and(|seen| seen.is_ok()))
}

/// Opens it: what was shared, exactly as it was confirmed. `None` when the link is not good (any
/// more), opens nothing, or leads to what the service may not see any more; the last takes the
/// link back, and is written down with its code.
pub(super) async fn open(
    app: &App,
    request: Uuid,
    hash: &[u8; 32],
) -> Result<Option<Payload>, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let now = app.clock().now();
    let Some(found) = held(app, &tx, hash, now).await? else {
        return Ok(None);
    };
    let Some(seen) = behind(app, &tx, &found, now).await? else {
        return Ok(None);
    };
    let link = &found.link;
    let mut row = answer_link::ActiveModel {
        id: Set(link.id),
        ..Default::default()
    };
    match seen {
        Ok(_) => row.answered_at = Set(Some(now)),
        Err(_) => row.revoked_at = Set(Some(now)),
    }
    answer_link::Entity::update(row).exec(&tx).await?;
    if seen.is_ok() {
        tell_the_team(app, &tx, link, now).await?;
    }
    let why = seen.as_ref().err().copied();
    audit::insert(&tx, &[entry(app, link, request, now, why)]).await?;
    tx.commit().await?;
    Ok(seen.ok())
}

/// What is behind a door, or why it does not open; `None` of a link that opens nothing.
async fn behind(
    app: &App,
    tx: &UnscopedTx,
    found: &Live,
    now: DateTime<Utc>,
) -> Result<Option<Result<Payload, DisclosureRefusal>>, Refusal> {
    let Question::Door(_, disclosure) = &found.question else {
        return Ok(None);
    };
    let link = &found.link;
    let (_, key) = keys::find(app, tx, &[link.case_id])
        .await?
        .pop()
        .ok_or(Fault::KeyDestroyed)?;
    let permit = CasePermit::unscoped_door(link.case_id, link.org_id, key);
    let seen = still_shared(Reading::Door(tx), &permit, *disclosure, now).await?;
    Ok(Some(seen))
}

/// The entry of the trail: nobody of ours, with the link that was used.
fn entry(
    app: &App,
    link: &answer_link::Model,
    request: Uuid,
    now: DateTime<Utc>,
    why: Option<DisclosureRefusal>,
) -> Entry {
    Entry {
        id: app.clock().new_id(),
        at: now,
        org: link.org_id,
        actor: None,
        session: None,
        request,
        act: "open_by_link",
        outcome: if why.is_some() {
            Outcome::Refused
        } else {
            Outcome::Seen
        },
        why: why.map(DisclosureRefusal::code),
        target_kind: Some("disclosure"),
        target: link.disclosure_id,
        case: Some(link.case_id),
        ids: vec![link.id],
        fields: BTreeSet::new(),
        reason: None,
    }
}
