//! Records what the young person says, in their exact words (rules 10, 65).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::TogetherKind;
use super::{Seat, record, seat};
use crate::access::{Act, Class, Viewer};
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::plans::change::{OpenGoals, place, save};
use crate::plans::model::{PlanState, VoiceKind};
use crate::store::prelude::*;

/// The words, and when those were recorded in whose place they come.
#[derive(Debug)]
pub(super) struct TogetherVoice {
    pub key: Uuid,
    pub words: String,
    pub replaces: Option<DateTime<Utc>>,
}

/// Records them. Returns the plan.
pub(super) async fn record(viewer: &Viewer, input: TogetherVoice) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::TogetherRecord, input.key, &input).await?;
    let seat = seat(&mut tx).await?;
    check(&seat, &input)?;
    record::keep(&mut tx, &seat, TogetherKind::Voice, None, None).await?;
    let Seat { plan, permit, .. } = seat;
    let (id, now, by) = (plan.id, tx.now(), viewer.user());
    let words = permit.seal(place("plan", "voice_words", id), &input.words)?;
    let waits = plan.state == PlanState::AwaitingYouthVoice;
    save(&mut tx, &permit, plan, OpenGoals::Same, |row| {
        row.voice_kind = Set(Some(VoiceKind::OwnWords));
        row.voice_words = Set(Some(words));
        row.voice_note = Set(None);
        row.voice_next_offer_on = Set(None);
        row.voice_recorded_at = Set(Some(now));
        row.voice_recorded_by = Set(Some(by));
        if waits {
            row.state = Set(PlanState::Draft);
        }
    })
    .await?;
    tx.commit(id).await
}

/// Words that somebody else recorded meanwhile are not written over. The plan's version would
/// say too much here: the young person's own goals raise it.
fn check(seat: &Seat, input: &TogetherVoice) -> Result<(), Refusal> {
    let (plan, permit) = (&seat.plan, &seat.permit);
    if input.replaces == plan.voice_recorded_at {
        return Ok(());
    }
    let place = place("plan", "voice_words", plan.id);
    let theirs = permit.open_some(Class::Narrative, place, plan.voice_words.as_ref())?;
    let field = FieldConflict::of("words", input.words.clone(), theirs);
    Err(Refusal::Conflict(Conflict {
        expected: plan.version,
        current: plan.version,
        fields: field.into_iter().collect(),
    }))
}
