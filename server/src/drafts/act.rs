//! Saves and discards drafts.

use uuid::Uuid;

use super::entity::draft;
use super::read::place;
use crate::access::{Act, OwnerPermit, Traced, Viewer};
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::store::prelude::*;

/// A draft to be kept.
#[derive(Debug)]
pub(super) struct DraftSave {
    pub key: Uuid,
    pub form: String,
    /// The version that was read; 0 for a new one.
    pub version: i32,
    pub content: String,
}

/// Keeps it. Returns the draft.
pub(super) async fn save(viewer: &Viewer, input: DraftSave) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::OwnAccount, input.key, &input).await?;
    let permit = OwnerPermit::own_account(&tx).await?;
    let grant = permit.grant();
    let found = tx
        .find_where::<draft::Entity>(draft::Column::FormKey.eq(&input.form))
        .await?;
    let (current, theirs) = match &found {
        None => (0, None),
        Some(found) => (
            found.version,
            Some(permit.open(place(found.id), &found.content)?),
        ),
    };
    Conflict::check(input.version, current, || {
        vec![FieldConflict::of("content", input.content.clone(), theirs)]
    })?;
    let id = found.as_ref().map_or_else(|| tx.new_id(), |found| found.id);
    let sealed = permit.seal(place(id), &input.content)?;
    match found {
        Some(found) => {
            let mut row = found.into_active_model();
            row.content = Set(sealed);
            row.version = Set(current + 1);
            row.saved_at = Set(tx.now());
            tx.update(&grant, row).await?;
        }
        None => {
            let row = draft::ActiveModel {
                id: Set(id),
                org_id: Set(grant.org()),
                user_id: Set(viewer.user()),
                form_key: Set(input.form),
                content: Set(sealed),
                version: Set(1),
                saved_at: Set(tx.now()),
            };
            tx.insert(&grant, row).await.map_err(another_was_faster)?;
        }
    }
    tx.commit(id).await
}

/// Two windows that save the first draft of a form at the same moment: there is one now.
fn another_was_faster(refusal: Refusal) -> Refusal {
    if !refusal.is_duplicate() {
        return refusal;
    }
    Refusal::Conflict(Conflict {
        expected: 0,
        current: 1,
        fields: Vec::new(),
    })
}

/// A draft that is not needed any more.
#[derive(Debug)]
pub(super) struct DraftDiscard {
    pub key: Uuid,
    pub form: String,
}

/// Deletes it, if there is one: discarding twice is as good as once. Returns the person.
pub(super) async fn discard(viewer: &Viewer, input: DraftDiscard) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::OwnAccount, input.key, &input).await?;
    let grant = tx.may()?;
    let found = tx
        .find_where::<draft::Entity>(draft::Column::FormKey.eq(&input.form))
        .await?;
    if let Some(trace) = found.as_ref().and_then(Traced::trace) {
        tx.delete::<draft::Entity>(&grant, draft::Column::Id.eq(trace.id))
            .await?;
        tx.about(trace);
    }
    tx.commit(viewer.user()).await
}
