//! Closes a time away, when each question of rule 54 is answered or declined.

use uuid::Uuid;

use super::change::{save, take};
use super::entity::conversation;
use super::items::open_of_return;
use super::model::ReturnItem;
use crate::access::{Act, Viewer};
use crate::clocks::end_running;
use crate::clocks::entity::clock;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::store::prelude::*;

/// The episode that is to be closed.
#[derive(Debug)]
pub(super) struct EpisodeClose {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
}

/// Closes it, or says everything that is open. Returns the episode.
pub(super) async fn close(viewer: &Viewer, input: EpisodeClose) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::EpisodeRecord, input.key, &input).await?;
    let (episode, permit) = take(&mut tx, input.id, input.expected_version, |_, _| {
        Ok(Vec::new())
    })
    .await?;
    if episode.closed_at.is_some() {
        let message = "It is closed already.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let of = conversation::Column::EpisodeId.eq(episode.id);
    let conversations = tx.find_all::<conversation::Entity>(of).await?;
    let of = clock::Column::EpisodeId.eq(episode.id);
    let clocks = tx.find_all::<clock::Entity>(of).await?;
    let mut check = Check::default();
    for item in open_of_return(&episode, &conversations, &clocks)? {
        let (path, message) = words(item);
        check.wrong(path, FieldCode::Required, message);
    }
    check.done()?;
    // What was only recommended while they were away is so no more.
    let reason = "The time away is closed.";
    end_running(&mut tx, &permit, episode.id, reason, |clock, _| {
        clock.recommended
    })
    .await?;
    let now = tx.now();
    save(&mut tx, &permit, episode, |row| {
        row.closed_at = Set(Some(now))
    })
    .await?;
    tx.commit(input.id).await
}

/// Where an item stands in the answer, and what is to be done about it.
fn words(item: ReturnItem) -> (&'static str, &'static str) {
    match item {
        ReturnItem::Returned => ("returned", "Record that they are back."),
        ReturnItem::LawEnforcement => ("lawEnforcement", "Tell the police."),
        ReturnItem::Ncmec => ("ncmec", "Tell the national center."),
        ReturnItem::Collector => ("collector", "Verify who collects them, and that they may."),
        ReturnItem::Conversation => (
            "conversation",
            "Offer a conversation. To decline it is a good answer.",
        ),
        ReturnItem::Factors => (
            "factors",
            "Ask what led to leaving, or record that they declined.",
        ),
        ReturnItem::Experiences => (
            "experiences",
            "Ask what happened while they were away, or record that they declined.",
        ),
        ReturnItem::Screening => ("screening", "Record that screening was done, or why not."),
        ReturnItem::PlacementResponse => (
            "placementResponse",
            "Record what the placement does about what led to leaving.",
        ),
    }
}
