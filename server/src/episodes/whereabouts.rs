//! Changes where somebody is who has not come back (rule 58).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::change::{moved, save, shown, take};
use super::model::Whereabouts;
use crate::access::{Act, Viewer};
use crate::clocks::model::ClockTrigger;
use crate::clocks::{Start, end_running, start};
use crate::error::{MoveRefused, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// Where they are now.
#[derive(Debug)]
pub(super) struct WhereaboutsSet {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub to: Whereabouts,
    pub info_received_at: Option<DateTime<Utc>>,
}

/// Sets it. Who is missing now starts the clocks, from when we heard of it; who is not any
/// more ends what comes again. Returns the episode.
pub(super) async fn set(viewer: &Viewer, input: WhereaboutsSet) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::EpisodeRecord, input.key, &input).await?;
    let to = input.to;
    let (episode, permit) = take(&mut tx, input.id, input.expected_version, |_, episode| {
        Ok(vec![moved(to, episode.whereabouts)])
    })
    .await?;
    let from = episode.whereabouts;
    if !from.moves().contains(&to) {
        return Err(Refusal::Move(MoveRefused {
            from: shown(from),
            to: shown(to),
            allowed: from.moves().iter().map(|to| shown(*to)).collect(),
        }));
    }
    let mut check = Check::default();
    check.has_been("infoReceivedAt", input.info_received_at, tx.now());
    check.done()?;
    let at = input.info_received_at.unwrap_or(tx.now());
    save(&mut tx, &permit, episode, |row| row.whereabouts = Set(to)).await?;
    if to == Whereabouts::Missing {
        let what = Start::of(ClockTrigger::MissingInfoReceived, at, Some(input.id));
        start(&mut tx, &permit, what).await?;
    } else {
        let known = to == Whereabouts::AwayKnownLocation;
        end_running(
            &mut tx,
            &permit,
            input.id,
            "It is known where they are.",
            |_, one| one.recurs && !(known && one.location_known),
        )
        .await?;
    }
    tx.commit(input.id).await
}
