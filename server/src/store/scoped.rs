//! Reads that carry the viewer who asks.

use sea_orm::sea_query::{ExprTrait, IntoCondition, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, Iterable, Order, PrimaryKeyToColumn,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use uuid::Uuid;

use super::page::{Keyset, Page};
use crate::access::{Traced, Viewer, Visible};
use crate::error::Refusal;

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
        let key = E::PrimaryKey::iter()
            .next()
            .map(PrimaryKeyToColumn::into_column);
        match key {
            Some(column) => self.filter(column.eq(id)),
            None => self.filter(sea_orm::sea_query::Expr::val(1).eq(0)),
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
        let scope = E::visible_to(self.viewer);
        (
            self.viewer,
            self.select
                .filter(Condition::all().add(self.filter).add(scope)),
        )
    }

    /// All rows. What they tell of people is noted for the audit.
    pub async fn all(self) -> Result<Vec<E::Model>, Refusal> {
        let (viewer, select) = self.finish();
        let rows = select.all(&viewer.reader()).await?;
        viewer.note_all(rows.iter());
        Ok(rows)
    }

    /// One row, or none.
    pub async fn one(self) -> Result<Option<E::Model>, Refusal> {
        let (viewer, select) = self.finish();
        let row = select.one(&viewer.reader()).await?;
        viewer.note_all(row.iter());
        Ok(row)
    }

    /// All rows in another shape, which says itself what it tells.
    pub async fn all_as<T: FromQueryResult + Traced>(self) -> Result<Vec<T>, Refusal> {
        let (viewer, select) = self.finish();
        let rows = select.into_model::<T>().all(&viewer.reader()).await?;
        viewer.note_all(rows.iter());
        Ok(rows)
    }

    /// The rows of this query and of `other`, which have the same columns, made into
    /// something by `over`: in one statement, and so of one moment.
    pub async fn with<F: Visible, T: FromQueryResult + Traced>(
        self,
        other: Scoped<'v, F>,
        over: impl FnOnce(SelectStatement) -> SelectStatement,
    ) -> Result<Vec<T>, Refusal> {
        let ((viewer, one), (_, two)) = (self.finish(), other.finish());
        let mut both = QueryTrait::into_query(one);
        both.union(UnionType::All, QueryTrait::into_query(two));
        let rows = viewer.reader().rows::<T>(&over(both)).await?;
        viewer.note_all(rows.iter());
        Ok(rows)
    }

    /// How many rows. A number, so nothing is noted.
    pub async fn count(self) -> Result<i64, Refusal> {
        use sea_orm::sea_query::{Expr, Func};
        #[derive(FromQueryResult)]
        struct Counted {
            n: i64,
        }
        let (viewer, select) = self.finish();
        let counted = select
            .select_only()
            .expr_as(Func::count(Expr::val(1)), "n")
            .into_model::<Counted>()
            .one(&viewer.reader())
            .await?;
        Ok(counted.map_or(0, |counted| counted.n))
    }

    /// One page in the order of `keyset`, after its cursor.
    pub async fn page<T: FromQueryResult + Traced + Send + Sync>(
        self,
        keyset: &Keyset<E>,
    ) -> Result<Page<T>, Refusal> {
        let (viewer, select) = self.finish();
        let rows = keyset
            .apply(select)
            .into_model::<T>()
            .all(&viewer.reader())
            .await?;
        let page = keyset.cut(rows);
        viewer.note_all(page.rows.iter());
        Ok(page)
    }
}
