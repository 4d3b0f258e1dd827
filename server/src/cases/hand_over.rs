//! What was handed over to somebody with a case: shown to them until they say that they
//! have read it.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::entity::assignment;
use crate::access::{Act, Viewer};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::graphql::{Kind, id};
use crate::input::Check;
use crate::store::prelude::*;

/// How many are shown at once; more come when these are read.
const MOST: u64 = 50;

/// Says that one has read what was handed over with a case.
#[derive(InputObject)]
pub struct HandOverReadInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// One's own part in the case.
    assignment: ID,
}

/// Who has read what.
#[derive(Debug)]
pub(super) struct HandOverRead {
    key: Uuid,
    assignment: Uuid,
}

impl HandOverReadInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<HandOverRead, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        let assignment = id::open(viewer.app(), Kind::Assignment, &self.assignment)?;
        Ok(HandOverRead { key, assignment })
    }
}

/// Notes that it was read; the first time counts. Returns the assignment.
pub(super) async fn read(viewer: &Viewer, input: HandOverRead) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::HandOverRead, input.key, &input).await?;
    let part = tx.find::<assignment::Entity>(input.assignment).await?;
    let permit = tx.case(part.case_id).await?;
    if part.user_id != viewer.user() || part.note.is_none() {
        let message = "Nothing was handed over to you here.";
        return Err(Wrong::at("assignment", FieldCode::NotAllowedHere, message).into());
    }
    if part.note_read_at.is_none() {
        let mut row = part.into_active_model();
        row.note_read_at = Set(Some(tx.now()));
        tx.update(&permit.grant()?, row).await?;
    }
    tx.commit(input.assignment).await
}

/// One's own parts with something that one has not read yet, the oldest first.
pub(super) async fn unread(viewer: &Viewer) -> Result<Vec<assignment::Model>, Refusal> {
    if !viewer.might(Act::HandOverRead) {
        return Ok(Vec::new());
    }
    viewer
        .select::<assignment::Entity>()
        .filter(assignment::Column::UserId.eq(viewer.user()))
        .filter(assignment::Column::ToAt.is_null())
        .filter(assignment::Column::Note.is_not_null())
        .filter(assignment::Column::NoteReadAt.is_null())
        .order(assignment::Column::FromAt, Order::Asc)
        .order(assignment::Column::Id, Order::Asc)
        .limit(MOST)
        .all()
        .await
}
