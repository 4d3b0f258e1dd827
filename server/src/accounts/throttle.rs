//! Growing waits after failed sign-ins, by account and by address.
//!
//! A try is counted before its password is looked at and taken back if it was right:
//! a hundred tries at once get no further than five one after another. Names that
//! nobody has are counted like the others, so that a wait tells nothing.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::throttle::{ActiveModel, Column, Entity, Model};
use super::waits::{Counter, network, seconds_until};
use crate::app::App;
use crate::error::Refusal;
use crate::store::UnscopedTx;
use crate::store::prelude::*;
use crate::vault::Purpose;

/// One try at signing in, as the table knows it.
pub(super) struct Attempt {
    counted: Vec<(Vec<u8>, Counter)>,
}

/// Wait this many seconds before the next try.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wait(pub(super) u64);

impl Attempt {
    /// Keys are hashes: the table holds neither names nor addresses.
    pub(super) fn new(app: &App, login_key: &str, from: IpAddr) -> Self {
        let key = app.keyring().purpose(Purpose::Throttle);
        let account = key.mac(&[b"account", login_key.as_bytes()]).to_vec();
        let address = key.mac(&[b"address", &network(from)]).to_vec();
        Self::of(vec![
            (account, Counter::Account),
            (address, Counter::Address),
        ])
    }

    /// A guess at the password of somebody who is signed in already.
    pub(super) fn of_user(app: &App, user: Uuid) -> Self {
        let key = app.keyring().purpose(Purpose::Throttle);
        let own = key.mac(&[b"user", user.as_bytes()]).to_vec();
        Self::of(vec![(own, Counter::Account)])
    }

    /// One order for all, so that two tries never wait for each other.
    fn of(mut counted: Vec<(Vec<u8>, Counter)>) -> Self {
        counted.sort_by(|(one, _), (other, _)| one.cmp(other));
        Self { counted }
    }

    fn counter(&self, key: &[u8]) -> Counter {
        let found = self.counted.iter().find(|(counted, _)| counted == key);
        found.map_or(Counter::Account, |(_, counter)| *counter)
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
            let counter = self.counter(&row.key);
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
            let failures = match self.counter(&row.key) {
                Counter::Account => 0,
                Counter::Address => row.failures.saturating_sub(1),
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

    /// [`succeed`](Self::succeed) in a transaction of its own.
    pub(super) async fn forgive(&self, app: &App) -> Result<(), Refusal> {
        let tx = app.store().unscoped_begin().await?;
        self.succeed(app, &tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The rows, there and locked.
    async fn lock(
        &self,
        app: &App,
        tx: &UnscopedTx,
        now: DateTime<Utc>,
    ) -> Result<Vec<Model>, Refusal> {
        let keys = || self.counted.iter().map(|(key, _)| key.clone());
        let rows = keys().map(|key| ActiveModel {
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
            .filter(Column::Key.is_in(keys()))
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
