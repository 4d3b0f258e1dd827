//! Corrects a reference to a screening. What it said before stays, with who corrected it and
//! why. Nothing hangs on it.

use uuid::Uuid;

use super::said::Said;
use crate::access::{Act, Viewer};
use crate::error::{Conflict, Refusal};
use crate::input::Check;
use crate::observations::entity::screening;
use crate::store::prelude::*;

/// What a reference is to say from now on.
#[derive(Debug)]
pub(in crate::observations) struct ScreeningCorrect {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub reason: String,
    pub said: Said,
}

/// Corrects it. Returns the reference.
pub(in crate::observations) async fn correct(
    viewer: &Viewer,
    input: ScreeningCorrect,
) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::ScreeningRecord, input.key, &input)
        .await?;
    let stands = tx.find::<screening::Entity>(input.id).await?;
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
    let version = stands.version + 1;
    let mut row = stands.into_active_model();
    input.said.seal_into(&mut row, &tx, &permit)?;
    row.version = Set(version);
    tx.update(&grant, row).await?;
    tx.commit(input.id).await
}
