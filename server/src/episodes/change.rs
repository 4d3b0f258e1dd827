//! What the acts on a time away share.

use uuid::Uuid;

use super::entity::episode;
use super::model::Whereabouts;
use crate::access::{CasePermit, Class};
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::{Place, SealedBytes};

/// The place of a sealed column.
pub(super) fn place(table: &'static str, column: &'static str, row: Uuid) -> Place {
    Place { table, column, row }
}

/// The episode `id`, locked, with a permit for the act; as old as the caller thinks, or the
/// conflict with the fields that `differ`.
pub(super) async fn take(
    tx: &mut Tx,
    id: Uuid,
    expected: i32,
    differ: impl FnOnce(&CasePermit, &episode::Model) -> Result<Vec<Option<FieldConflict>>, Refusal>,
) -> Result<(episode::Model, CasePermit), Refusal> {
    let episode = tx.find::<episode::Entity>(id).await?;
    let permit = tx.case(episode.case_id).await?;
    if expected != episode.version {
        let fields = differ(&permit, &episode)?;
        Conflict::check(expected, episode.version, || fields)?;
    }
    Ok((episode, permit))
}

/// Writes the episode with what `set` changes as its next version.
pub(super) async fn save(
    tx: &mut Tx,
    permit: &CasePermit,
    episode: episode::Model,
    set: impl FnOnce(&mut episode::ActiveModel),
) -> Result<episode::Model, Refusal> {
    let version = episode.version + 1;
    let mut row = episode.into_active_model();
    set(&mut row);
    row.version = Set(version);
    tx.update(&permit.grant()?, row).await
}

/// Where they are, as a conflict shows it.
pub(super) fn moved(to: Whereabouts, at: Whereabouts) -> Option<FieldConflict> {
    FieldConflict::of("to", shown(to), shown(at))
}

/// As GraphQL has it.
pub(super) fn shown(whereabouts: Whereabouts) -> String {
    whereabouts.code().to_uppercase()
}

/// What a sealed column holds, for a conflict.
pub(super) fn opened(
    permit: &CasePermit,
    table: &'static str,
    column: &'static str,
    row: Uuid,
    sealed: Option<&SealedBytes>,
) -> Result<Option<String>, Refusal> {
    permit.open_some(Class::Narrative, place(table, column, row), sealed)
}
