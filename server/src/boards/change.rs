//! Keeps a case's board row and the counters, in the transaction of the act.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::contributions::{Counter, contributions, difference, week_of};
use super::{Measure, board, tally_delta};
use crate::access::Grant;
use crate::app::App;
use crate::contacts::entity::support_contact;
use crate::error::{Fault, Refusal};
use crate::store::prelude::*;
use crate::store::{Tx, UnscopedTx};

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
    let mut deltas = difference(&contributions(&before), &contributions(&after));
    if before.supervisor_id != after.supervisor_id {
        hand_over_contacts(tx, grant, &before, &after, &mut deltas).await?;
    }
    write(tx, grant, deltas).await
}

/// [`change`] by a service's own answer, which nobody who is signed in makes. It changes
/// nothing of whose the case is.
pub async fn unscoped_change(
    app: &App,
    tx: &UnscopedTx,
    case: Uuid,
    change: impl FnOnce(&mut board::Model),
) -> Result<(), Refusal> {
    let select = board::Entity::find_by_id(case);
    let select = if app.store().is_postgres() {
        select.lock_exclusive()
    } else {
        select
    };
    let before = select
        .one(tx)
        .await?
        .ok_or(Fault::Broken("a case without a board row"))?;
    let mut after = before.clone();
    change(&mut after);
    board::Entity::update(all_set(&after)).exec(tx).await?;
    let deltas = difference(&contributions(&before), &contributions(&after));
    let rows = delta_rows(before.org_id, deltas, || app.clock().new_id());
    if !rows.is_empty() {
        tally_delta::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// A case's contacts are counted where its other numbers are: they go along to a new
/// supervisor, so that each week's number is the rows that the supervisor sees.
async fn hand_over_contacts(
    tx: &Tx,
    grant: &Grant,
    before: &board::Model,
    after: &board::Model,
    deltas: &mut BTreeMap<Counter, i32>,
) -> Result<(), Refusal> {
    use support_contact::Column as C;
    #[derive(FromQueryResult)]
    struct Occurred {
        occurred_at: DateTime<Utc>,
    }
    let query = Query::select()
        .column(C::OccurredAt)
        .from(support_contact::Entity)
        .and_where(C::CaseId.eq(before.case_id))
        .take();
    for contact in tx.unscoped_rows::<Occurred>(grant, &query).await? {
        let counter = |board| contact_counter(board, contact.occurred_at);
        *deltas.entry(counter(before)).or_default() -= 1;
        *deltas.entry(counter(after)).or_default() += 1;
    }
    Ok(())
}

fn contact_counter(row: &board::Model, at: DateTime<Utc>) -> Counter {
    Counter {
        supervisor: row.supervisor_id,
        specialist: Uuid::nil(),
        measure: Measure::ContactsInWeek,
        day: week_of(at),
    }
}

/// Counts a contact into its week.
pub async fn count_contact(
    tx: &mut Tx,
    grant: &Grant,
    row: &board::Model,
    at: DateTime<Utc>,
) -> Result<(), Refusal> {
    write(tx, grant, BTreeMap::from([(contact_counter(row, at), 1)])).await
}

async fn write(tx: &mut Tx, grant: &Grant, deltas: BTreeMap<Counter, i32>) -> Result<(), Refusal> {
    let rows = delta_rows(grant.org(), deltas, || tx.new_id());
    tx.insert_all(grant, rows).await
}

fn delta_rows(
    org: Uuid,
    deltas: BTreeMap<Counter, i32>,
    new_id: impl Fn() -> Uuid,
) -> Vec<tally_delta::ActiveModel> {
    deltas
        .into_iter()
        .map(|(counter, delta)| tally_delta::ActiveModel {
            id: Set(new_id()),
            org_id: Set(org),
            supervisor_id: Set(counter.supervisor),
            specialist_id: Set(counter.specialist),
            measure: Set(counter.measure.code().to_owned()),
            day: Set(counter.day),
            delta: Set(delta),
        })
        .collect()
}

/// Every column but the key as one to be written.
fn all_set(row: &board::Model) -> board::ActiveModel {
    row.clone().into_active_model().reset_all()
}
