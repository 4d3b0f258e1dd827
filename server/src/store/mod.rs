//! The database, and every difference between the two that we serve.
//!
//! The pools are private to this module. Slices reach rows through a viewer
//! ([`Scoped`]) and change them through a transaction ([`Tx`]); what skips the viewer
//! is named `unscoped_…` and counted by a test.

pub mod codes;
pub mod page;
pub mod prelude;
pub mod search;

mod backend;
mod lease;
mod newest;
mod reader;
mod reading;
mod scoped;
mod tx;

pub use codes::coded;
pub use newest::{OfCases, newest_of};
pub use reading::Reading;
pub use scoped::Scoped;
pub use tx::{Tx, Versioned};

pub(crate) use lease::Lease;
pub(crate) use reader::Reader;

use std::sync::Arc;
use std::time::Duration;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, TransactionTrait,
};

/// A write transaction outside any viewer's scope: for the spine, and for signing in,
/// where there is no viewer yet.
pub(crate) type UnscopedTx = DatabaseTransaction;

/// Where the data is and how to reach it.
#[derive(Clone, Debug)]
pub struct StoreSettings {
    /// `sqlite:///path/to/file.db` or `postgres://…`.
    pub url: String,
    /// Connections at most. On PostgreSQL half of them write; on SQLite all of them read,
    /// and there is one writer beside them.
    pub connections: u32,
    /// How long to wait for a connection.
    pub acquire: Duration,
    /// How long one statement may take (PostgreSQL).
    pub statement: Duration,
}

impl StoreSettings {
    /// The settings for `url`, with defaults for the rest.
    pub fn at(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            connections: 12,
            acquire: Duration::from_secs(5),
            statement: Duration::from_secs(10),
        }
    }
}

/// An open database. Clones share its pools.
#[derive(Clone)]
pub struct Store {
    read: DatabaseConnection,
    write: DatabaseConnection,
    backend: DbBackend,
}

impl Store {
    /// Connects; changes nothing.
    pub async fn open(settings: &StoreSettings) -> Result<Self, DbErr> {
        backend::open(settings).await
    }

    /// Whether this is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.backend == DbBackend::Postgres
    }

    /// Brings the schema up to date. Safe with several servers starting at once.
    pub async fn migrate_up(&self) -> Result<(), DbErr> {
        backend::with_migration_lock(self, async || Migrator::up(&self.write, None).await).await
    }

    /// Takes back the newest `steps` migrations.
    pub async fn migrate_down(&self, steps: u32) -> Result<(), DbErr> {
        backend::with_migration_lock(self, async || {
            Migrator::down(&self.write, Some(steps)).await
        })
        .await
    }

    /// The migrations by name, and whether each has been applied.
    pub async fn migrations(&self) -> Result<Vec<(String, bool)>, DbErr> {
        let pending: Vec<String> = Migrator::get_pending_migrations(&self.write)
            .await?
            .iter()
            .map(|migration| migration.name().to_owned())
            .collect();
        Ok(Migrator::migrations()
            .iter()
            .map(|migration| {
                (
                    migration.name().to_owned(),
                    !pending.contains(&migration.name().to_owned()),
                )
            })
            .collect())
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.read.execute_unprepared("SELECT 1").await.map(drop)
    }

    /// Reads for the spine itself, on nobody's behalf: sessions, keys, jobs.
    pub(crate) fn unscoped_reader(&self) -> Reader<'_> {
        Reader::new(&self.read, Arc::default())
    }

    /// The connection of one request, for finding out who asks; their viewer goes on with it.
    pub(crate) fn unscoped_lease(&self) -> Lease {
        Lease::new(self)
    }

    /// A write transaction for the spine itself. On SQLite it holds the one writer from
    /// its first moment, so that nothing read in it can have changed when it writes.
    pub(crate) async fn unscoped_begin(&self) -> Result<DatabaseTransaction, DbErr> {
        self.write
            .begin_with_options(backend::write_options())
            .await
    }

    /// A transaction that sees one moment and is to change nothing: for checking the whole.
    pub(crate) async fn unscoped_snapshot(&self) -> Result<UnscopedTx, DbErr> {
        self.read.begin_with_options(backend::read_options()).await
    }

    /// Closes the pools after what is in flight.
    pub async fn close(self) -> Result<(), DbErr> {
        self.write.close().await?;
        self.read.close().await
    }
}
