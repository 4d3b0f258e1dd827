//! The newest rows of each of several cases, in one statement.

use std::collections::HashMap;

use uuid::Uuid;

use super::prelude::*;
use crate::access::{Viewer, Visible};
use crate::error::Refusal;

/// Rows that belong to cases and come one after the other.
pub trait OfCases: Visible {
    /// Their id.
    const ID: Self::Column;
    /// Whose they are.
    const CASE: Self::Column;
    /// The instant by which one is newer than another.
    const AT: Self::Column;

    /// Which of them are meant, where not all are.
    fn which() -> Condition {
        Condition::all()
    }

    /// The case of `row`.
    fn case_of(row: &Self::Model) -> Uuid;
}

/// The newest rows of each of `cases`, one more than `most` to tell whether there are others.
pub async fn newest_of<E: OfCases>(
    viewer: &Viewer,
    cases: &[Uuid],
    most: u64,
) -> Result<HashMap<Uuid, Vec<E::Model>>, Refusal> {
    let rows = viewer
        .select::<E>()
        .filter(E::ID.in_subquery(ranked::<E>(cases, most.saturating_add(1))))
        .order(E::AT, Order::Desc)
        .order(E::ID, Order::Desc)
        .all()
        .await?;
    let mut of_case: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in rows {
        of_case.entry(E::case_of(&row)).or_default().push(row);
    }
    Ok(of_case)
}

/// The ids of the newest `most` rows of each case.
fn ranked<E: OfCases>(cases: &[Uuid], most: u64) -> SelectStatement {
    let mut newest_first = WindowStatement::partition_by(E::CASE);
    newest_first
        .order_by(E::AT, Order::Desc)
        .order_by(E::ID, Order::Desc);
    let ranks = Query::select()
        .column(E::ID)
        .expr_window_as(Func::cust("ROW_NUMBER"), newest_first, "place")
        .from(E::default())
        .and_where(E::CASE.is_in(cases.iter().copied()))
        .cond_where(E::which())
        .take();
    Query::select()
        .column(("ranks", "id"))
        .from_subquery(ranks, "ranks")
        .and_where(Expr::col(("ranks", "place")).lte(most))
        .take()
}
