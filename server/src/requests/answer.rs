//! Answers a request for the first time: what was said, and when (rule 115).

use uuid::Uuid;

use super::entity::request;
use super::model::RequestState;
use super::row::place;
use crate::access::{Act, OwnerPermit, Viewer};
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::store::prelude::*;

/// What was answered.
#[derive(Debug)]
pub(super) struct RequestAnswer {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub note: String,
}

/// Keeps the answer and its time. Returns the request.
pub(super) async fn answer(viewer: &Viewer, input: RequestAnswer) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::RequestAnswer, input.key, &input).await?;
    tx.may()?;
    let found = tx.find::<request::Entity>(input.id).await?;
    let permit = OwnerPermit::of(&tx, &found).await?;
    let theirs = permit.open_some(place("answer", found.id), found.answer.as_ref())?;
    Conflict::check(input.expected_version, found.version, || {
        vec![FieldConflict::of("note", input.note.clone(), theirs)]
    })?;
    found.state.check_move(RequestState::Answered)?;
    let sealed = permit.seal(place("answer", found.id), &input.note)?;
    let version = found.version;
    let mut row = found.into_active_model();
    row.version = Set(version + 1);
    row.state = Set(RequestState::Answered);
    row.first_response_at = Set(Some(tx.now()));
    row.answer = Set(Some(sealed));
    tx.update(&permit.grant(), row).await?;
    tx.commit(input.id).await
}
