//! Cases on which an observation waits for a supervisor's look (rule 3). A case is there
//! once, by what waits longest on it: how much waits on a child is not told (rules 1, 2).

use sea_orm::sea_query::Alias;

use super::entity::observation;
use super::model::FollowUp;
use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of the list: those that wait longest first.
pub(super) const LONGEST: &str = "observation.waiting";

/// The place of a case in the list.
pub(super) fn place_of(row: &observation::Model) -> Cursor {
    Cursor::of_instant(LONGEST, row.recorded_at, row.id)
}

/// A page of the observations that wait longest, each on its case, in one statement.
pub(super) async fn page(
    viewer: &Viewer,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<observation::Model>, Refusal> {
    use observation::{Column as C, Entity};
    let keyset = Keyset::new(LONGEST, C::RecordedAt, C::Id, Order::Asc, asked)
        .after(after.map(Cursor::instant).transpose()?);
    let before = Alias::new("before");
    let theirs = |column: C| Expr::col((before.clone(), column));
    let own = |column: C| Expr::col((Entity, column));
    let longer = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, before.clone())
        .and_where(theirs(C::CaseId).eq(own(C::CaseId)))
        .and_where(theirs(C::FollowUp).eq(reviewed()))
        .and_where(theirs(C::ReviewedAt).is_null())
        .cond_where(
            Condition::any()
                .add(theirs(C::RecordedAt).lt(own(C::RecordedAt)))
                .add(
                    Condition::all()
                        .add(theirs(C::RecordedAt).eq(own(C::RecordedAt)))
                        .add(theirs(C::Id).lt(own(C::Id))),
                ),
        )
        .take();
    viewer
        .select::<Entity>()
        .filter(C::OrgId.eq(viewer.org()))
        .filter(own(C::FollowUp).eq(reviewed()))
        .filter(C::ReviewedAt.is_null())
        .filter(of_cases_where(viewer, Act::ObservationReview, C::CaseId))
        .filter(Expr::exists(longer).not())
        .page(&keyset)
        .await
}

/// The choice itself and no parameter: so it stands in the index of those that wait.
fn reviewed() -> SimpleExpr {
    Expr::cust(format!("'{}'", FollowUp::RecordedReviewed.code()))
}
