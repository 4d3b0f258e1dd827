//! Rows within scope, as a change finds them.

use sea_orm::sea_query::{IntoCondition, LockType};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use super::Tx;
use crate::access::{CasePermit, Traced, Visible};
use crate::error::{Fault, Refusal};
use crate::store::scoped::primary_key;

impl Tx {
    /// The row `id` of `E` within scope, locked until the end of this transaction.
    pub async fn find<E: Visible>(&mut self, id: Uuid) -> Result<E::Model, Refusal> {
        let key = primary_key::<E>().ok_or(Fault::Broken("a table without a key"))?;
        self.find_where::<E>(key.eq(id))
            .await?
            .ok_or(Refusal::NotFound)
    }

    /// The first row of `E` within scope for which `condition` holds, locked.
    ///
    /// The case that the row belongs to is locked before it, once in a transaction. Changes of
    /// one case so wait for each other in one place, instead of each holding a row that the
    /// other needs next.
    pub async fn find_where<E: Visible>(
        &mut self,
        condition: impl IntoCondition,
    ) -> Result<Option<E::Model>, Refusal> {
        Box::pin(async move {
            let select = self.scoped::<E>().filter(condition);
            // SQLite has no row locks and needs none: this transaction is the only writer.
            if !self.viewer.app().store().is_postgres() {
                return Ok(select.one(&self.reader()).await?);
            }
            if !self.holds_a_case {
                let Some(row) = select.clone().one(&self.reader()).await? else {
                    return Ok(None);
                };
                if let Some(case) = row.trace().and_then(|trace| trace.case) {
                    self.hold(case).await?;
                }
            }
            let select = select.lock(LockType::NoKeyUpdate);
            Ok(select.one(&self.reader()).await?)
        })
        .await
    }

    /// Locks a case that is known to be in reach. What is read of it from now on stands.
    async fn hold(&mut self, case: Uuid) -> Result<(), Refusal> {
        CasePermit::hold(&self.viewer, &self.reader(), case).await?;
        self.holds_a_case = true;
        Ok(())
    }

    /// All rows of `E` within scope for which `condition` holds.
    pub async fn find_all<E: Visible>(
        &self,
        condition: impl IntoCondition,
    ) -> Result<Vec<E::Model>, Refusal> {
        Box::pin(async move {
            Ok(self
                .scoped::<E>()
                .filter(condition)
                .all(&self.reader())
                .await?)
        })
        .await
    }

    fn scoped<E: Visible>(&self) -> Select<E> {
        E::find().filter(Condition::all().add(self.viewer.scope::<E>()))
    }
}
