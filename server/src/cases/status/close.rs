//! Closes a case. What still runs on it is told before, and goes on running: nobody loses
//! sight of it unknowingly. What was observed, or never was, is not asked for (rule 5).

use uuid::Uuid;

use super::act::{Said, settle, take};
use super::model::ClosureReason;
use crate::access::{Act, CasePermit, Viewer};
use crate::boards::{board, never};
use crate::cases::model::CaseStatus;
use crate::clocks;
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::plans::ContactWishKind;
use crate::store::Tx;
use crate::store::prelude::*;

/// A closing.
#[derive(Debug)]
pub(super) struct CaseClose {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub reason: ClosureReason,
    pub remains: String,
    pub aftercare: ContactWishKind,
    pub aftercare_note: Option<String>,
    pub leaves_running: bool,
}

/// Closes it. It leaves the worklists and the dashboard, and its clocks remind nobody until
/// it is reopened. Returns the case.
pub(super) async fn close(viewer: &Viewer, input: CaseClose) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CaseClose, input.key, &input).await?;
    let to = CaseStatus::Closed;
    let (permit, row) = take(&mut tx, input.id, input.expected_version, to).await?;
    let running = running(&mut tx, &permit).await?;
    if !input.leaves_running && !running.is_empty() {
        let message = format!(
            "Still running: {}. Say that it is known.",
            running.join(", ")
        );
        return Err(Wrong::at("leavesRunning", FieldCode::Required, message).into());
    }
    let said = Said {
        reason: Some(input.reason),
        note: Some(input.remains),
        aftercare: Some(input.aftercare),
        aftercare_note: input.aftercare_note,
    };
    settle(&mut tx, &permit, row, to, said).await?;
    clocks::remind_no_more(&mut tx, &permit).await?;
    tx.commit(input.id).await
}

/// What would go on without anybody who looks at it, in plain words.
async fn running(tx: &mut Tx, permit: &CasePermit) -> Result<Vec<&'static str>, Refusal> {
    let board = tx
        .find_where::<board::Entity>(board::Column::CaseId.eq(permit.case()))
        .await?
        .ok_or(Fault::Broken("a case without a board row"))?;
    let mut running = Vec::new();
    if clocks::any_running(tx, permit).await? {
        running.push("clocks");
    }
    if board.open_referrals > 0 {
        running.push("referrals");
    }
    if board.next_review_on < never() {
        running.push("a review of the plan");
    }
    let now = tx.now();
    if board.next_staffing_at >= now && board.next_staffing_at.date_naive() < never() {
        running.push("a staffing");
    }
    Ok(running)
}
