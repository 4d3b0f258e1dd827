//! Approves the version that was frozen last, or gives it back with a word.

use uuid::Uuid;

use super::entity::plan_approval;
use crate::access::{Act, CasePermit, Viewer, Why};
use crate::codes;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::plans::change::{place, refuse_ended};
use crate::plans::content::entity::plan_change;
use crate::plans::content::{Content, latest_frozen, material, open_frozen};
use crate::plans::entity::{plan, plan_version, strength};
use crate::store::Tx;
use crate::store::prelude::*;

codes! {
    /// What a supervisor decided on a version.
    pub enum ApprovalDecision {
        Approved = "approved",
        Returned = "returned",
    }
}

/// The decision.
#[derive(Debug)]
pub(super) struct ApprovalDecide {
    pub key: Uuid,
    pub plan: Uuid,
    /// The version that was looked at, and the hash of what it says.
    pub number: i32,
    pub content_hash: Vec<u8>,
    pub decision: ApprovalDecision,
    pub comment: Option<String>,
}

/// Writes it down. Returns the plan.
pub(super) async fn decide(viewer: &Viewer, input: ApprovalDecide) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanApprove, input.key, &input).await?;
    let plan = tx.find::<plan::Entity>(input.plan).await?;
    let permit = tx.case(plan.case_id).await?;
    refuse_ended("plan", &plan)?;
    let version = latest_frozen(&tx, plan.id).await?;
    let version = version.filter(|version| version.number == input.number);
    let Some(version) = version else {
        let message = "This is not the version that was frozen last.";
        return Err(Wrong::at("number", FieldCode::NotAllowedHere, message).into());
    };
    if version.content_hash != input.content_hash {
        let message = "This is not what the version says. Look at it again.";
        return Err(Wrong::at("contentHash", FieldCode::NotAllowedHere, message).into());
    }
    if is_own(&tx, viewer, &version).await? {
        return Err(Refusal::Forbidden(Why::NotYourself));
    }
    check(&mut tx, &permit, &plan, &version, &input).await?;
    let id = tx.new_id();
    let comment = place("plan_approval", "comment", id);
    let row = plan_approval::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(plan.case_id),
        plan_id: Set(plan.id),
        plan_version_id: Set(version.id),
        content_hash: Set(version.content_hash),
        decision: Set(input.decision),
        comment: Set(permit.seal_some(comment, input.comment.as_deref())?),
        by_user: Set(viewer.user()),
        at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await?;
    tx.commit(plan.id).await
}

/// Whether the viewer froze the version, or wrote any of what came into it since the one
/// that was approved last.
async fn is_own(tx: &Tx, viewer: &Viewer, version: &plan_version::Model) -> Result<bool, Refusal> {
    if version.by_user == viewer.user() {
        return Ok(true);
    }
    let approved = Condition::all()
        .add(plan_approval::Column::PlanId.eq(version.plan_id))
        .add(plan_approval::Column::Decision.eq(ApprovalDecision::Approved));
    let approved = tx.find_all::<plan_approval::Entity>(approved).await?;
    let since = approved
        .iter()
        .map(|approval| approval.plan_version_id)
        .max();
    let mut mine = Condition::all()
        .add(plan_change::Column::PlanId.eq(version.plan_id))
        .add(plan_change::Column::ByUser.eq(viewer.user()))
        .add(plan_change::Column::Id.lt(version.id));
    if let Some(since) = since {
        mine = mine.add(plan_change::Column::Id.gt(since));
    }
    Ok(!tx.find_all::<plan_change::Entity>(mine).await?.is_empty())
}

/// What is not as it was frozen cannot be decided on; what is given back is given back with
/// a word.
async fn check(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: &plan::Model,
    version: &plan_version::Model,
    input: &ApprovalDecide,
) -> Result<(), Refusal> {
    let mut check = Check::default();
    if input.decision == ApprovalDecision::Returned && input.comment.is_none() {
        check.wrong("comment", FieldCode::Required, "Say what it needs.");
    }
    let of_plan = strength::Column::PlanId.eq(plan.id);
    let strengths = tx.find_all::<strength::Entity>(of_plan).await?;
    let now = Content::now(tx, permit, plan, &strengths).await?;
    let frozen = open_frozen(permit, version)?;
    if frozen.is_none_or(|frozen| material(&frozen.content) != material(&now)) {
        let message = "The plan has changed since. A new version has to be frozen first.";
        check.wrong("number", FieldCode::NotAllowedHere, message);
    }
    check.done()
}
