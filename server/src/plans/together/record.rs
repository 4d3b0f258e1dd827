//! Notes that something was done together with the young person.

use uuid::Uuid;

use super::Seat;
use super::entity::{TogetherKind, together_record};
use crate::error::Refusal;
use crate::plans::change::place;
use crate::store::Tx;
use crate::store::prelude::*;

/// Notes it, with the goal it is about, and with words that stand nowhere else.
pub(super) async fn keep(
    tx: &mut Tx,
    seat: &Seat,
    kind: TogetherKind,
    goal: Option<Uuid>,
    words: Option<&str>,
) -> Result<(), Refusal> {
    let (id, permit) = (tx.new_id(), &seat.permit);
    let row = together_record::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        plan_id: Set(seat.view.plan),
        view_id: Set(seat.view.id),
        kind: Set(kind),
        goal_id: Set(goal),
        words: Set(permit.seal_some(place("together_record", "words", id), words)?),
        by_user: Set(tx.viewer().user()),
        at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await?;
    Ok(())
}
