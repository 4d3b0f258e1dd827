//! Keeps a case's board row and the counters, in the transaction of the act.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::contributions::{Counter, contributions, difference, week_of};
use super::{Measure, board, tally_delta};
use crate::access::Grant;
use crate::error::{Fault, Refusal};
use crate::store::Tx;
use crate::store::prelude::*;

/// Writes the board row of a case that was just opened.
pub async fn open(tx: &mut Tx, grant: &Grant, row: board::Model) -> Result<(), Refusal> {
    let deltas = contributions(&row);
    tx.insert::<board::ActiveModel>(grant, all_set(&row))
        .await?;
    write(tx, grant, deltas).await
}

/// Changes the board row of `case`; the counters follow from the row.
pub async fn change(
    tx: &mut Tx,
    grant: &Grant,
    case: Uuid,
    change: impl FnOnce(&mut board::Model),
) -> Result<(), Refusal> {
    let before = tx
        .unscoped_locked::<board::Entity>(grant, board::Column::CaseId.eq(case))
        .await?
        .ok_or(Fault::Broken("a case without a board row"))?;
    let mut after = before.clone();
    change(&mut after);
    if after == before {
        return Ok(());
    }
    tx.unscoped_replace(grant, all_set(&after)).await?;
    write(
        tx,
        grant,
        difference(&contributions(&before), &contributions(&after)),
    )
    .await
}

/// Counts a contact into its week. It stays with the specialist the case has now.
pub async fn count_contact(
    tx: &mut Tx,
    grant: &Grant,
    row: &board::Model,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<(), Refusal> {
    let counter = Counter {
        supervisor: row.supervisor_id,
        specialist: row.specialist_id.unwrap_or_default(),
        measure: Measure::ContactsInWeek,
        day: week_of(at),
    };
    write(tx, grant, BTreeMap::from([(counter, 1)])).await
}

async fn write(tx: &mut Tx, grant: &Grant, deltas: BTreeMap<Counter, i32>) -> Result<(), Refusal> {
    let org = grant.org();
    let rows = deltas
        .into_iter()
        .map(|(counter, delta)| tally_delta::ActiveModel {
            id: Set(tx.new_id()),
            org_id: Set(org),
            supervisor_id: Set(counter.supervisor),
            specialist_id: Set(counter.specialist),
            measure: Set(counter.measure.code().to_owned()),
            day: Set(counter.day),
            delta: Set(delta),
        })
        .collect();
    tx.insert_all(grant, rows).await
}

/// Every column but the key as one to be written.
fn all_set(row: &board::Model) -> board::ActiveModel {
    row.clone().into_active_model().reset_all()
}
