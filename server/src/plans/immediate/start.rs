//! Starts an immediate plan, with every section still to be said (rule 63).

use uuid::Uuid;

use super::ImmediateState;
use super::entity::{immediate_plan, immediate_section};
use super::model::ImmediateSection;
use crate::access::{Act, Viewer};
use crate::cases::entity::case;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::prelude::*;

/// The case whose child is missing.
#[derive(Debug)]
pub(super) struct ImmediateStart {
    pub key: Uuid,
    pub case: Uuid,
}

/// Starts it; one that was lived by before is superseded. Returns the plan.
pub(super) async fn start(viewer: &Viewer, input: ImmediateStart) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let grant = permit.grant()?;
    // Two who start at once stand in line at the case.
    tx.find::<case::Entity>(input.case).await?;
    let current = Condition::all()
        .add(immediate_plan::Column::CaseId.eq(input.case))
        .add(immediate_plan::Column::State.ne(ImmediateState::Superseded));
    if let Some(before) = tx.find_where::<immediate_plan::Entity>(current).await? {
        if before.state == ImmediateState::Draft {
            let message = "There is an immediate plan that is being written.";
            return Err(Wrong::at("case", FieldCode::NotAllowedHere, message).into());
        }
        let version = before.version + 1;
        let mut superseded = before.into_active_model();
        superseded.state = Set(ImmediateState::Superseded);
        superseded.version = Set(version);
        tx.update(&grant, superseded).await?;
    }
    let id = tx.new_id();
    let plan = immediate_plan::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        version: Set(1),
        state: Set(ImmediateState::Draft),
        recovered_at: Set(None),
        activated_at: Set(None),
        activated_by: Set(None),
        snapshot: Set(None),
        content_hash: Set(None),
        created_by: Set(viewer.user()),
        created_at: Set(tx.now()),
    };
    tx.insert(&grant, plan).await?;
    let silent = |section: &ImmediateSection| immediate_section::ActiveModel {
        id: Set(tx.new_id()),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        immediate_plan_id: Set(id),
        version: Set(1),
        section: Set(*section),
        content: Set(None),
        unknown_yet: Set(false),
        written_by: Set(None),
        written_at: Set(None),
        opened_at: Set(None),
        done_at: Set(None),
        done_by: Set(None),
    };
    let sections = ImmediateSection::ALL.iter().map(silent).collect();
    tx.insert_all(&grant, sections).await?;
    tx.commit(id).await
}
