//! Cancels a staffing that has not been yet.

use uuid::Uuid;

use super::coming;
use super::entity::{staffing, staffing_case};
use crate::access::{Act, Viewer, Why};
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::store::prelude::*;
use crate::vault::Place;

/// Which, and why.
#[derive(Debug)]
pub(super) struct StaffingCancel {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub reason: String,
}

/// Cancels. The reason stays in the history of the case through which one may. Returns
/// the staffing.
pub(super) async fn cancel(viewer: &Viewer, input: StaffingCancel) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::StaffingSchedule, input.key, &input)
        .await?;
    let found = tx.find::<staffing::Entity>(input.id).await?;
    let agenda = staffing_case::Column::StaffingId.eq(input.id);
    let near = tx
        .find_where::<staffing_case::Entity>(agenda.clone())
        .await?;
    // A facilitator from whom every case has gone is told no, not that there is no staffing.
    let near = near.ok_or(Refusal::Forbidden(Why::OutOfReach))?;
    let permit = tx.case(near.case_id).await?;
    let grant = permit.grant()?;
    Conflict::check(input.expected_version, found.version, Vec::new)?;
    if found.cancelled || found.at < tx.now() {
        let message = "It has been cancelled, or has been.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let version = found.version;
    let mut row = found.into_active_model();
    row.cancelled = Set(true);
    row.version = Set(version + 1);
    tx.update(&grant, row).await?;
    let place = Place {
        table: "audit_entry",
        column: "reason",
        row: tx.entry_id(),
    };
    tx.reason(permit.seal(place, &input.reason)?);
    // All of its cases, those out of one's reach too.
    let query = Query::select()
        .column(staffing_case::Column::CaseId)
        .from(staffing_case::Entity)
        .and_where(agenda)
        .order_by(staffing_case::Column::CaseId, Order::Asc)
        .take();
    let cases: Vec<Uuid> = tx
        .unscoped_rows::<Listed>(&grant, &query)
        .await?
        .into_iter()
        .map(|listed| listed.case_id)
        .collect();
    coming::keep(&mut tx, &grant, &cases).await?;
    tx.commit(input.id).await
}

#[derive(FromQueryResult)]
struct Listed {
    case_id: Uuid,
}
