//! Changes: one transaction that carries the change, its audit entry, its mail, its
//! board row and its client key, so that all of it is there after a crash or none.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait,
    DatabaseTransaction, DeriveIden, EntityTrait, FromQueryResult, IdenStatic, IntoActiveModel,
    Iterable, PrimaryKeyToColumn, QueryFilter, QuerySelect, Select,
};
use uuid::Uuid;

use super::Reader;
use crate::access::{Act, CasePermit, Grant, Trace, Traced, Viewer, Visible};
use crate::audit::{self, Entry, Outcome};
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::outbox::{self, Template};
use crate::vault::{DataKey, Purpose, SealedBytes};

/// A row that people change, and that carries the number of its version.
pub trait Versioned {
    /// The version now.
    fn version(&self) -> i32;
}

/// One change under way. Dropped without [`commit`](Self::commit), nothing of it stays.
pub struct Tx {
    viewer: Viewer,
    act: Act,
    key: Uuid,
    input_hash: Vec<u8>,
    inner: DatabaseTransaction,
    now: DateTime<Utc>,
    entry: Entry,
}

#[derive(DeriveIden)]
enum ClientKey {
    #[sea_orm(iden = "client_key")]
    Table,
    UserId,
    Key,
    Act,
    InputHash,
    ResultId,
    CreatedAt,
}

#[derive(FromQueryResult)]
struct Applied {
    act: String,
    input_hash: Vec<u8>,
    result_id: Uuid,
}

impl Tx {
    pub(crate) async fn begin(
        viewer: &Viewer,
        act: Act,
        key: Uuid,
        input: &(impl std::fmt::Debug + Sync),
    ) -> Result<Self, Refusal> {
        let inner = viewer.app().store().unscoped_begin().await?;
        let tx = Self {
            viewer: viewer.clone(),
            act,
            key,
            // Inputs are plain values; their debug form is a faithful and stable text of them.
            // Keyed, since a short input could be found by trying (rule 38).
            input_hash: viewer
                .app()
                .keyring()
                .purpose(Purpose::ClientInput)
                .mac(&[format!("{input:?}").as_bytes()])
                .to_vec(),
            now: viewer.app().clock().now(),
            entry: Entry::of(viewer, act.code(), Outcome::Done),
            inner,
        };
        tx.refuse_replay().await?;
        Ok(tx)
    }

    async fn refuse_replay(&self) -> Result<(), Refusal> {
        let query = Query::select()
            .columns([ClientKey::Act, ClientKey::InputHash, ClientKey::ResultId])
            .from(ClientKey::Table)
            .and_where(Expr::col(ClientKey::UserId).eq(self.viewer.user()))
            .and_where(Expr::col(ClientKey::Key).eq(self.key))
            .take();
        match self.reader().query_one(&query).await? {
            None => Ok(()),
            Some(row) => {
                let applied = Applied::from_query_result(&row, "")?;
                if applied.act == self.act.code() && applied.input_hash == self.input_hash {
                    Err(Refusal::Replayed(applied.result_id))
                } else {
                    Err(Wrong::at(
                        "clientMutationKey",
                        FieldCode::KeyReused,
                        "This key was used for another change.",
                    )
                    .into())
                }
            }
        }
    }

