//! Starts the together view: narrows one's session to what a young person may see of one plan.

use std::fmt;

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::access::{Act, CasePermit, Viewer, Why};
use crate::accounts::entity::together_view;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::plans::change::refuse_ended;
use crate::plans::entity::plan;
use crate::store::Tx;
use crate::store::prelude::*;

/// The plan, and the PIN that leads out again.
pub(super) struct TogetherStart {
    pub key: Uuid,
    pub plan: Uuid,
    pub pin: Zeroizing<String>,
}

/// Not the PIN: what is printed here is hashed into the record of the client's key.
impl fmt::Debug for TogetherStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TogetherStart({})", self.plan)
    }
}

/// Starts it, for the session that asks. Returns the view's row.
pub(super) async fn start(viewer: &Viewer, input: TogetherStart) -> Result<Uuid, Refusal> {
    // Asked once before the work: hashing inside a transaction would keep every other
    // writer waiting.
    let mut asked = begin(viewer, &input).await?;
    find(&mut asked, &input).await?;
    drop(asked);
    check(&input.pin)?;
    let pin_hash = viewer.app().passwords().hash(&input.pin).await?;
    let mut tx = begin(viewer, &input).await?;
    let permit = find(&mut tx, &input).await?;
    let id = tx.new_id();
    let row = together_view::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        plan_id: Set(input.plan),
        session_id: Set(viewer.session()),
        user_id: Set(viewer.user()),
        pin_hash: Set(pin_hash),
        tries: Set(0),
        started_at: Set(tx.now()),
        left_at: Set(None),
    };
    match tx.insert(&permit.grant()?, row).await {
        // The same session started another one at this moment.
        Err(refusal) if refusal.is_duplicate() => Err(Refusal::Forbidden(Why::Together)),
        Err(refusal) => Err(refusal),
        Ok(_) => tx.commit(id).await,
    }
}

async fn begin(viewer: &Viewer, input: &TogetherStart) -> Result<Tx, Refusal> {
    viewer.begin(Act::TogetherStart, input.key, input).await
}

async fn find(tx: &mut Tx, input: &TogetherStart) -> Result<CasePermit, Refusal> {
    let plan = tx.find::<plan::Entity>(input.plan).await?;
    let permit = tx.case(plan.case_id).await?;
    refuse_ended("plan", &plan)?;
    Ok(permit)
}

fn check(pin: &str) -> Result<(), Refusal> {
    let digits = pin.bytes().all(|byte| byte.is_ascii_digit());
    if digits && (4..=8).contains(&pin.len()) {
        return Ok(());
    }
    let message = "Choose 4 to 8 digits.";
    Err(Wrong::at("pin", FieldCode::Malformed, message).into())
}
