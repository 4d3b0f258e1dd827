//! How much of each kind there is, as far as anybody counts: one statement.

use sea_orm::sea_query::UnionType;

use super::entity::service_mark;
use super::model::{DirectoryTaskKind, MarkWhy};
use super::{tasks, waiting};
use crate::access::{Act, Viewer, Visible};
use crate::directory::entity::service;
use crate::directory::hsds::entity::directory_record;
use crate::error::{Fault, Refusal};
use crate::store::prelude::*;

/// Further than this nobody counts.
const MOST: u64 = 100;

#[derive(FromQueryResult)]
struct Counted {
    kind: String,
    n: i64,
}

/// The kinds in the vocabulary's order; 100 of one are 100 or more.
pub(super) async fn counts(viewer: &Viewer) -> Result<Vec<(DirectoryTaskKind, i32)>, Refusal> {
    viewer.may(Act::ServiceRecord)?;
    let mut kinds = DirectoryTaskKind::ALL.iter().copied();
    let first = kinds.next().ok_or(Fault::Broken("an empty vocabulary"))?;
    let mut all = counted(viewer, first);
    for kind in kinds {
        all.union(UnionType::All, counted(viewer, kind));
    }
    let rows = viewer.reader().rows::<Counted>(&all).await?;
    let of = |kind: DirectoryTaskKind| {
        let row = rows.iter().find(|row| row.kind == kind.code());
        i32::try_from(row.map_or(0, |row| row.n)).unwrap_or(i32::MAX)
    };
    let kinds = DirectoryTaskKind::ALL.iter();
    Ok(kinds.map(|kind| (*kind, of(*kind))).collect())
}

fn counted(viewer: &Viewer, kind: DirectoryTaskKind) -> SelectStatement {
    let some = match kind {
        DirectoryTaskKind::Incomplete => some::<directory_record::Entity>(
            viewer,
            directory_record::Column::Id,
            waiting::condition(),
        ),
        DirectoryTaskKind::SourceChanged => marked(viewer, MarkWhy::SourceChanged),
        DirectoryTaskKind::Answered => marked(viewer, MarkWhy::Answered),
        DirectoryTaskKind::Unverified | DirectoryTaskKind::Stale => {
            some::<service::Entity>(viewer, service::Column::Id, tasks::old(viewer, kind))
        }
    };
    Query::select()
        // A code is ours; bound, PostgreSQL could not tell its type.
        .expr_as(Expr::cust(format!("'{}'", kind.code())), "kind")
        .expr_as(Func::count(Expr::val(1)), "n")
        .from_subquery(some, "some")
        .take()
}

fn marked(viewer: &Viewer, why: MarkWhy) -> SelectStatement {
    use service_mark::Column as M;
    some::<service_mark::Entity>(viewer, M::ServiceId, M::Why.eq(why).into_condition())
}

fn some<E: Visible>(viewer: &Viewer, id: E::Column, condition: Condition) -> SelectStatement {
    let rows = E::find()
        .filter(viewer.scope::<E>())
        .filter(condition)
        .select_only()
        .column(id)
        .limit(MOST);
    QueryTrait::into_query(rows)
}
