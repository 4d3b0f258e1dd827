//! Whether what was shared may still be seen by whom it was shared with: the one check, asked
//! again at the moment in which they look (rule 19).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::check::{self, Asked, Basis, Purpose, Recipient};
use super::entity::{category, disclosure};
use super::make::read_payload;
use super::model::DisclosureRefusal;
use super::payload::Payload;
use super::place;
use crate::access::{CasePermit, Class};
use crate::cases::entity::case_person;
use crate::cases::model::PersonRole;
use crate::directory::entity::service;
use crate::error::Refusal;
use crate::releases::known_of;
use crate::releases::model::InformationCategory;
use crate::store::Reading;
use crate::store::prelude::*;

/// What the disclosure `id` told, exactly as it was confirmed, if the release that it rests on
/// covers it at `now`; or why not. Another release that would cover it opens nothing: it was not
/// the one that was confirmed. What rests on no release is not seen again by any link.
pub(crate) async fn still_shared(
    rows: Reading<'_>,
    permit: &CasePermit,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Result<Payload, DisclosureRefusal>, Refusal> {
    let this = Condition::all()
        .add(disclosure::Column::Id.eq(id))
        .add(disclosure::Column::CaseId.eq(permit.case()));
    let mut found = rows.all::<disclosure::Entity>(this).await?;
    let row = found.pop().ok_or(Refusal::NotFound)?;
    let (Some(release), Some(entry)) = (row.release_id, row.recipient_service_id) else {
        return Ok(Err(DisclosureRefusal::NoRelease));
    };
    let of_case = Condition::all().add(case_person::Column::CaseId.eq(permit.case()));
    let people = rows.all::<case_person::Entity>(of_case).await?;
    let about =
        |one: &&case_person::Model| one.id == row.person_id && one.role == PersonRole::Child;
    let Some(person) = people.iter().find(about) else {
        return Ok(Err(DisclosureRefusal::NoRelease));
    };
    let Some(recipient) = recipient(rows, entry).await? else {
        return Ok(Err(DisclosureRefusal::RecipientMismatch));
    };
    // Sealed for this row alone: what opens is what was confirmed (rule 28).
    let text = permit.open(Class::Narrative, place("payload", id), &row.payload)?;
    let payload = read_payload(&text.unwrap_or_default())?;
    let mut known = known_of(rows, permit, person, &people).await?;
    known.releases.retain(|one| one.id == release);
    let asked = Asked {
        person: person.id,
        recipient,
        categories: categories(rows, id).await?,
        purpose: Purpose {
            code: row.purpose,
            words: payload.purpose_words.clone(),
        },
        method: row.method,
        // Words are asked for where a statute demands a report, which no link opens.
        words: BTreeSet::new(),
        at: now,
        notice: true,
        basis: Basis::Consent,
    };
    let verdict = check::check(&known.releases, &known.around, &asked);
    Ok(verdict.map(|_| payload))
}

/// The recipient as the directory has it now; none when it has closed.
async fn recipient(rows: Reading<'_>, entry: Uuid) -> Result<Option<Recipient>, Refusal> {
    let offered = Condition::all()
        .add(service::Column::Id.eq(entry))
        .add(service::Column::Closed.eq(false));
    let found = rows.all::<service::Entity>(offered).await?.pop();
    Ok(found.map(|service| Recipient {
        entry,
        organization: service.organization_name,
    }))
}

async fn categories(
    rows: Reading<'_>,
    disclosure: Uuid,
) -> Result<BTreeSet<InformationCategory>, Refusal> {
    let of_it = Condition::all().add(category::Column::DisclosureId.eq(disclosure));
    let found = rows.all::<category::Entity>(of_it).await?;
    Ok(found.into_iter().map(|one| one.category).collect())
}
