//! Pages by key: the rows after a cursor, in a stable order.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr, Value};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, IntoSimpleExpr, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};
use uuid::Uuid;

use crate::error::{FieldCode, Refusal, Wrong};

/// Rows a page holds when the caller does not say.
pub const DEFAULT_ROWS: u64 = 25;
/// Rows a page holds at most.
pub const MOST_ROWS: u64 = 100;

/// Where a page begins: the sort key and id of the row before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The order it was made in. A cursor of another order is refused.
    pub order: &'static str,
    /// The sort key as text: an instant in microseconds, a day, a name.
    pub key: String,
    /// The row.
    pub id: Uuid,
}

impl Cursor {
    /// The place of a row that is sorted by an instant.
    pub fn of_instant(order: &'static str, at: DateTime<Utc>, id: Uuid) -> Self {
        Self {
            order,
            key: at.timestamp_micros().to_string(),
            id,
        }
    }

    /// The place of a row that is sorted by a day.
    pub fn of_day(order: &'static str, day: NaiveDate, id: Uuid) -> Self {
        Self {
            order,
            key: day.to_string(),
            id,
        }
    }

    /// The place of a row that is sorted by a text.
    pub fn of_text(order: &'static str, text: &str, id: Uuid) -> Self {
        Self {
            order,
            key: text.to_owned(),
            id,
        }
    }

    /// The place of a row that is sorted by its id alone.
    pub fn of_id(order: &'static str, id: Uuid) -> Self {
        Self::of_text(order, "", id)
    }

    /// The key as an instant.
    pub fn instant(&self) -> Result<(Value, Uuid), Refusal> {
        let (at, id) = self.moment()?;
        Ok((at.into(), id))
    }

    /// The key as an instant, to compare with rows that have been read already.
    pub fn moment(&self) -> Result<(DateTime<Utc>, Uuid), Refusal> {
        let at = self
            .key
            .parse()
            .ok()
            .and_then(DateTime::from_timestamp_micros)
            .ok_or_else(malformed)?;
        Ok((at, self.id))
    }

    /// The key as a day.
    pub fn day(&self) -> Result<(Value, Uuid), Refusal> {
        let day: NaiveDate = self.key.parse().map_err(|_| malformed())?;
        Ok((day.into(), self.id))
    }

    /// The key as a text.
    pub fn text(&self) -> (Value, Uuid) {
        (self.key.clone().into(), self.id)
    }
}

fn malformed() -> Refusal {
    Wrong::at(
        "after",
        FieldCode::Malformed,
        "This is no place in this list.",
    )
    .into()
}

/// The part of a page's request that the client sends.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    rows: u64,
}

impl Asked {
    /// `first` between 1 and [`MOST_ROWS`]; [`DEFAULT_ROWS`] when absent.
    pub fn rows(first: Option<i32>) -> Result<Self, Refusal> {
        match first.map(u64::try_from) {
            None => Ok(Self { rows: DEFAULT_ROWS }),
            Some(Ok(rows)) if (1..=MOST_ROWS).contains(&rows) => Ok(Self { rows }),
            Some(_) => Err(Wrong::at(
                "first",
                FieldCode::NotAllowedHere,
                "Ask for between 1 and 100 rows.",
            )
            .into()),
        }
    }

    /// How many rows.
    pub fn count(self) -> u64 {
        self.rows
    }

    /// A first page from rows that hold one more than was asked for when there are others.
    pub fn cut<T>(self, rows: Vec<T>) -> Page<T> {
        cut(rows, self.rows, false)
    }

    /// [`Self::cut`] for a page that follows others, or not.
    pub fn cut_after<T>(self, rows: Vec<T>, before: bool) -> Page<T> {
        cut(rows, self.rows, before)
    }
}

fn cut<T>(mut rows: Vec<T>, wanted: u64, before: bool) -> Page<T> {
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    Page { rows, more, before }
}

/// An order by one column and the id, or by the id alone, and the place in it.
pub struct Keyset<E: EntityTrait> {
    /// The order's name, as it stands in cursors.
    pub name: &'static str,
    column: Option<E::Column>,
    id: E::Column,
    order: Order,
    after: Option<(Value, Uuid)>,
    rows: u64,
}

impl<E: EntityTrait> Keyset<E> {
    /// By `column` and then `id`, ascending or descending alike.
    pub fn new(
        name: &'static str,
        column: E::Column,
        id: E::Column,
        order: Order,
        asked: Asked,
    ) -> Self {
        Self {
            column: Some(column),
            ..Self::by_id(name, id, order, asked)
        }
    }

    /// By `id` alone: the order in which rows were made.
    pub fn by_id(name: &'static str, id: E::Column, order: Order, asked: Asked) -> Self {
        Self {
            name,
            column: None,
            id,
            order,
            after: None,
            rows: asked.rows,
        }
    }

    /// After the row with this sort key and id.
    #[must_use]
    pub fn after(mut self, place: Option<(Value, Uuid)>) -> Self {
        self.after = place;
        self
    }

    pub(super) fn apply(&self, select: Select<E>) -> Select<E> {
        let further = self.after.as_ref().map(|after| self.further(after));
        let select = select.filter(Condition::all().add_option(further));
        self.sorted(select).limit(self.rows + 1)
    }

    /// The page's rows by themselves, and what `shape` joins to them.
    pub(super) fn apply_joined(
        &self,
        select: Select<E>,
        shape: impl FnOnce(Select<E>) -> Select<E>,
    ) -> Select<E> {
        let page = self.apply(select).select_only().column(self.id);
        let found = self.id.in_subquery(QueryTrait::into_query(page));
        self.sorted(shape(E::find().filter(found)))
    }

    fn sorted(&self, select: Select<E>) -> Select<E> {
        let select = match self.column {
            Some(column) => select.order_by(column, self.order.clone()),
            None => select,
        };
        select.order_by(self.id, self.order.clone())
    }

    fn further(&self, (key, id): &(Value, Uuid)) -> SimpleExpr {
        let row = IntoSimpleExpr::into_simple_expr(self.id);
        let (here, there): (SimpleExpr, SimpleExpr) = match self.column {
            None => (row, Expr::val(*id)),
            // A row value keeps both databases on the composite index.
            Some(column) => (
                Expr::tuple([IntoSimpleExpr::into_simple_expr(column), row]),
                Expr::tuple([Expr::val(key.clone()), Expr::val(*id)]),
            ),
        };
        if self.order == Order::Desc {
            here.lt(there)
        } else {
            here.gt(there)
        }
    }

    pub(super) fn cut<T>(&self, rows: Vec<T>) -> Page<T> {
        cut(rows, self.rows, self.after.is_some())
    }
}

/// The rows of a page, and whether there are others on either side.
#[derive(Debug)]
pub struct Page<T> {
    /// In order.
    pub rows: Vec<T>,
    /// Whether there are more after these.
    pub more: bool,
    /// Whether there are some before these.
    pub before: bool,
}
