//! Reads that carry the viewer who asks.

use futures::future::BoxFuture;
use sea_orm::sea_query::{Expr, ExprTrait, Func, IntoCondition, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, Iterable, Order, PrimaryKeyToColumn,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use uuid::Uuid;

use super::page::{Keyset, Page};
use crate::access::{Traced, Viewer, Visible};
use crate::error::Refusal;

/// What a query answers. On the heap: a statement is large, and every field of a type would
/// otherwise be as large as the largest query that one of them makes.
pub type Answer<'v, T> = BoxFuture<'v, Result<T, Refusal>>;

/// The column of the id.
pub(super) fn primary_key<E: EntityTrait>() -> Option<E::Column> {
    let mut keys = E::PrimaryKey::iter();
    keys.next().map(PrimaryKeyToColumn::into_column)
}

/// A query that can be narrowed, ordered and cut, never widened: the viewer's scope is
/// ANDed as a group when it runs, after everything else was said.
#[must_use = "a query does nothing until it runs"]
pub struct Scoped<'v, E: EntityTrait> {
    viewer: &'v Viewer,
    select: Select<E>,
    filter: Condition,
}

impl<'v, E: Visible> Scoped<'v, E> {
    pub(crate) fn new(viewer: &'v Viewer) -> Self {
        Self {
            viewer,
            select: E::find(),
            filter: Condition::all(),
        }
    }

    /// Only rows for which `condition` holds as well.
    pub fn filter(mut self, condition: impl IntoCondition) -> Self {
        self.filter = self.filter.add(condition.into_condition());
        self
    }

    /// Only the row with this id.
    pub fn by_id(self, id: Uuid) -> Self {
        match primary_key::<E>() {
            Some(column) => self.filter(column.eq(id)),
            None => self.filter(Expr::val(1).eq(0)),
        }
    }

    /// Only the rows with these ids.
    pub fn by_ids(self, ids: &[Uuid]) -> Self {
        match primary_key::<E>() {
            Some(column) => self.filter(column.is_in(ids.iter().copied())),
            None => self.filter(Expr::val(1).eq(0)),
        }
    }

    /// Sorted by `column`, after what was sorted by before.
    pub fn order(mut self, column: E::Column, order: Order) -> Self {
        self.select = self.select.order_by(column, order);
        self
    }

    /// At most `n` rows.
    pub fn limit(mut self, n: u64) -> Self {
        self.select = self.select.limit(n);
        self
    }

    /// Joins, columns and groups. The scope is still ANDed afterwards, so that nothing
    /// said here shows more rows.
    pub fn shape(mut self, shape: impl FnOnce(Select<E>) -> Select<E>) -> Self {
        self.select = shape(self.select);
        self
    }

    fn finish(self) -> (&'v Viewer, Select<E>) {
        let scope = self.viewer.scope::<E>();
        (
            self.viewer,
            self.select
                .filter(Condition::all().add(self.filter).add(scope)),
        )
    }

    /// All rows. What they tell of people is noted for the audit.
    pub fn all(self) -> Answer<'v, Vec<E::Model>> {
        let (viewer, select) = self.finish();
        Box::pin(async move {
            let rows = select.all(&viewer.reader()).await?;
            viewer.note_all(rows.iter());
            Ok(rows)
        })
    }

    /// One row, or none.
    pub fn one(self) -> Answer<'v, Option<E::Model>> {
        let (viewer, select) = self.finish();
        Box::pin(async move {
            let row = select.one(&viewer.reader()).await?;
            viewer.note_all(row.iter());
            Ok(row)
        })
    }

    /// The rows of another query `over` this one, which finds and sorts them: in one statement.
    pub fn over<T: Told>(
        self,
        over: impl FnOnce(SelectStatement) -> SelectStatement,
    ) -> Answer<'v, Vec<T>> {
        let (viewer, select) = self.finish();
        Box::pin(told(viewer, over(QueryTrait::into_query(select))))
    }

    /// All rows in another shape, which says itself what it tells.
    pub fn all_as<T: Told>(self) -> Answer<'v, Vec<T>> {
        let (viewer, select) = self.finish();
        Box::pin(told(viewer, QueryTrait::into_query(select)))
    }

    /// The rows of this query and of `other`, which have the same columns, made into
    /// something by `over`: in one statement, and so of one moment.
    pub fn with<F: Visible, T: Told>(
        self,
        other: Scoped<'v, F>,
        over: impl FnOnce(SelectStatement) -> SelectStatement,
    ) -> Answer<'v, Vec<T>> {
        let ((viewer, one), (_, two)) = (self.finish(), other.finish());
        let mut both = QueryTrait::into_query(one);
        both.union(UnionType::All, QueryTrait::into_query(two));
        Box::pin(told(viewer, over(both)))
    }

    /// How many rows. A number, so nothing is noted.
    pub fn count(self) -> Answer<'v, i64> {
        #[derive(FromQueryResult)]
        struct Counted {
            n: i64,
        }
        let (viewer, select) = self.finish();
        let select = select
            .select_only()
            .expr_as(Func::count(Expr::val(1)), "n")
            .into_model::<Counted>();
        Box::pin(async move {
            let counted = select.one(&viewer.reader()).await?;
            Ok(counted.map_or(0, |counted| counted.n))
        })
    }

    /// One page in the order of `keyset`, after its cursor.
    pub fn page<'k, T: Told>(self, keyset: &'k Keyset<E>) -> Answer<'k, Page<T>>
    where
        'v: 'k,
    {
        let (viewer, select) = self.finish();
        let query = QueryTrait::into_query(keyset.apply(select));
        Box::pin(async move { Ok(keyset.cut(told(viewer, query).await?)) })
    }

    /// One page of rows to which `shape` joins others. Which rows they are is found first
    /// and in their own table alone, so that only what is shown is joined.
    pub fn page_joined<'k, T: Told>(
        self,
        keyset: &'k Keyset<E>,
        shape: impl FnOnce(Select<E>) -> Select<E>,
    ) -> Answer<'k, Page<T>>
    where
        'v: 'k,
    {
        let (viewer, select) = self.finish();
        let query = QueryTrait::into_query(keyset.apply_joined(select, shape));
        Box::pin(async move { Ok(keyset.cut(told(viewer, query).await?)) })
    }
}

/// Rows in a shape of their own, which says itself what it tells.
pub trait Told: FromQueryResult + Traced + Send + Sync + 'static {}

impl<T: FromQueryResult + Traced + Send + Sync + 'static> Told for T {}

async fn told<T: Told>(viewer: &Viewer, query: SelectStatement) -> Result<Vec<T>, Refusal> {
    let rows = viewer.reader().rows::<T>(&query).await?;
    viewer.note_all(rows.iter());
    Ok(rows)
}
