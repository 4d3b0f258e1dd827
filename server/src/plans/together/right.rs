//! The right not to engage: that it was explained, and that it is used (rule 74).

use chrono::Days;
use uuid::Uuid;

use super::entity::TogetherKind;
use super::{Seat, record, seat};
use crate::access::{Act, Viewer};
use crate::error::Refusal;
use crate::plans::change::{OpenGoals, save};
use crate::plans::model::VoiceKind;
use crate::store::prelude::*;

/// After so many days it is offered again, unless the worker names another day.
const OFFERED_AGAIN: Days = Days::new(7);

/// That it was explained, at the beginning.
#[derive(Debug)]
pub(super) struct TogetherRight {
    pub key: Uuid,
}

/// Records that it was explained today, unless it was before. Returns the plan.
pub(super) async fn explained(viewer: &Viewer, input: TogetherRight) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::TogetherRecord, input.key, &input).await?;
    let seat = seat(&mut tx).await?;
    record::keep(&mut tx, &seat, TogetherKind::RightExplained, None, None).await?;
    let Seat { view, plan, permit } = seat;
    if plan.right_explained_on.is_none() {
        let today = tx.now().date_naive();
        save(&mut tx, &permit, plan, OpenGoals::Same, |row| {
            row.right_explained_on = Set(Some(today));
            row.right_explained_by = Set(Some(viewer.user()));
        })
        .await?;
    }
    tx.commit(view.plan).await
}

/// Not now, and what the young person wants to say to that, if anything.
#[derive(Debug)]
pub(super) struct TogetherNotNow {
    pub key: Uuid,
    pub words: Option<String>,
}

/// Records it. What they said before stays as it is; where there is nothing yet, that they
/// chose so is the plan's voice, with a day on which it is offered again (rule 65). Returns
/// the plan.
pub(super) async fn not_now(viewer: &Viewer, input: TogetherNotNow) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::TogetherRecord, input.key, &input).await?;
    let seat = seat(&mut tx).await?;
    let words = input.words.as_deref();
    record::keep(&mut tx, &seat, TogetherKind::NotNow, None, words).await?;
    let Seat { view, plan, permit } = seat;
    if plan.voice_kind != Some(VoiceKind::OwnWords) {
        let (now, by) = (tx.now(), viewer.user());
        let next = now.date_naive().checked_add_days(OFFERED_AGAIN);
        save(&mut tx, &permit, plan, OpenGoals::Same, |row| {
            row.voice_kind = Set(Some(VoiceKind::ChoseNotToTakePart));
            row.voice_note = Set(None);
            row.voice_next_offer_on = Set(next);
            row.voice_recorded_at = Set(Some(now));
            row.voice_recorded_by = Set(Some(by));
        })
        .await?;
    }
    tx.commit(view.plan).await
}
