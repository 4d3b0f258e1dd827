//! Ends a request: what became of it (rule 115).

use chrono::NaiveDate;
use uuid::Uuid;

use super::entity::request;
use super::model::{RequestOutcome, RequestState};
use super::row::place;
use crate::access::{Act, OwnerPermit, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::prelude::*;

/// How it ended.
#[derive(Debug)]
pub(super) struct RequestClose {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub outcome: RequestOutcome,
    pub note: Option<String>,
    pub follow_up_on: Option<NaiveDate>,
}

/// Closes it. Returns the request.
pub(super) async fn close(viewer: &Viewer, input: RequestClose) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::RequestClose, input.key, &input).await?;
    tx.may()?;
    let found = tx.find::<request::Entity>(input.id).await?;
    let permit = OwnerPermit::of(&tx, &found).await?;
    let note = permit.open_some(place("outcome_note", found.id), found.outcome_note.as_ref())?;
    Conflict::check(input.expected_version, found.version, || {
        let code = |outcome: RequestOutcome| outcome.code().to_uppercase();
        vec![
            FieldConflict::of(
                "outcome",
                Some(code(input.outcome)),
                found.outcome.map(code),
            ),
            FieldConflict::of("note", input.note.clone(), note),
        ]
    })?;
    found.state.check_move(RequestState::Closed)?;
    check(&found, input.outcome)?;
    let note = permit.seal_some(place("outcome_note", found.id), input.note.as_deref())?;
    let version = found.version;
    let mut row = found.into_active_model();
    row.version = Set(version + 1);
    row.state = Set(RequestState::Closed);
    row.outcome = Set(Some(input.outcome));
    row.outcome_note = Set(note);
    row.follow_up_on = Set(input.follow_up_on);
    row.closed_at = Set(Some(tx.now()));
    tx.update(&permit.grant(), row).await?;
    tx.commit(input.id).await
}

/// An outcome that says something was done needs that it was.
fn check(found: &request::Model, outcome: RequestOutcome) -> Result<(), Refusal> {
    let wrong = |message| Err(Wrong::at("outcome", FieldCode::NotAllowedHere, message).into());
    if found.first_response_at.is_none() && !outcome.without_an_answer() {
        return wrong("Nobody has answered yet: record the first response before.");
    }
    if outcome == RequestOutcome::GoesOnInCase && found.case_id.is_none() {
        return wrong("It belongs to no case: open one, or join one that is there.");
    }
    Ok(())
}
