//! Reminds that a request waits for its first answer, by the mail that says nothing (rules 115,
//! 122): when little time is left those who take requests in, and when it is overdue the
//! supervisors.
//!
//! A request is assigned to nobody: it waits in the organisation's inbox. Where nobody takes
//! requests in, the supervisors are told both times. Somebody gets one mail, however many wait.
//! Several servers may remind at once: each takes requests that no other has taken.

mod letters;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::entity::request;
use crate::app::App;
use crate::error::Refusal;
use crate::outbox;
use crate::store::UnscopedTx;

/// Requests taken in one transaction.
const BATCH: u64 = 500;

/// Of a request, what a reminder needs.
#[derive(FromQueryResult)]
struct Due {
    id: Uuid,
    org_id: Uuid,
    due_at: DateTime<Utc>,
    remind_at: DateTime<Utc>,
}

/// Reminds of all that is due now, batch by batch; returns how many requests were looked at.
pub async fn remind(app: &App) -> Result<u64, Refusal> {
    let mut done = 0;
    loop {
        let batch = remind_batch(app).await?;
        done += batch;
        if batch < BATCH {
            return Ok(done);
        }
    }
}

async fn remind_batch(app: &App) -> Result<u64, Refusal> {
    let now = app.clock().now();
    let tx = app.store().unscoped_begin().await?;
    let due = take(&tx, app.store().is_postgres(), now).await?;
    if !due.is_empty() {
        let letters = letters::letters(app, &tx, &due, now).await?;
        outbox::enqueue_new(&tx, letters).await?;
        note(&tx, &due, now).await?;
    }
    tx.commit().await?;
    Ok(due.len() as u64)
}

/// Takes those that have been due for longest. SQLite has one writer at a time anyway.
async fn take(tx: &UnscopedTx, shared: bool, now: DateTime<Utc>) -> Result<Vec<Due>, Refusal> {
    let mut select = request::Entity::find()
        .select_only()
        .columns([
            request::Column::Id,
            request::Column::OrgId,
            request::Column::DueAt,
            request::Column::RemindAt,
        ])
        .filter(request::Column::FirstResponseAt.is_null())
        .filter(request::Column::ClosedAt.is_null())
        .filter(request::Column::RemindAt.lte(now))
        .order_by_asc(request::Column::RemindAt)
        .order_by_asc(request::Column::Id)
        .limit(BATCH);
    if shared {
        select = select.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    Ok(select.into_model::<Due>().all(tx).await?)
}

/// What is not overdue yet is told of again when it is; then never.
async fn note(tx: &UnscopedTx, due: &[Due], now: DateTime<Utc>) -> Result<(), Refusal> {
    let (last, first): (Vec<&Due>, Vec<&Due>) = due.iter().partition(|one| one.due_at <= now);
    for (which, next) in [
        (first, Expr::col(request::Column::DueAt)),
        (last, Expr::val(None::<DateTime<Utc>>)),
    ] {
        if !which.is_empty() {
            request::Entity::update_many()
                .col_expr(request::Column::RemindAt, next)
                .filter(request::Column::Id.is_in(which.iter().map(|one| one.id)))
                .exec(tx)
                .await?;
        }
    }
    Ok(())
}
