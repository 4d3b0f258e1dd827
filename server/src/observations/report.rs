//! Records a report that was made. Where it comes with all of the evidence that a clock asks
//! for (rule 49), it is kept as a notice too, and ends the clock that waits for it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::tip;
use super::model::{ReportedTo, TipKind};
use crate::access::{Act, CasePermit, Viewer};
use crate::clocks::entity::notice;
use crate::clocks::model::{NoticeMethod, NotifiedParty};
use crate::clocks::{meet_running, waits_for};
use crate::error::{FieldCode, Refusal};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// A report that was made.
#[derive(Debug)]
pub(super) struct ReportRecord {
    pub key: Uuid,
    pub case: Uuid,
    pub reported_to: ReportedTo,
    pub kind: Option<TipKind>,
    pub filed_at: Option<DateTime<Utc>>,
    pub filed_by: Option<String>,
    pub method: NoticeMethod,
    pub agency: Option<String>,
    pub person: Option<String>,
    pub reference: Option<String>,
}

/// The place of a sealed column.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "tip_record",
        column,
        row,
    }
}

/// Records it. Returns the report.
pub(super) async fn record(viewer: &Viewer, input: ReportRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReportRecord, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    check(&tx, &input)?;
    let id = tx.new_id();
    let seal = |column, text: &Option<String>| permit.seal_some(place(column, id), text.as_deref());
    let filed_at = input.filed_at.unwrap_or(tx.now());
    let row = tip::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        reported_to: Set(input.reported_to),
        kind: Set(input.kind),
        filed_at: Set(filed_at),
        filed_by: Set(seal("filed_by", &input.filed_by)?),
        method: Set(input.method),
        agency: Set(seal("agency", &input.agency)?),
        person: Set(seal("person", &input.person)?),
        reference: Set(seal("reference", &input.reference)?),
        recorded_by: Set(tx.viewer().user()),
        recorded_at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await?;
    if let (Some(party), Some(agency), Some(person), Some(reference)) = (
        input.reported_to.party(),
        &input.agency,
        &input.person,
        &input.reference,
    ) {
        let evidence = [agency, person, reference].map(String::as_str);
        tell(&mut tx, &permit, party, input.method, filed_at, evidence).await?;
    }
    tx.commit(id).await
}

fn check(tx: &Tx, input: &ReportRecord) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.has_been("filedAt", input.filed_at, tx.now());
    if input.reported_to == ReportedTo::Cybertipline && input.kind.is_none() {
        check.wrong("kind", FieldCode::Required, "Say what it was about.");
    }
    if input.reported_to == ReportedTo::Other && input.agency.is_none() {
        check.wrong("agency", FieldCode::Required, "Say to whom.");
    }
    check.done()
}

/// Keeps the evidence as a notice, and ends the clocks that wait for it outside any time away.
async fn tell(
    tx: &mut Tx,
    permit: &CasePermit,
    party: NotifiedParty,
    method: NoticeMethod,
    at: DateTime<Utc>,
    [agency, person, reference]: [&str; 3],
) -> Result<(), Refusal> {
    let id = tx.new_id();
    let seal = |column, text| {
        let table = "notice";
        permit.seal(
            Place {
                table,
                column,
                row: id,
            },
            text,
        )
    };
    let row = notice::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        episode_id: Set(None),
        party: Set(party),
        method: Set(method),
        agency: Set(seal("agency", agency)?),
        person: Set(seal("person", person)?),
        reference: Set(seal("reference", reference)?),
        at: Set(at),
        recorded_at: Set(tx.now()),
        asked_not_to_reveal_care: Set(false),
        recorded_by: Set(tx.viewer().user()),
    };
    tx.insert(&permit.grant()?, row).await?;
    meet_running(tx, permit, None, at, Some(id), |clock| {
        waits_for(clock, party, at)
    })
    .await
    .map(drop)
}
