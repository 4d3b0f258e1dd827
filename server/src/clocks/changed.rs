//! What becomes of a clock when the evidence that ended it is corrected (rule 49).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::close::waits_for;
use super::entity::clock;
use super::model::{ClockState, NotifiedParty};
use super::status::never;
use crate::access::CasePermit;
use crate::cases::entity::case;
use crate::cases::model::CaseStatus;
use crate::error::Refusal;
use crate::store::Tx;
use crate::store::prelude::*;

/// The clocks of the case that these notices ended.
pub async fn met_by(
    tx: &Tx,
    permit: &CasePermit,
    notices: &[Uuid],
) -> Result<Vec<clock::Model>, Refusal> {
    let ended = Condition::all()
        .add(clock::Column::CaseId.eq(permit.case()))
        .add(clock::Column::State.eq(ClockState::Met))
        .add(clock::Column::NoticeId.is_in(notices.iter().copied()));
    tx.find_all::<clock::Entity>(ended).await
}

/// Goes on with clocks whose evidence says something else `now`: the notice, its party and
/// time. One for which it is evidence still is ended by it; any other runs again, until the
/// day that it had.
pub async fn evidence_changed(
    tx: &mut Tx,
    permit: &CasePermit,
    ended: Vec<clock::Model>,
    now: Option<(Uuid, NotifiedParty, DateTime<Utc>)>,
) -> Result<(), Refusal> {
    for clock in ended {
        match now {
            Some((notice, party, at)) if waits_for(&clock, party, at) => {
                let version = clock.version + 1;
                let mut row = clock.into_active_model();
                row.version = Set(version);
                row.met_at = Set(Some(at));
                row.notice_id = Set(Some(notice));
                tx.update(&permit.grant()?, row).await?;
            }
            _ => run_again(tx, permit, clock).await?,
        }
    }
    Ok(())
}

/// Its owner is reminded as of a new one; of a closed case nobody is (see `rest`).
async fn run_again(tx: &mut Tx, permit: &CasePermit, clock: clock::Model) -> Result<(), Refusal> {
    let case = tx.find::<case::Entity>(permit.case()).await?;
    let remind_at = match case.status {
        CaseStatus::Closed => never(),
        _ => clock.soon_at,
    };
    let version = clock.version + 1;
    let mut row = clock.into_active_model();
    row.version = Set(version);
    row.state = Set(ClockState::Open);
    row.met_at = Set(None);
    row.notice_id = Set(None);
    row.closed_at = Set(never());
    row.closed_by = Set(None);
    row.owner_told = Set(false);
    row.remind_at = Set(remind_at);
    tx.update(&permit.grant()?, row).await.map(drop)
}
