//! Where a service stands among those that words find: what is stale below what is verified
//! (rule 81); then whether the words name it, its organisation, or stand in its description;
//! then how far it is, when a place was named; then help made for young people who were
//! trafficked, and room; then by name. One statement finds, sorts and cuts, and joins the lists
//! to what is shown alone.

use sea_orm::sea_query::CaseStatement;
use sea_orm::{DbErr, QueryResult};
use uuid::Uuid;

use super::entity::service::{self, Column as S};
use super::model::{Capacity, ServiceCategory, fresh_since};
use super::read::{ServiceFilter, conditions};
use super::row::{ServiceRow, shape};
use super::search::directory_text::{self, Column as T};
use crate::access::{Trace, Traced, Viewer};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::page::{Asked, Cursor, Page};
use crate::store::prelude::*;
use crate::store::search::Within;

/// The order of what words find.
pub(super) const BY_STANDING: &str = "service.standing";

/// The columns that the rows are sorted by, all ascending, before the id.
const KEYS: [&str; 5] = ["stale", "place", "chord", "merit", "found_name"];

/// What a row is sorted by.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Standing {
    /// 0 verified, 1 not, or too long ago.
    pub stale: i32,
    /// 0 the words name it, 1 they name it and its organisation, 2 they are in its description.
    pub place: i32,
    /// The square of the straight way to it through a ball of radius one; 0 when no place was
    /// named.
    pub chord: f64,
    /// 0 specialised with room, 1 specialised, 2 with room, 3 neither.
    pub merit: i32,
    name: String,
}

/// A service, and where it stands when it was searched by words.
#[derive(Clone, Debug)]
pub(super) struct FoundRow {
    pub row: ServiceRow,
    pub standing: Option<Standing>,
}

impl From<ServiceRow> for FoundRow {
    fn from(row: ServiceRow) -> Self {
        Self {
            row,
            standing: None,
        }
    }
}

impl FromQueryResult for FoundRow {
    fn from_query_result(row: &QueryResult, pre: &str) -> Result<Self, DbErr> {
        let [stale, place, chord, merit, name] = KEYS;
        Ok(Self {
            row: ServiceRow::from_query_result(row, pre)?,
            standing: Some(Standing {
                stale: row.try_get(pre, stale)?,
                place: row.try_get(pre, place)?,
                chord: row.try_get(pre, chord)?,
                merit: row.try_get(pre, merit)?,
                name: row.try_get(pre, name)?,
            }),
        })
    }
}

impl Traced for FoundRow {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

impl Standing {
    /// The place of the service `id` in the list.
    pub(super) fn cursor(&self, id: Uuid) -> Cursor {
        let (stale, place, merit) = (self.stale, self.place, self.merit);
        // To the last bit, so that a row is never after itself.
        let chord = self.chord.to_bits();
        let key = format!("{stale} {place} {chord} {merit} {}", self.name);
        Cursor::of_text(BY_STANDING, &key, id)
    }

