//! Records a report that was made.

use uuid::Uuid;

use super::said::Said;
use super::tell::tell;
use crate::access::{Act, Viewer};
use crate::error::Refusal;
use crate::input::Check;
use crate::observations::entity::tip;
use crate::store::prelude::*;

/// A report that was made.
#[derive(Debug)]
pub(in crate::observations) struct ReportRecord {
    pub key: Uuid,
    pub case: Uuid,
    pub said: Said,
}

/// Records it, and tells what waits for it. Returns the report.
pub(in crate::observations) async fn record(
    viewer: &Viewer,
    input: ReportRecord,
) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReportRecord, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let mut check = Check::default();
    input.said.check(&mut check, &tx);
    check.done()?;
    let id = tx.new_id();
    let filed_at = input.said.filed_at.unwrap_or(tx.now());
    let mut row = tip::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        version: Set(1),
        case_id: Set(input.case),
        ..Default::default()
    };
    input.said.seal_into(&mut row, filed_at, &tx, &permit)?;
    tx.insert(&permit.grant()?, row).await?;
    if let Some(evidence) = input.said.evidence(filed_at) {
        tell(&mut tx, &permit, id, &evidence).await?;
    }
    tx.commit(id).await
}
