//! Every difference between SQLite and PostgreSQL in opening and locking.

use sea_orm::sqlx::sqlite::{SqliteAutoVacuum, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DbBackend, DbErr, IsolationLevel,
    SqliteTransactionMode, Statement, TransactionOptions,
};
use std::time::Duration;

use super::{Store, StoreSettings};

/// Any number will do, as long as every server of Trellis takes the same.
const MIGRATION_LOCK: i64 = 0x7472_656c_6c69_7301;

pub(super) async fn open(settings: &StoreSettings) -> Result<Store, DbErr> {
    if settings.url.starts_with("sqlite:") {
        sqlite(settings).await
    } else {
        postgres(settings).await
    }
}

/// Readers beside one writer: SQLite has one writer at a time, and a queue in our pool
/// is fairer than its busy timeout. `synchronous=FULL` puts on disk what we acknowledge.
async fn sqlite(settings: &StoreSettings) -> Result<Store, DbErr> {
    let options = |connections: u32, writes: bool| {
        let mut options = ConnectOptions::new(settings.url.clone());
        options
            .max_connections(connections)
            .min_connections(1)
            .acquire_timeout(settings.acquire)
            .sqlx_logging(false)
            .test_before_acquire(false)
            .map_sqlx_sqlite_opts(move |sqlite| {
                // The pragma takes the write lock: a reader that opens while the writer is at
                // work would wait for it, and the writer perhaps for what is to be read.
                let sqlite = if writes {
                    sqlite.auto_vacuum(SqliteAutoVacuum::Incremental)
                } else {
                    sqlite
                };
                sqlite
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(5))
                    .statement_cache_capacity(512)
                    .pragma("secure_delete", "ON")
                    .pragma("trusted_schema", "OFF")
                    .pragma("cache_size", "-8192")
            });
        options
    };
    // The writer first: it makes the file, which the readers then find.
    let write = Database::connect(options(1, true)).await?;
    let read = Database::connect(options(settings.connections, false)).await?;
    Ok(Store {
        read,
        write,
        backend: DbBackend::Sqlite,
    })
}

/// Readers, and writers in a pool of their own: who holds a writer may read beside it, and out
/// of one pool enough of them would wait for each other. A generic plan is forced because sea-orm binds `LIMIT`, and a bound limit would have every list planned
/// anew on each call.
async fn postgres(settings: &StoreSettings) -> Result<Store, DbErr> {
    let statement = settings.statement.as_millis().to_string();
    let options = |connections: u32| {
        let statement = statement.clone();
        let mut options = ConnectOptions::new(settings.url.clone());
        options
            .max_connections(connections)
            .min_connections(1)
            .acquire_timeout(settings.acquire)
            .sqlx_logging(false)
            .test_before_acquire(false)
            .map_sqlx_postgres_opts(move |postgres| {
                postgres.statement_cache_capacity(512).options([
                    ("plan_cache_mode", "force_generic_plan"),
                    ("statement_timeout", statement.as_str()),
                    ("idle_in_transaction_session_timeout", "30000"),
                    ("jit", "off"),
                ])
            });
        options
    };
    let writers = (settings.connections / 2).max(1);
    let readers = settings.connections.saturating_sub(writers).max(1);
    Ok(Store {
        read: Database::connect(options(readers)).await?,
        write: Database::connect(options(writers)).await?,
        backend: DbBackend::Postgres,
    })
}

/// A write transaction takes SQLite's write lock when it begins: a deferred one that
/// reads first and writes later fails when another has written in between.
pub(super) fn write_options() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

/// A read transaction of one moment. SQLite's deferred ones are that by themselves.
pub(super) fn read_options() -> TransactionOptions {
    TransactionOptions {
        isolation_level: Some(IsolationLevel::RepeatableRead),
        access_mode: Some(AccessMode::ReadOnly),
        ..TransactionOptions::default()
    }
}

/// Runs `work` while no other server migrates. SQLite's file lock does that by itself.
pub(super) async fn with_migration_lock(
    store: &Store,
    work: impl AsyncFnOnce() -> Result<(), DbErr>,
) -> Result<(), DbErr> {
    if !store.is_postgres() {
        return work().await;
    }
    // A lock of the transaction's: it goes with the connection, however this ends.
    let guard = store.unscoped_begin().await?;
    let lock = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT pg_advisory_xact_lock($1)",
        [MIGRATION_LOCK.into()],
    );
    guard
        .execute_raw(Statement::from_string(
            DbBackend::Postgres,
            "SET LOCAL idle_in_transaction_session_timeout = 0",
        ))
        .await?;
    guard
        .execute_raw(Statement::from_string(
            DbBackend::Postgres,
            "SET LOCAL statement_timeout = 0",
        ))
        .await?;
    guard.query_one_raw(lock).await?;
    let done = work().await;
    guard.rollback().await?;
    done
}
