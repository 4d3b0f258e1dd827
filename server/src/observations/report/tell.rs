//! Keeps the evidence of a report as a notice, and ends the clocks that wait for it outside
//! any time away.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::CasePermit;
use crate::clocks::entity::notice;
use crate::clocks::model::{NoticeMethod, NotifiedParty};
use crate::clocks::{meet_running, waits_for};
use crate::error::Refusal;
use crate::observations::entity::tip_notice;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// All that a clock asks for: who was told, by whom there, when, and their number (rule 49).
#[derive(PartialEq, Eq)]
pub(super) struct Evidence<'a> {
    pub party: NotifiedParty,
    pub method: NoticeMethod,
    pub at: DateTime<Utc>,
    pub agency: &'a str,
    pub person: &'a str,
    pub reference: &'a str,
}

/// Keeps it as a notice of the report `tip`, and ends what waits for it. Returns the notice.
pub(super) async fn tell(
    tx: &mut Tx,
    permit: &CasePermit,
    tip: Uuid,
    evidence: &Evidence<'_>,
) -> Result<Uuid, Refusal> {
    let (id, at) = (keep(tx, permit, tip, evidence).await?, evidence.at);
    meet_running(tx, permit, None, at, Some(id), |clock| {
        waits_for(clock, evidence.party, at)
    })
    .await?;
    Ok(id)
}

/// Writes the notice, and that the report wrote it.
async fn keep(
    tx: &mut Tx,
    permit: &CasePermit,
    tip: Uuid,
    evidence: &Evidence<'_>,
) -> Result<Uuid, Refusal> {
    let (id, grant) = (tx.new_id(), permit.grant()?);
    let seal = |column, text| {
        let place = Place {
            table: "notice",
            column,
            row: id,
        };
        permit.seal(place, text)
    };
    let row = notice::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        episode_id: Set(None),
        party: Set(evidence.party),
        method: Set(evidence.method),
        agency: Set(seal("agency", evidence.agency)?),
        person: Set(seal("person", evidence.person)?),
        reference: Set(seal("reference", evidence.reference)?),
        at: Set(evidence.at),
        recorded_at: Set(tx.now()),
        asked_not_to_reveal_care: Set(false),
        recorded_by: Set(tx.viewer().user()),
    };
    tx.insert(&grant, row).await?;
    let written = tip_notice::ActiveModel {
        notice_id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        tip_id: Set(tip),
    };
    tx.insert(&grant, written).await?;
    Ok(id)
}
