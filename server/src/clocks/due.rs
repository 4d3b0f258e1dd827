//! By when something is due that belongs to no case: the same data, without a clock to close.

use chrono::{DateTime, Utc};

use super::model::ClockTrigger;
use super::office::Office;
use super::resolve::{Facts, choose};
use super::shipped::shipped;
use crate::cases::model::State;
use crate::error::{Fault, Refusal};
use crate::store::Tx;

/// When the first of what `trigger` asks for is due in `state`, from `at` on. Where an
/// organisation has retired every definition of it, what ships holds.
pub async fn due_after(
    tx: &Tx,
    state: State,
    trigger: ClockTrigger,
    at: DateTime<Utc>,
) -> Result<DateTime<Utc>, Refusal> {
    let office = Office::of(tx, state).await?;
    let first = |definitions| {
        let chosen = choose(definitions, Facts::default(), trigger, at, &office.calendar)?;
        Ok::<_, Refusal>(chosen.first().map(|one| one.due))
    };
    if let Some(due) = first(office.definitions.clone())? {
        return Ok(due);
    }
    let shipped = shipped()?;
    let all = shipped.all().map(|(version, one)| (version, one.clone()));
    first(all.collect())?.ok_or(Fault::Broken("nothing that ships starts by this").into())
}
