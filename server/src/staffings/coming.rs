//! Keeps on each case's board row when it is staffed next.

use std::collections::HashMap;

use chrono::{DateTime, NaiveTime, Utc};
use uuid::Uuid;

use super::entity::{staffing, staffing_case};
use crate::access::{Grant, Trace, Traced};
use crate::boards::{self, never};
use crate::error::Refusal;
use crate::store::Tx;
use crate::store::prelude::*;

/// When a case is staffed next.
#[derive(FromQueryResult)]
pub(super) struct Next {
    pub case_id: Uuid,
    pub at: DateTime<Utc>,
}

impl Traced for Next {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// Makes of a query of agendas one of the earliest staffing of each case that is not before
/// `from` and not cancelled.
pub(super) fn earliest(
    select: Select<staffing_case::Entity>,
    from: DateTime<Utc>,
) -> Select<staffing_case::Entity> {
    let staffing = staffing_case::Entity::belongs_to(staffing::Entity)
        .from(staffing_case::Column::StaffingId)
        .to(staffing::Column::Id)
        .into();
    select
        .select_only()
        .column(staffing_case::Column::CaseId)
        .expr_as(Func::min(staffing::Column::At.into_expr()), "at")
        .join(JoinType::InnerJoin, staffing)
        .filter(staffing::Column::At.gte(from))
        .filter(staffing::Column::Cancelled.eq(false))
        .group_by(staffing_case::Column::CaseId)
}

/// Writes the next staffing on the boards of `cases`, after a change of this act.
pub(super) async fn keep(tx: &mut Tx, grant: &Grant, cases: &[Uuid]) -> Result<(), Refusal> {
    let agendas = staffing_case::Entity::find()
        .filter(staffing_case::Column::CaseId.is_in(cases.iter().copied()));
    let query = earliest(agendas, tx.now()).into_query();
    let coming: HashMap<Uuid, DateTime<Utc>> = tx
        .unscoped_rows::<Next>(grant, &query)
        .await?
        .into_iter()
        .map(|next| (next.case_id, next.at))
        .collect();
    let none = never().and_time(NaiveTime::MIN).and_utc();
    for case in cases {
        let at = coming.get(case).copied().unwrap_or(none);
        boards::change(tx, grant, *case, |board| board.next_staffing_at = at).await?;
    }
    Ok(())
}