    /// The statements of this transaction, counted with the request's.
    pub(crate) fn reader(&self) -> Reader<'_, DatabaseTransaction> {
        Reader::new(&self.inner, self.viewer.statement_counter())
    }

    /// Who changes.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// The one instant of this change.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// An id for a new row.
    pub fn new_id(&self) -> Uuid {
        self.viewer.app().clock().new_id()
    }

    /// Asks the policy for an act in one's organisation.
    pub fn may(&self) -> Result<Grant, Refusal> {
        self.viewer.may(self.act)
    }

    /// The case `id` with a grant for this act; out of reach it is not found.
    pub async fn case(&mut self, id: Uuid) -> Result<CasePermit, Refusal> {
        let permit = CasePermit::find(&self.viewer, &self.reader(), &[id])
            .await?
            .pop()
            .ok_or(Refusal::NotFound)?;
        let permit = permit.allowing(&self.viewer, self.act)?;
        self.entry.case = Some(id);
        Ok(permit)
    }

    /// A new key for a new owner of sealed values (a case, a request), kept wrapped.
    pub async fn new_key(&self, owner: Uuid, org: Uuid) -> Result<Arc<DataKey>, Refusal> {
        let key = DataKey::generate();
        let wrapped = self.viewer.app().keyring().wrap(&key, owner)?;
        crate::app::keys::insert(&self.reader(), owner, org, &wrapped, self.now).await?;
        Ok(Arc::new(key))
    }

    /// The row `id` of `E` within scope, locked until the end of this transaction.
    pub async fn find<E: Visible>(&self, id: Uuid) -> Result<E::Model, Refusal> {
        self.find_where::<E>(primary_key::<E>()?.eq(id))
            .await?
            .ok_or(Refusal::NotFound)
    }

    /// The first row of `E` within scope for which `condition` holds, locked.
    pub async fn find_where<E: Visible>(
        &self,
        condition: impl sea_orm::sea_query::IntoCondition,
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
        condition: impl sea_orm::sea_query::IntoCondition,
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

    pub(crate) fn check(&self, grant: &Grant) -> Result<(), Refusal> {
        if grant.act() == self.act && grant.org() == self.viewer.org() {
            Ok(())
        } else {
            Err(Fault::Broken("a grant for another act or organisation").into())
        }
    }

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
        self.check(grant)?;
        let row = A::Entity::insert(row)
            .exec_with_returning(&self.reader())
            .await?;
        self.entry.touched(row.trace());
        Ok(row)
    }

    /// Inserts rows of which nobody needs the answer (codes of a join table).
    pub async fn insert_all<A>(&mut self, grant: &Grant, rows: Vec<A>) -> Result<(), Refusal>
    where
        A: ActiveModelTrait + Send,
    {
        self.check(grant)?;
        if !rows.is_empty() {
            A::Entity::insert_many(rows)
                .exec_without_returning(&self.reader())
                .await?;
        }
        Ok(())
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
        self.check(grant)?;
        for column in <A::Entity as EntityTrait>::Column::iter() {
            if row.get(column).is_set() {
                self.entry.changed(column.as_str());
            }
        }
        let row = A::Entity::update(row).exec(&self.reader()).await?;
        self.entry.touched(row.trace());
        Ok(row)
    }

    /// The first row for which `condition` holds, locked, in scope or not: for the board row
    /// of a case on which a grant is held, which may be passing out of reach by this very act.
    pub(crate) async fn unscoped_locked<E: EntityTrait>(
        &self,
        grant: &Grant,
        condition: impl sea_orm::sea_query::IntoCondition,
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
        condition: impl sea_orm::sea_query::IntoCondition,
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
        query: &sea_orm::sea_query::SelectStatement,
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
        condition: impl sea_orm::sea_query::IntoCondition,
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

    /// Deletes the rows of `E` within scope for which `condition` holds.
    pub async fn delete<E: Visible>(
        &mut self,
        grant: &Grant,
        condition: impl sea_orm::sea_query::IntoCondition,
    ) -> Result<u64, Refusal> {
        self.check(grant)?;
        let deleted = E::delete_many()
            .filter(
                Condition::all()
                    .add(condition.into_condition())
                    .add(E::visible_to(&self.viewer)),
            )
            .exec(&self.reader())
            .await?;
        Ok(deleted.rows_affected)
    }

    /// Says in the audit entry what this change is about, when no row says it itself.
    pub fn about(&mut self, trace: Trace) {
        self.entry.touched(Some(trace));
    }

    /// Says in the audit entry that a field was shown.
    pub fn shown(&mut self, field: &'static str) {
        self.entry.changed(field);
    }

    /// The id of the audit entry: the place for which its reason is sealed.
    pub fn entry_id(&self) -> Uuid {
        self.entry.id
    }

    /// Keeps the reason that was given, sealed under the case's key.
    pub fn reason(&mut self, sealed: SealedBytes) {
        self.entry.reason = Some(sealed);
    }

    /// Sends mail when, and only when, this change commits. It says nothing (rule 122).
    pub async fn mail(
        &mut self,
        grant: &Grant,
        to: Uuid,
        template: Template,
        link: &str,
    ) -> Result<(), Refusal> {
        self.check(grant)?;
        outbox::enqueue(
            &self.reader(),
            self.new_id(),
            self.viewer.org(),
            to,
            template,
            link,
            self.now,
        )
        .await
    }

    /// Commits everything. The answer to a retry with the same key is `result` again.
    pub async fn commit(self, result: Uuid) -> Result<Uuid, Refusal> {
        let key = Query::insert()
            .into_table(ClientKey::Table)
            .columns([
                ClientKey::UserId,
                ClientKey::Key,
                ClientKey::Act,
                ClientKey::InputHash,
                ClientKey::ResultId,
                ClientKey::CreatedAt,
            ])
            .values_panic([
                self.viewer.user().into(),
                self.key.into(),
                self.act.code().into(),
                self.input_hash.clone().into(),
                result.into(),
                self.now.into(),
            ])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .take();
        if self.reader().execute(&key).await?.rows_affected() == 0 {
            // The same key is being applied elsewhere at this moment, and was faster.
            return Err(Refusal::Replayed(self.winner().await?));
        }
        audit::insert(&self.reader(), std::slice::from_ref(&self.entry)).await?;
        self.inner.commit().await?;
        Ok(result)
    }

    async fn winner(&self) -> Result<Uuid, Refusal> {
        match self.refuse_replay().await {
            Err(Refusal::Replayed(id)) => Ok(id),
            Err(refusal) => Err(refusal),
            Ok(()) => Err(Fault::Broken("a client key that is taken and is not there").into()),
        }
    }
}

fn primary_key<E: EntityTrait>() -> Result<E::Column, Refusal> {
    let key = E::PrimaryKey::iter()
        .next()
        .map(PrimaryKeyToColumn::into_column);
    key.ok_or(Refusal::Fault(Fault::Broken("a table without a key")))
}
