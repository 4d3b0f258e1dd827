//! A connection that counts its statements.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use async_trait::async_trait;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, FromQueryResult,
    QueryResult, Statement,
};

use crate::error::Refusal;

/// Reads from a pool (one connection a statement), a request's lease or a transaction, and
/// counts: a page of N rows must cost a number of statements that does not depend on N.
pub(crate) struct Reader<'s, C = DatabaseConnection> {
    connection: &'s C,
    statements: Arc<AtomicU32>,
}

impl<'s, C: ConnectionTrait + Send + Sync> Reader<'s, C> {
    pub(super) fn new(connection: &'s C, statements: Arc<AtomicU32>) -> Self {
        Self {
            connection,
            statements,
        }
    }

    /// The rows of a query, read into `T`.
    pub(crate) async fn rows<T: FromQueryResult>(
        &self,
        query: &SelectStatement,
    ) -> Result<Vec<T>, Refusal> {
        let rows = self.query_all(query).await?;
        let read = rows.iter().map(|row| T::from_query_result(row, ""));
        Ok(read.collect::<Result<_, _>>()?)
    }

    fn count(&self) {
        self.statements.fetch_add(1, Ordering::Relaxed);
    }
}

#[async_trait]
impl<C: ConnectionTrait + Send + Sync> ConnectionTrait for Reader<'_, C> {
    fn get_database_backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.count();
        self.connection.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.count();
        self.connection.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.count();
        self.connection.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.count();
        self.connection.query_all_raw(statement).await
    }
}
