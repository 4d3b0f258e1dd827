//! One connection for one request.
//!
//! A pool tests a connection each time it is given back, which is a second journey to the
//! database, and a task of its own, for each statement. A request therefore takes a
//! connection at its first statement and keeps it. It gives it back before it waits for
//! anything else of which there are few (a write transaction, the commit of its audit
//! entries): nobody holds a reader while waiting for a writer, so that they cannot wait for
//! each other.

use std::sync::Arc;
use std::sync::atomic::AtomicU32;

use async_trait::async_trait;
use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::{self, AssertSqlSafe, Executor, Postgres, Sqlite};
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult,
    RuntimeErr, Statement,
};
use sea_query_sqlx::SqlxValues;
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

use super::{Reader, Store};

/// A connection that is taken when it is needed and kept until it is given back.
pub(crate) struct Lease {
    pool: DatabaseConnection,
    backend: DbBackend,
    held: Mutex<Option<Held>>,
}

enum Held {
    Postgres(PoolConnection<Postgres>),
    Sqlite(PoolConnection<Sqlite>),
}

/// Runs `$query` on whichever database is held.
macro_rules! on {
    ($held:expr, $connection:ident => $query:expr) => {
        match $held {
            Held::Postgres($connection) => $query,
            Held::Sqlite($connection) => $query,
        }
    };
}

impl Lease {
    /// A lease of nothing yet, from the connections that read.
    pub(super) fn new(store: &Store) -> Self {
        Self {
            pool: store.read.clone(),
            backend: store.backend,
            held: Mutex::default(),
        }
    }

    /// Reads on this lease whose statements are counted into `statements`.
    pub(crate) fn reader(&self, statements: Arc<AtomicU32>) -> Reader<'_, Self> {
        Reader::new(self, statements)
    }

    /// Gives the connection back; the next statement takes one again.
    pub(crate) async fn give_back(&self) {
        drop(self.held.lock().await.take());
    }

    async fn hold(&self) -> Result<MappedMutexGuard<'_, Held>, DbErr> {
        let mut held = self.held.lock().await;
        let holds = match held.take() {
            Some(holds) => holds,
            None => self.take().await.map_err(not_taken)?,
        };
        Ok(MutexGuard::map(held, |held| held.insert(holds)))
    }

    async fn take(&self) -> Result<Held, sqlx::Error> {
        Ok(match self.backend {
            DbBackend::Postgres => {
                let pool = self.pool.get_postgres_connection_pool();
                Held::Postgres(pool.acquire().await?)
            }
            _ => Held::Sqlite(self.pool.get_sqlite_connection_pool().acquire().await?),
        })
    }
}

#[async_trait]
impl ConnectionTrait for Lease {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let mut held = self.hold().await?;
        let (sql, values) = parts(statement);
        on!(&mut *held, connection => {
            let query = sqlx::query_with(AssertSqlSafe(sql), values);
            query.execute(&mut **connection).await.map(Into::into)
        })
        .map_err(|error| DbErr::Exec(runtime(error)))
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let mut held = self.hold().await?;
        on!(&mut *held, connection => {
            let sql = AssertSqlSafe(sql.to_owned());
            (**connection).execute(sql).await.map(Into::into)
        })
        .map_err(|error| DbErr::Exec(runtime(error)))
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let mut held = self.hold().await?;
        let (sql, values) = parts(statement);
        on!(&mut *held, connection => {
            let query = sqlx::query_with(AssertSqlSafe(sql), values);
            let row = query.fetch_optional(&mut **connection).await;
            row.map(|row| row.map(Into::into))
        })
        .map_err(|error| DbErr::Query(runtime(error)))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let mut held = self.hold().await?;
        let (sql, values) = parts(statement);
        on!(&mut *held, connection => {
            let query = sqlx::query_with(AssertSqlSafe(sql), values);
            let rows = query.fetch_all(&mut **connection).await;
            rows.map(|rows| rows.into_iter().map(Into::into).collect())
        })
        .map_err(|error| DbErr::Query(runtime(error)))
    }
}

fn parts(statement: Statement) -> (String, SqlxValues) {
    let values = statement.values.unwrap_or(sea_orm::Values(Vec::new()));
    (statement.sql, SqlxValues(values))
}

fn runtime(error: sqlx::Error) -> RuntimeErr {
    RuntimeErr::SqlxError(Arc::new(error))
}

fn not_taken(error: sqlx::Error) -> DbErr {
    match error {
        sqlx::Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
        sqlx::Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
        error => DbErr::Conn(runtime(error)),
    }
}
