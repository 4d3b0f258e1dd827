//! Rows within scope, as a change finds them.

use sea_orm::sea_query::IntoCondition;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Iterable, PrimaryKeyToColumn, QueryFilter, QuerySelect,
    Select,
};
use uuid::Uuid;

use super::Tx;
use crate::access::Visible;
use crate::error::{Fault, Refusal};

impl Tx {
    /// The row `id` of `E` within scope, locked until the end of this transaction.
    pub async fn find<E: Visible>(&self, id: Uuid) -> Result<E::Model, Refusal> {
        self.find_where::<E>(primary_key::<E>()?.eq(id))
            .await?
            .ok_or(Refusal::NotFound)
    }

    /// The first row of `E` within scope for which `condition` holds, locked.
    pub async fn find_where<E: Visible>(
        &self,
        condition: impl IntoCondition,
    ) -> Result<Option<E::Model>, Refusal> {
        let select = self.scoped::<E>().filter(condition);
        // SQLite has no row locks and needs none: this transaction is the only writer.
        let select = if self.viewer.app().store().is_postgres() {
            select.lock_exclusive()
        } else {
            select
        };
        Ok(select.one(&self.reader()).await?)
    }

    /// All rows of `E` within scope for which `condition` holds.
    pub async fn find_all<E: Visible>(
        &self,
        condition: impl IntoCondition,
    ) -> Result<Vec<E::Model>, Refusal> {
        Ok(self
            .scoped::<E>()
            .filter(condition)
            .all(&self.reader())
            .await?)
    }

    fn scoped<E: Visible>(&self) -> Select<E> {
        E::find().filter(Condition::all().add(E::visible_to(&self.viewer)))
    }
}

fn primary_key<E: EntityTrait>() -> Result<E::Column, Refusal> {
    let key = E::PrimaryKey::iter()
        .next()
        .map(PrimaryKeyToColumn::into_column);
    key.ok_or(Refusal::Fault(Fault::Broken("a table without a key")))
}
