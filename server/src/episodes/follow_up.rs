//! Records what the team does on a return: whether screening was done, and what the
//! placement changes about what led to leaving (rule 54).

use uuid::Uuid;

use super::change::{opened, place, save, take};
use super::entity::episode;
use super::model::ReturnScreening;
use crate::access::{Act, CasePermit, Viewer};
use crate::clocks::meet_running;
use crate::error::{FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::prelude::*;

/// The clock that waits for screening.
const CLOCK: &str = "screening_on_return";

/// What was done. What is absent is not known yet.
#[derive(Debug)]
pub(super) struct FollowUpRecord {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub screening: Option<ReturnScreening>,
    pub screening_note: Option<String>,
    pub placement_response: Option<String>,
}

/// Records it in place of what was recorded before. Returns the episode.
pub(super) async fn record(viewer: &Viewer, input: FollowUpRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::EpisodeRecord, input.key, &input).await?;
    let differ =
        |permit: &CasePermit, episode: &episode::Model| differences(&input, permit, episode);
    let (episode, permit) = take(&mut tx, input.id, input.expected_version, differ).await?;
    let mut check = Check::default();
    if episode.recovered_at.is_none() {
        let message = "Record first that they are back.";
        check.wrong("id", FieldCode::NotAllowedHere, message);
    }
    if input.screening == Some(ReturnScreening::NotDone) && input.screening_note.is_none() {
        check.wrong("screeningNote", FieldCode::MissingReason, "Say why not.");
    }
    check.done()?;
    let (id, now) = (episode.id, tx.now());
    let seal = |column, text: &Option<String>| {
        permit.seal_some(place("missing_episode", column, id), text.as_deref())
    };
    let note = seal("screening_note", &input.screening_note)?;
    let response = seal("placement_response", &input.placement_response)?;
    save(&mut tx, &permit, episode, |row| {
        row.screening = Set(input.screening);
        row.screening_note = Set(note);
        row.placement_response = Set(response);
    })
    .await?;
    if input.screening.is_some() {
        meet_running(&mut tx, &permit, Some(id), now, None, |clock| {
            clock.code == CLOCK
        })
        .await?;
    }
    tx.commit(id).await
}

fn differences(
    yours: &FollowUpRecord,
    permit: &CasePermit,
    episode: &episode::Model,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let open = |column, sealed: &Option<_>| {
        opened(
            permit,
            "missing_episode",
            column,
            episode.id,
            sealed.as_ref(),
        )
    };
    let code = |screening: ReturnScreening| screening.code().to_uppercase();
    Ok(vec![
        FieldConflict::of(
            "screening",
            yours.screening.map(code),
            episode.screening.map(code),
        ),
        FieldConflict::of(
            "screeningNote",
            yours.screening_note.clone(),
            open("screening_note", &episode.screening_note)?,
        ),
        FieldConflict::of(
            "placementResponse",
            yours.placement_response.clone(),
            open("placement_response", &episode.placement_response)?,
        ),
    ])
}
