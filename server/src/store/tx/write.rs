//! Rows written, each with a grant and each in the audit entry. What waits for the database is on
//! the heap: an act does several of these, and would be as large as all of them together.

use sea_orm::sea_query::IntoCondition;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, Condition, EntityTrait, IdenStatic, IntoActiveModel,
    Iterable, QueryFilter,
};

use super::Tx;
use crate::access::{Grant, Traced, Visible};
use crate::error::Refusal;

impl Tx {
    /// Inserts a row.
    pub async fn insert<A>(
        &mut self,
        grant: &Grant,
        row: A,
    ) -> Result<<A::Entity as EntityTrait>::Model, Refusal>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + Traced,
    {
        Box::pin(async move {
            self.check(grant)?;
            let row = A::Entity::insert(row)
                .exec_with_returning(&self.reader())
                .await?;
            self.entry.touched(row.trace());
            Ok(row)
        })
        .await
    }

    /// Inserts rows of which nobody needs the answer (codes of a join table).
    pub async fn insert_all<A>(&mut self, grant: &Grant, rows: Vec<A>) -> Result<(), Refusal>
    where
        A: ActiveModelTrait + Send,
    {
        Box::pin(async move {
            self.check(grant)?;
            if !rows.is_empty() {
                A::Entity::insert_many(rows)
                    .exec_without_returning(&self.reader())
                    .await?;
            }
            Ok(())
        })
        .await
    }

    /// Changes a row. The names of the columns that were set go into the audit entry.
    pub async fn update<A>(
        &mut self,
        grant: &Grant,
        row: A,
    ) -> Result<<A::Entity as EntityTrait>::Model, Refusal>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + Traced,
    {
        Box::pin(async move {
            self.check(grant)?;
            for column in <A::Entity as EntityTrait>::Column::iter() {
                if row.get(column).is_set() {
                    self.entry.changed(column.as_str());
                }
            }
            let row = A::Entity::update(row).exec(&self.reader()).await?;
            self.entry.touched(row.trace());
            Ok(row)
        })
        .await
    }

    /// Deletes the rows of `E` within scope for which `condition` holds.
    pub async fn delete<E: Visible>(
        &mut self,
        grant: &Grant,
        condition: impl IntoCondition,
    ) -> Result<u64, Refusal> {
        Box::pin(async move {
            self.check(grant)?;
            let deleted = E::delete_many()
                .filter(
                    Condition::all()
                        .add(condition.into_condition())
                        .add(self.viewer.scope::<E>()),
                )
                .exec(&self.reader())
                .await?;
            Ok(deleted.rows_affected)
        })
        .await
    }
}
