//! Growing waits after failed sign-ins, by account and by address.
//!
//! A try is counted before its password is looked at and taken back if it was right:
//! a hundred tries at once get no further than five one after another. Names that
//! nobody has are counted like the others, so that a wait tells nothing.

use std::net::IpAddr;

use chrono::{DateTime, Utc};

use super::entity::throttle::{ActiveModel, Column, Entity, Model};
use super::waits::{Counter, network, seconds_until};
use crate::app::App;
use crate::error::Refusal;
use crate::store::UnscopedTx;
use crate::store::prelude::*;
use crate::vault::Purpose;

/// One try at signing in, as the table knows it.
pub(super) struct Attempt {
    account: Vec<u8>,
    address: Vec<u8>,
}

/// Wait this many seconds before the next try.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wait(pub(super) u64);

impl Attempt {
    /// Keys are hashes: the table holds neither names nor addresses.
    pub(super) fn new(app: &App, login_key: &str, from: IpAddr) -> Self {
        let key = app.keyring().purpose(Purpose::Throttle);
        Self {
            account: key.mac(&[b"account", login_key.as_bytes()]).to_vec(),
            address: key.mac(&[b"address", &network(from)]).to_vec(),
        }
    }

    /// Counts the try as failed, or says how long to wait. Tries during a wait do not
    /// lengthen it.
    pub(super) async fn count(&self, app: &App) -> Result<Result<(), Wait>, Refusal> {
        let tx = app.store().unscoped_begin().await?;
        let now = app.clock().now();
        let rows = self.lock(app, &tx, now).await?;
        let blocked = rows
            .iter()
            .filter_map(|row| row.blocked_until)
            .max()
            .filter(|until| *until > now);
        if let Some(until) = blocked {
            return Ok(Err(Wait(seconds_until(until, now))));
        }
        for row in rows {
            let counter = if row.key == self.account {
                Counter::Account
            } else {
                Counter::Address
            };
            let fresh = now - row.updated_at > counter.forgets_after();
            let failures = if fresh {
                1
            } else {
                row.failures.saturating_add(1)
            };
            let update = ActiveModel {
                key: Set(row.key),
                failures: Set(failures),
                blocked_until: Set(counter.wait(failures).map(|wait| now + wait)),
                updated_at: Set(now),
            };
            Entity::update(update).exec(&tx).await?;
        }
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// Takes the count back: it was the right person. The account begins anew; the
    /// address loses this one try only, or else one's own account would wash away
    /// tries at those of others.
    pub(super) async fn succeed(&self, app: &App, tx: &UnscopedTx) -> Result<(), Refusal> {
        let now = app.clock().now();
        for row in self.lock(app, tx, now).await? {
            let failures = if row.key == self.account {
                0
            } else {
                row.failures.saturating_sub(1)
            };
            let update = ActiveModel {
                key: Set(row.key),
                failures: Set(failures),
                blocked_until: Set(None),
                updated_at: Set(row.updated_at),
            };
            Entity::update(update).exec(tx).await?;
        }
        Ok(())
    }

    /// Both rows, there and locked.
    async fn lock(
        &self,
        app: &App,
        tx: &UnscopedTx,
        now: DateTime<Utc>,
    ) -> Result<Vec<Model>, Refusal> {
        let mut keys = [self.account.clone(), self.address.clone()];
        // One order for all, so that two tries never wait for each other.
        keys.sort();
        let rows = keys.clone().map(|key| ActiveModel {
            key: Set(key),
            failures: Set(0),
            blocked_until: Set(None),
            updated_at: Set(now),
        });
        let there = OnConflict::column(Column::Key).do_nothing().to_owned();
        Entity::insert_many(rows)
            .on_conflict(there)
            .exec_without_returning(tx)
            .await?;
        let select = Entity::find()
            .filter(Column::Key.is_in(keys))
            .order_by_asc(Column::Key);
        let select = if app.store().is_postgres() {
            select.lock_exclusive()
        } else {
            select
        };
        Ok(select.all(tx).await?)
    }
}

/// Forgets counts that no longer matter.
pub(crate) async fn sweep(app: &App) -> Result<u64, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let before = app.clock().now() - Counter::Account.forgets_after() * 2;
    let gone = Entity::delete_many()
        .filter(Column::UpdatedAt.lt(before))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(gone.rows_affected)
}
