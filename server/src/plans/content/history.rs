//! Keeps how each thing in a plan stood from when to when, so that the plan can be read
//! back to any day.

use serde::Serialize;
use uuid::Uuid;

use super::Part;
use super::entity::plan_change;
use crate::access::CasePermit;
use crate::error::{Fault, Refusal};
use crate::plans::change::place;
use crate::plans::entity::plan;
use crate::plans::model::PlanState;
use crate::store::Tx;
use crate::store::prelude::*;

/// Keeps that the item of `plan` says this from now on; `None` when it was taken away.
pub(in crate::plans) async fn note<T: Serialize + Sync>(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: Uuid,
    (part, item): (Part, Uuid),
    says: Option<&T>,
) -> Result<(), Refusal> {
    let id = tx.new_id();
    let text = says
        .map(serde_json::to_string)
        .transpose()
        .map_err(|_| Fault::Broken("a part of a plan that cannot be written down"))?;
    let row = plan_change::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        plan_id: Set(plan),
        part: Set(part),
        item_id: Set(item),
        content: Set(permit.seal_some(place("plan_change", "content", id), text.as_deref())?),
        by_user: Set(tx.viewer().user()),
        at: Set(tx.now()),
    };
    tx.insert_all(&permit.grant()?, vec![row]).await
}

/// Keeps what a paper of the case says from now on, for the plan that is worked with.
pub(in crate::plans) async fn note_paper<T: Serialize + Sync>(
    tx: &mut Tx,
    permit: &CasePermit,
    part: Part,
    says: &T,
) -> Result<(), Refusal> {
    let live = Condition::all()
        .add(plan::Column::CaseId.eq(permit.case()))
        .add(plan::Column::State.is_not_in([PlanState::Completed, PlanState::Superseded]));
    // Locked, so that no version is frozen between the paper and this.
    match tx.find_where::<plan::Entity>(live).await? {
        Some(plan) => note(tx, permit, plan.id, (part, permit.case()), Some(says)).await,
        None => Ok(()),
    }
}
