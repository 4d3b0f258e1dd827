//! Writes what is told to those who search (rule 52): all of it as it is to be. What is
//! missing holds nothing up; it stays listed until it is there, or is marked as unknown.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::change::{opened, place};
use super::entity::{endangerment, report, unknown};
use super::items::supplied;
use super::model::{Endangerment, ReportItem, ReportPhoto};
use crate::access::{Act, CasePermit, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// The report as it is to be.
#[derive(Debug)]
pub(super) struct ReportSave {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub photo: Option<ReportPhoto>,
    pub description: Option<String>,
    pub endangerment: BTreeSet<Endangerment>,
    pub no_endangerment_known: bool,
    pub last_seen_at: Option<DateTime<Utc>>,
    pub last_seen_place: Option<String>,
    pub clothing: Option<String>,
    pub accompanied_by: Option<String>,
    pub guardian_contact: Option<String>,
    pub agency_contact: Option<String>,
    pub unknown: BTreeSet<ReportItem>,
}

/// Writes it. Returns the report.
pub(super) async fn save(viewer: &Viewer, input: ReportSave) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::EpisodeRecord, input.key, &input).await?;
    let before = tx.find::<report::Entity>(input.id).await?;
    let permit = tx.case(before.case_id).await?;
    if before.version != input.expected_version {
        let fields = differences(&input, &permit, &before)?;
        Conflict::check(input.expected_version, before.version, || fields)?;
    }
    let (grant, id, now) = (permit.grant()?, before.id, tx.now());
    let seal = |column, text: &Option<String>| {
        permit.seal_some(place("missing_report", column, id), text.as_deref())
    };
    let after = report::Model {
        version: before.version + 1,
        photo: input.photo,
        description: seal("description", &input.description)?,
        no_endangerment_known: input.no_endangerment_known,
        last_seen_at: input.last_seen_at,
        last_seen_place: seal("last_seen_place", &input.last_seen_place)?,
        clothing: seal("clothing", &input.clothing)?,
        accompanied_by: seal("accompanied_by", &input.accompanied_by)?,
        guardian_contact: seal("guardian_contact", &input.guardian_contact)?,
        agency_contact: seal("agency_contact", &input.agency_contact)?,
        changed_by: viewer.user(),
        changed_at: now,
        ..before
    };
    check(&input, &after, now)?;
    let mut row = after.into_active_model();
    for column in changed_columns() {
        row.reset(column);
    }
    tx.update(&grant, row).await?;
    tx.delete::<endangerment::Entity>(&grant, endangerment::Column::ReportId.eq(id))
        .await?;
    let factors = input
        .endangerment
        .iter()
        .map(|one| endangerment::ActiveModel {
            report_id: Set(id),
            factor: Set(*one),
        });
    tx.insert_all(&grant, factors.collect()).await?;
    tx.delete::<unknown::Entity>(&grant, unknown::Column::ReportId.eq(id))
        .await?;
    let items = input.unknown.iter().map(|one| unknown::ActiveModel {
        report_id: Set(id),
        item: Set(*one),
    });
    tx.insert_all(&grant, items.collect()).await?;
    tx.commit(id).await
}

fn changed_columns() -> impl Iterator<Item = report::Column> {
    use report::Column as C;
    <C as sea_orm::Iterable>::iter()
        .filter(|column| !matches!(column, C::Id | C::OrgId | C::CaseId | C::EpisodeId))
}

fn check(input: &ReportSave, after: &report::Model, now: DateTime<Utc>) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.has_been("lastSeenAt", input.last_seen_at, now);
    if input.no_endangerment_known && !input.endangerment.is_empty() {
        let message = "There is something that endangers them.";
        check.wrong("noEndangermentKnown", FieldCode::NotAllowedHere, message);
    }
    let there = supplied(after, !input.endangerment.is_empty());
    if input.unknown.iter().any(|item| there.contains(item)) {
        let message = "What is there is not unknown.";
        check.wrong("unknown", FieldCode::NotAllowedHere, message);
    }
    check.done()
}

fn differences(
    yours: &ReportSave,
    permit: &CasePermit,
    report: &report::Model,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let photo = |photo: ReportPhoto| photo.code().to_uppercase();
    let mut fields = vec![
        FieldConflict::of("photo", yours.photo.map(photo), report.photo.map(photo)),
        FieldConflict::of("lastSeenAt", yours.last_seen_at, report.last_seen_at),
    ];
    for (path, column, mine, theirs) in [
        (
            "description",
            "description",
            &yours.description,
            &report.description,
        ),
        (
            "lastSeenPlace",
            "last_seen_place",
            &yours.last_seen_place,
            &report.last_seen_place,
        ),
        ("clothing", "clothing", &yours.clothing, &report.clothing),
        (
            "accompaniedBy",
            "accompanied_by",
            &yours.accompanied_by,
            &report.accompanied_by,
        ),
        (
            "guardianContact",
            "guardian_contact",
            &yours.guardian_contact,
            &report.guardian_contact,
        ),
        (
            "agencyContact",
            "agency_contact",
            &yours.agency_contact,
            &report.agency_contact,
        ),
    ] {
        let theirs = opened(permit, "missing_report", column, report.id, theirs.as_ref())?;
        fields.push(FieldConflict::of(path, mine.clone(), theirs));
    }
    Ok(fields)
}
