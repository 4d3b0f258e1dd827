//! Corrects a report. What it said before stays, with who corrected it and why.
//!
//! A report may have ended a clock, and a clock closes only with evidence (rule 49). So the
//! clock follows what is true now:
//! - while the report is still evidence for it, it stays ended, by the corrected evidence and
//!   at the corrected time; the notice that was written first stays as it was;
//! - when it is not (another party, something missing, before the clock ran), the clock runs
//!   again until the day that it had, and reminds. To refuse the correction would keep a duty
//!   as done that nobody has done.
//!
//! What becomes evidence by a correction ends what waits for it, as a new report does.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::said::Said;
use super::tell::tell;
use crate::access::{Act, CasePermit, Viewer};
use crate::clocks::{evidence_changed, met_by};
use crate::error::{Conflict, Refusal};
use crate::input::Check;
use crate::observations::entity::{tip, tip_notice};
use crate::store::Tx;
use crate::store::prelude::*;

/// What a report is to say from now on.
#[derive(Debug)]
pub(in crate::observations) struct ReportCorrect {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub reason: String,
    pub said: Said,
}

/// Corrects it. Returns the report.
pub(in crate::observations) async fn correct(
    viewer: &Viewer,
    input: ReportCorrect,
) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReportRecord, input.key, &input).await?;
    let stands = tx.find::<tip::Entity>(input.id).await?;
    let permit = tx.case(stands.case_id).await?;
    let before = Said::open(&permit, &stands)?;
    Conflict::check(input.expected_version, stands.version, || {
        input.said.differs(&before)
    })?;
    let mut check = Check::default();
    input.said.check(&mut check, &tx);
    check.done()?;
    let grant = permit.grant()?;
    let past = before.past(&stands, &input.reason, &tx, &permit)?;
    tx.insert(&grant, past).await?;
    let (was, version) = (stands.filed_at, stands.version + 1);
    let filed_at = input.said.filed_at.unwrap_or(was);
    let mut row = stands.into_active_model();
    input.said.seal_into(&mut row, filed_at, &tx, &permit)?;
    row.version = Set(version);
    tx.update(&grant, row).await?;
    if input.said.evidence(filed_at) != before.evidence(was) {
        follow(&mut tx, &permit, &input, filed_at).await?;
    }
    tx.commit(input.id).await
}

/// Takes the clocks that the report ended to what it says now.
async fn follow(
    tx: &mut Tx,
    permit: &CasePermit,
    input: &ReportCorrect,
    at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let of_report = tip_notice::Column::TipId.eq(input.id);
    let written = tx.find_all::<tip_notice::Entity>(of_report).await?;
    let notices: Vec<Uuid> = written.iter().map(|row| row.notice_id).collect();
    let ended = met_by(tx, permit, &notices).await?;
    let now = match input.said.evidence(at) {
        Some(evidence) => {
            let notice = tell(tx, permit, input.id, &evidence).await?;
            Some((notice, evidence.party, at))
        }
        None => None,
    };
    evidence_changed(tx, permit, ended, now).await
}