    fn of(cursor: &Cursor) -> Option<Self> {
        let mut parts = cursor.key.splitn(5, ' ');
        Some(Self {
            stale: parts.next()?.parse().ok()?,
            place: parts.next()?.parse().ok()?,
            chord: f64::from_bits(parts.next()?.parse().ok()?),
            merit: parts.next()?.parse().ok()?,
            name: parts.next()?.to_owned(),
        })
    }
}

/// A page of the services that `words` find, or the place that the filter names, or both.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &ServiceFilter,
    words: &[String],
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<FoundRow>, Refusal> {
    let keys = keys(viewer, words, filter.near.is_some());
    let mut all = conditions(viewer, filter);
    let engine = viewer.app().store().search();
    let owner = if words.is_empty() {
        Expr::col((directory_text::Entity, T::OfId))
    } else {
        all = all.add(engine.rows(words));
        engine.owner()
    };
    if let Some(cursor) = after {
        all = all.add(further(&keys, cursor)?);
    }
    let found = |mut select: Select<service::Entity>| {
        let same = owner.eq(Expr::col((service::Entity, S::Id)));
        QuerySelect::query(&mut select).inner_join(directory_text::Entity, same);
        if let Some(near) = &filter.near {
            let same = Expr::col(("near", "service_id")).equals((service::Entity, S::Id));
            let within = near.within(viewer.org());
            QuerySelect::query(&mut select).join_subquery(
                JoinType::InnerJoin,
                within,
                "near",
                same,
            );
        }
        let mut select = select.select_only().column(S::Id);
        for (name, key) in KEYS.into_iter().zip(keys) {
            select = select.expr_as(key, name);
            QuerySelect::query(&mut select).order_by(name, Order::Asc);
        }
        select.order_by_asc(S::Id).limit(asked.count() + 1)
    };
    let rows = viewer
        .select::<service::Entity>()
        .filter(all)
        .shape(found)
        .over::<FoundRow>(shown)
        .await?;
    Ok(asked.cut_after(rows, after.is_some()))
}

/// The found rows with what is shown of them.
fn shown(found: SelectStatement) -> SelectStatement {
    let mut rows = QueryTrait::into_query(shape(service::Entity::find()));
    let same = Expr::col((service::Entity, S::Id)).equals(("found", "id"));
    rows.join_subquery(JoinType::InnerJoin, found, "found", same);
    for key in KEYS {
        rows.expr_as(Expr::col(("found", key)), key);
        rows.order_by(("found", key), Order::Asc);
    }
    rows.order_by(("found", "id"), Order::Asc);
    rows
}

fn keys(viewer: &Viewer, words: &[String], near: bool) -> [SimpleExpr; 5] {
    let engine = viewer.app().store().search();
    let since = fresh_since(viewer.app());
    let stale = CaseStatement::new()
        .case(S::VerifiedOn.gte(since), whole(0))
        .finally(whole(1));
    let place: SimpleExpr = if words.is_empty() {
        whole(0)
    } else {
        let names = Within::NameOrOrganization;
        CaseStatement::new()
            .case(engine.begin_words(words, Within::Name), whole(0))
            .case(engine.begin_words(words, names), whole(1))
            .finally(whole(2))
            .into()
    };
    let chord: SimpleExpr = if near {
        Expr::col(("near", "chord"))
    } else {
        Expr::cust("CAST(0 AS double precision)")
    };
    let special = || S::Category.is_in(ServiceCategory::SPECIALISED);
    let room = || S::Capacity.eq(Capacity::HasCapacity);
    let merit = CaseStatement::new()
        .case(special().and(room()), whole(0))
        .case(special(), whole(1))
        .case(room(), whole(2))
        .finally(whole(3));
    let name = Expr::col((directory_text::Entity, T::Name));
    [stale.into(), place, chord, merit.into(), name]
}

/// A number of ours; bound, PostgreSQL could not tell its type.
fn whole(n: i32) -> SimpleExpr {
    Expr::cust(n.to_string())
}

/// Whether a row is after the one that the cursor names.
fn further(keys: &[SimpleExpr; 5], cursor: &Cursor) -> Result<SimpleExpr, Refusal> {
    let malformed = || {
        let message = "This is no place in this list.";
        Refusal::from(Wrong::at("after", FieldCode::Malformed, message))
    };
    let at = Standing::of(cursor).ok_or_else(malformed)?;
    let id = Expr::col((service::Entity, S::Id));
    let here = keys.iter().cloned().chain([id]);
    let there = [
        Expr::val(at.stale),
        Expr::val(at.place),
        Expr::val(at.chord),
        Expr::val(at.merit),
        Expr::val(at.name),
        Expr::val(cursor.id),
    ];
    Ok(Expr::tuple(here).gt(Expr::tuple::<[SimpleExpr; 6]>(there)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_holds_where_a_row_stands() {
        let at = Standing {
            stale: 1,
            place: 2,
            chord: 1.0 / 3.0,
            merit: 3,
            name: "fern house 2".to_owned(),
        };
        assert_eq!(Standing::of(&at.cursor(Uuid::nil())), Some(at));
        let other = Cursor::of_text(BY_STANDING, "1 2", Uuid::nil());
        assert_eq!(Standing::of(&other), None);
    }
}
