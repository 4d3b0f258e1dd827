//! Clocks of a case that is closed: they run on, since the law does not know of it, and
//! remind nobody until the case is reopened.

use chrono::{DateTime, Utc};

use super::entity::clock;
use super::model::ClockState;
use super::status::never;
use crate::access::CasePermit;
use crate::error::Refusal;
use crate::store::Tx;
use crate::store::prelude::*;

/// Whether a clock runs on the case.
pub async fn any_running(tx: &Tx, permit: &CasePermit) -> Result<bool, Refusal> {
    Ok(!running(tx, permit).await?.is_empty())
}

/// From now on nobody is reminded of what runs on the case.
pub async fn remind_no_more(tx: &mut Tx, permit: &CasePermit) -> Result<(), Refusal> {
    set_all(tx, permit, |_| never()).await
}

/// Reminds again of what runs on the case, where it was left off.
pub async fn remind_again(tx: &mut Tx, permit: &CasePermit) -> Result<(), Refusal> {
    set_all(tx, permit, |clock| match clock {
        clock if !clock.owner_told => clock.soon_at,
        clock if clock.recommended => never(),
        clock => clock.due_at,
    })
    .await
}

async fn set_all(
    tx: &mut Tx,
    permit: &CasePermit,
    at: impl Fn(&clock::Model) -> DateTime<Utc>,
) -> Result<(), Refusal> {
    for clock in running(tx, permit).await? {
        let at = at(&clock);
        let mut row = clock.into_active_model();
        row.remind_at = Set(at);
        tx.update(&permit.grant()?, row).await?;
    }
    Ok(())
}

async fn running(tx: &Tx, permit: &CasePermit) -> Result<Vec<clock::Model>, Refusal> {
    let running = Condition::all()
        .add(clock::Column::CaseId.eq(permit.case()))
        .add(clock::Column::State.eq(ClockState::Open));
    tx.find_all::<clock::Entity>(running).await
}
