//! Counters anew, and against the kept ones.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::EntityTrait;
use uuid::Uuid;

use super::super::{Counter, Measure, contributions, tally, tally_delta};
use super::Difference;
use super::rows::Counted;
use crate::error::{Fault, Refusal};
use crate::store::UnscopedTx;

/// What every counter should be.
#[derive(Default)]
pub(super) struct Counters(Sums);

/// Sums by organisation and counter.
type Sums = BTreeMap<(Uuid, Counter), i64>;

impl Counters {
    /// Adds what one case contributes.
    pub fn add(&mut self, counted: &Counted) {
        let board = &counted.board;
        for (counter, n) in contributions(board) {
            *self.0.entry((board.org_id, counter)).or_default() += i64::from(n);
        }
        for (week, n) in &counted.contacts {
            let counter = Counter {
                supervisor: board.supervisor_id,
                specialist: Uuid::nil(),
                measure: Measure::ContactsInWeek,
                day: *week,
            };
            *self.0.entry((board.org_id, counter)).or_default() += n;
        }
    }

    /// Where the kept counters, with the changes that wait to be folded, differ.
    pub async fn compare(self, snapshot: &UnscopedTx) -> Result<Vec<Difference>, Refusal> {
        let kept = kept(snapshot).await?;
        let all: BTreeSet<_> = self.0.keys().chain(kept.keys()).collect();
        Ok(all
            .into_iter()
            .map(|key| (key, sum(&kept, key), sum(&self.0, key)))
            .filter(|(_, kept, counted)| kept != counted)
            .map(|((_, counter), kept, counted)| Difference {
                case: None,
                what: format!("{counter:?}"),
                kept: kept.to_string(),
                counted: counted.to_string(),
            })
            .collect())
    }
}

fn sum(sums: &Sums, key: &(Uuid, Counter)) -> i64 {
    sums.get(key).copied().unwrap_or(0)
}

async fn kept(snapshot: &UnscopedTx) -> Result<Sums, Refusal> {
    let mut kept = BTreeMap::new();
    for row in tally::Entity::find().all(snapshot).await? {
        let key = key(row.supervisor_id, row.specialist_id, &row.measure, row.day)?;
        *kept.entry((row.org_id, key)).or_default() += row.n;
    }
    // There are as many as the writes of the last seconds.
    for row in tally_delta::Entity::find().all(snapshot).await? {
        let key = key(row.supervisor_id, row.specialist_id, &row.measure, row.day)?;
        *kept.entry((row.org_id, key)).or_default() += i64::from(row.delta);
    }
    Ok(kept)
}

fn key(
    supervisor: Uuid,
    specialist: Uuid,
    measure: &str,
    day: chrono::NaiveDate,
) -> Result<Counter, Refusal> {
    Ok(Counter {
        supervisor,
        specialist,
        measure: Measure::parse(measure)
            .ok_or(Fault::Broken("a counter of a measure that is none"))?,
        day,
    })
}
