//! Records the young person's voice: exact words, or why they are not there yet (rules 10, 65).

use chrono::NaiveDate;
use uuid::Uuid;

use super::change::{OpenGoals, place, save, take};
use super::entity::plan;
use super::model::{PlanState, VoiceKind};
use crate::access::{Act, CasePermit, Class, Viewer};
use crate::error::{FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;

/// What is to be recorded.
#[derive(Debug)]
pub(super) struct VoiceRecord {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub kind: VoiceKind,
    pub words: Option<String>,
    pub note: Option<String>,
    pub next_offer_on: Option<NaiveDate>,
}

/// Records the voice in place of what was recorded before. Returns the plan.
pub(super) async fn record(viewer: &Viewer, input: VoiceRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let differ = |permit: &CasePermit, plan: &plan::Model| differences(&input, permit, plan);
    let (plan, permit) = take(&mut tx, "id", input.id, input.expected_version, differ).await?;
    check(&tx, &input)?;
    let (id, now) = (plan.id, tx.now());
    let words = permit.seal_some(place("plan", "voice_words", id), input.words.as_deref())?;
    let note = permit.seal_some(place("plan", "voice_note", id), input.note.as_deref())?;
    // What was waited for is there, in whichever way the young person chose.
    let waits = plan.state == PlanState::AwaitingYouthVoice;
    let settled = waits && input.kind != VoiceKind::NotYetReachable;
    save(&mut tx, &permit, plan, OpenGoals::Same, |row| {
        row.voice_kind = Set(Some(input.kind));
        row.voice_words = Set(words);
        row.voice_note = Set(note);
        row.voice_next_offer_on = Set(input.next_offer_on);
        row.voice_recorded_at = Set(Some(now));
        row.voice_recorded_by = Set(Some(viewer.user()));
        if settled {
            row.state = Set(PlanState::Draft);
        }
    })
    .await?;
    tx.commit(id).await
}

fn check(tx: &Tx, input: &VoiceRecord) -> Result<(), Refusal> {
    let mut check = Check::default();
    if input.kind == VoiceKind::OwnWords {
        if input.words.is_none() {
            let message = "Write the words as they were said.";
            check.wrong("words", FieldCode::Required, message);
        }
    } else {
        if input.words.is_some() {
            let message = "There are words: record them as the young person's own.";
            check.wrong("words", FieldCode::NotAllowedHere, message);
        }
        if input.note.is_none() {
            check.wrong("note", FieldCode::Required, "Say how it came to this.");
        }
        if input.next_offer_on.is_none() {
            let message = "Say when it will be offered next.";
            check.wrong("nextOfferOn", FieldCode::Required, message);
        }
    }
    check.ahead("nextOfferOn", input.next_offer_on, tx.now());
    check.done()
}

fn differences(
    yours: &VoiceRecord,
    permit: &CasePermit,
    plan: &plan::Model,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let open = |column, sealed: &Option<_>| {
        let place = place("plan", column, plan.id);
        permit.open_some(Class::Narrative, place, sealed.as_ref())
    };
    let (words, note) = (
        open("voice_words", &plan.voice_words)?,
        open("voice_note", &plan.voice_note)?,
    );
    let kind = |kind: VoiceKind| kind.code().to_uppercase();
    let next_offer_on = plan.voice_next_offer_on;
    Ok(vec![
        FieldConflict::of("kind", kind(yours.kind), plan.voice_kind.map(kind)),
        FieldConflict::of("words", yours.words.clone(), words),
        FieldConflict::of("note", yours.note.clone(), note),
        FieldConflict::of("nextOfferOn", yours.next_offer_on, next_offer_on),
    ])
}
