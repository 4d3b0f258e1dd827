//! Records that somebody is back. From then on run the clocks of rule 54, and those of a
//! return from another state (rule 60).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::change::{moved, place, save, shown, take};
use super::model::{RecoveryLocation, ReturnKind};
use crate::access::{Act, Viewer};
use crate::clocks::entity::clock;
use crate::clocks::model::ClockTrigger;
use crate::clocks::{Start, end_running, start};
use crate::error::{FieldCode, MoveRefused, Refusal};
use crate::input::Check;
use crate::plans;
use crate::store::prelude::*;

/// How somebody came back.
#[derive(Debug)]
pub(super) struct RecoveryRecord {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub how: ReturnKind,
    pub at: Option<DateTime<Utc>>,
    pub location: Option<RecoveryLocation>,
    pub note: Option<String>,
    pub interstate: bool,
}

/// Records it. Returns the episode.
pub(super) async fn record(viewer: &Viewer, input: RecoveryRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::EpisodeRecord, input.key, &input).await?;
    let to = input.how.whereabouts();
    let (episode, permit) = take(&mut tx, input.id, input.expected_version, |_, episode| {
        Ok(vec![moved(to, episode.whereabouts)])
    })
    .await?;
    if episode.recovered_at.is_some() {
        return Err(Refusal::Move(MoveRefused {
            from: shown(episode.whereabouts),
            to: shown(to),
            allowed: Vec::new(),
        }));
    }
    let (mut check, now) = (Check::default(), tx.now());
    check.has_been("at", input.at, now);
    if input.at.is_some_and(|at| at < episode.info_received_at) {
        let message = "That is before we heard that they were away.";
        check.wrong("at", FieldCode::InThePast, message);
    }
    check.done()?;
    let (id, at) = (episode.id, input.at.unwrap_or(now));
    let note = place("missing_episode", "recovery_note", id);
    let note = permit.seal_some(note, input.note.as_deref())?;
    save(&mut tx, &permit, episode, |row| {
        row.whereabouts = Set(to);
        row.recovered_at = Set(Some(at));
        row.recovery_location = Set(input.location);
        row.recovery_note = Set(note);
        row.interstate = Set(input.interstate);
    })
    .await?;
    end_running(&mut tx, &permit, id, "They are back.", |_, one| one.recurs).await?;
    // Whom nobody was told to look for, nobody has to be told to look for no more.
    let reported = tx.find_all::<clock::Entity>(clock::Column::EpisodeId.eq(id));
    let reported = !reported.await?.is_empty();
    let what = Start {
        location_known: !reported,
        interstate: input.interstate,
        ..Start::of(ClockTrigger::Recovery, at, Some(id))
    };
    start(&mut tx, &permit, what).await?;
    // What was planned for these hours is lived by from now on (rule 63).
    plans::recovered(&mut tx, &permit, at).await?;
    tx.commit(id).await
}
