//! Derived rows (boards, counters, tokens), in scope or not. Each use is under a grant on the
//! case they are derived from, and none of them is an answer.

use sea_orm::sea_query::{Expr, IntoCondition, OnConflict, SelectStatement};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    IntoActiveModel, QueryFilter, QuerySelect,
};

use super::Tx;
use crate::access::Grant;
use crate::error::Refusal;

impl Tx {
    /// The first row for which `condition` holds, locked, in scope or not: for the board row
    /// of a case on which a grant is held, which may be passing out of reach by this very act.
    pub(crate) async fn unscoped_locked<E: EntityTrait>(
        &self,
        grant: &Grant,
        condition: impl IntoCondition,
    ) -> Result<Option<E::Model>, Refusal> {
        self.check(grant)?;
        let select = E::find().filter(condition);
        let select = if self.viewer.app().store().is_postgres() {
            select.lock_exclusive()
        } else {
            select
        };
        Ok(select.one(&self.reader()).await?)
    }

    /// Whether the organisation has a row of `E` for which `condition` holds, in scope or not:
    /// for names that are given once. It tells nothing else of the row.
    pub(crate) async fn unscoped_exists<E: EntityTrait>(
        &self,
        grant: &Grant,
        condition: impl IntoCondition,
    ) -> Result<bool, Refusal> {
        self.check(grant)?;
        let mut query = sea_orm::QueryTrait::into_query(E::find().select_only().filter(condition));
        query.expr_as(Expr::val(1), "one").limit(1);
        Ok(self.reader().query_one(&query).await?.is_some())
    }

    /// Rows of a query, in scope or not: for what a derived row of a case on which a grant is
    /// held is taken from, and never for an answer.
    pub(crate) async fn unscoped_rows<T: FromQueryResult>(
        &self,
        grant: &Grant,
        query: &SelectStatement,
    ) -> Result<Vec<T>, Refusal> {
        self.check(grant)?;
        self.reader().rows(query).await
    }

    /// Writes a derived row anew; what it is derived from is in the audit entry already.
    pub(crate) async fn unscoped_replace<A>(&self, grant: &Grant, row: A) -> Result<(), Refusal>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        self.check(grant)?;
        A::Entity::update(row).exec(&self.reader()).await?;
        Ok(())
    }

    /// Deletes derived rows (tokens of a case on which a grant is held).
    pub(crate) async fn unscoped_delete<E: EntityTrait>(
        &self,
        grant: &Grant,
        condition: impl IntoCondition,
    ) -> Result<(), Refusal> {
        self.check(grant)?;
        E::delete_many()
            .filter(condition)
            .exec(&self.reader())
            .await?;
        Ok(())
    }

    /// Adds derived rows where they are not there yet.
    pub(crate) async fn unscoped_add_missing<A>(
        &self,
        grant: &Grant,
        rows: Vec<A>,
    ) -> Result<(), Refusal>
    where
        A: ActiveModelTrait + Send,
    {
        self.check(grant)?;
        if !rows.is_empty() {
            A::Entity::insert_many(rows)
                .on_conflict(OnConflict::new().do_nothing().to_owned())
                .exec_without_returning(&self.reader())
                .await?;
        }
        Ok(())
    }
}
