//! Folds deltas into counters. Writers never wait for it: they only add rows.

use std::collections::BTreeMap;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{tally, tally_delta};
use crate::app::App;
use crate::error::Refusal;
use crate::store::UnscopedTx;

/// Deltas folded in one transaction.
const BATCH: u64 = 500;

/// Folds the deltas there are, batch by batch, so that a busy minute leaves no pile that
/// every dashboard would read; returns how many there were. Several servers may fold at
/// once: each takes rows that no other has taken.
pub async fn fold(app: &App) -> Result<u64, Refusal> {
    let mut folded = 0;
    loop {
        let batch = fold_batch(app).await?;
        folded += batch;
        if batch < BATCH {
            return Ok(folded);
        }
    }
}

async fn fold_batch(app: &App) -> Result<u64, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let select = tally_delta::Entity::find()
        .order_by_asc(tally_delta::Column::Id)
        .limit(BATCH);
    let select = if app.store().is_postgres() {
        select.lock_with_behavior(
            sea_orm::sea_query::LockType::Update,
            sea_orm::sea_query::LockBehavior::SkipLocked,
        )
    } else {
        select
    };
    let deltas = select.all(&tx).await?;
    let count = deltas.len() as u64;
    if count == 0 {
        return Ok(0);
    }
    let ids: Vec<_> = deltas.iter().map(|delta| delta.id).collect();
    let mut sums = BTreeMap::new();
    for delta in deltas {
        let key = (
            delta.org_id,
            delta.supervisor_id,
            delta.measure,
            delta.specialist_id,
            delta.day,
        );
        *sums.entry(key).or_insert(0_i64) += i64::from(delta.delta);
    }
    // In the order of the key, so that two servers that fold at once cannot lock each other out.
    let rows = sums
        .into_iter()
        .map(
            |((org, supervisor, measure, specialist, day), n)| tally::ActiveModel {
                org_id: Set(org),
                supervisor_id: Set(supervisor),
                measure: Set(measure),
                specialist_id: Set(specialist),
                day: Set(day),
                n: Set(n),
            },
        );
    let key = [
        tally::Column::OrgId,
        tally::Column::SupervisorId,
        tally::Column::Measure,
        tally::Column::SpecialistId,
        tally::Column::Day,
    ];
    let added =
        Expr::col((tally::Entity, tally::Column::N)).add(Expr::col(("excluded", tally::Column::N)));
    let kept = tally::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::columns(key)
                .value(tally::Column::N, added)
                .to_owned(),
        )
        .exec_with_returning(&tx)
        .await?;
    drop_empty(&tx, &kept).await?;
    tally_delta::Entity::delete_many()
        .filter(tally_delta::Column::Id.is_in(ids))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(count)
}

/// Removes counters that have come to nothing: most are of a day, days go by, and sums
/// would read ever more of them. All of `kept` is locked by this transaction already.
async fn drop_empty(tx: &UnscopedTx, kept: &[tally::Model]) -> Result<(), Refusal> {
    let empty: Vec<_> = kept.iter().filter(|row| row.n == 0).collect();
    for some in empty.chunks(50) {
        let these = some.iter().fold(Condition::any(), |any, row| {
            any.add(
                Condition::all()
                    .add(tally::Column::OrgId.eq(row.org_id))
                    .add(tally::Column::SupervisorId.eq(row.supervisor_id))
                    .add(tally::Column::Measure.eq(row.measure.as_str()))
                    .add(tally::Column::SpecialistId.eq(row.specialist_id))
                    .add(tally::Column::Day.eq(row.day)),
            )
        });
        tally::Entity::delete_many().filter(these).exec(tx).await?;
    }
    Ok(())
}
