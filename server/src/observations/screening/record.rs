//! Refers to a screening that was done elsewhere.

use uuid::Uuid;

use super::said::Said;
use crate::access::{Act, Viewer};
use crate::error::Refusal;
use crate::input::Check;
use crate::observations::entity::screening;
use crate::store::prelude::*;

/// A screening that was done elsewhere.
#[derive(Debug)]
pub(in crate::observations) struct ScreeningRecord {
    pub key: Uuid,
    pub case: Uuid,
    pub said: Said,
}

/// Records it. Returns the reference.
pub(in crate::observations) async fn record(
    viewer: &Viewer,
    input: ScreeningRecord,
) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::ScreeningRecord, input.key, &input)
        .await?;
    let permit = tx.case(input.case).await?;
    let mut check = Check::default();
    input.said.check(&mut check, &tx);
    check.done()?;
    let id = tx.new_id();
    let mut row = screening::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        version: Set(1),
        case_id: Set(input.case),
        ..Default::default()
    };
    input.said.seal_into(&mut row, &tx, &permit)?;
    tx.insert(&permit.grant()?, row).await?;
    tx.commit(id).await
}
