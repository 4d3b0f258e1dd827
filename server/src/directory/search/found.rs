//! Which services words find.

use super::entity::directory_text::{self, Column as T};
use crate::access::Viewer;
use crate::directory::entity::service;
use crate::error::Refusal;
use crate::store::Store;
use crate::store::prelude::*;
use crate::store::search::Within;

/// Services at most that words put in an order: words that more have tell little of any of them,
/// and to sort them all would take too long.
pub(in crate::directory) const MOST_RANKED: i64 = 2_000;

#[derive(FromQueryResult)]
struct Counted {
    n: i64,
}

/// The ids of the services and records in whose words each of `words` begins some word.
pub(in crate::directory) fn found_by(store: &Store, words: &[String]) -> SelectStatement {
    Query::select()
        .column(T::OfId)
        .from(directory_text::Entity)
        .and_where(store.search().rows(words))
        .take()
}

/// Whether the words of the service in the query are such, asked service by service: where very
/// many are, the first of a list are soon found.
pub(in crate::directory) fn says(store: &Store, words: &[String]) -> SimpleExpr {
    let text = Query::select()
        .expr(store.search().begin_words(words, Within::All))
        .from(directory_text::Entity)
        .and_where(
            Expr::col((directory_text::Entity, T::OfId))
                .equals((service::Entity, service::Column::Id)),
        )
        .take();
    SimpleExpr::SubQuery(None, Box::new(text.into()))
}

/// How many services and records of the organisation have such words; of more than
/// [`MOST_RANKED`] one more than that.
pub(in crate::directory) async fn having(
    viewer: &Viewer,
    words: &[String],
) -> Result<i64, Refusal> {
    let limit = MOST_RANKED.unsigned_abs() + 1;
    let these = Query::select()
        .expr_as(Expr::cust("1"), "one")
        .from(directory_text::Entity)
        .and_where(T::OrgId.eq(viewer.org()))
        .and_where(viewer.app().store().search().rows(words))
        .limit(limit)
        .take();
    let count = Query::select()
        .expr_as(Func::count(Expr::cust("1")), "n")
        .from_subquery(these, "these")
        .take();
    let counted = viewer.reader().rows::<Counted>(&count).await?;
    Ok(counted.first().map_or(0, |counted| counted.n))
}
