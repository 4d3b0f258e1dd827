//! Finding one's own drafts.

use sea_orm::DbErr;
use uuid::Uuid;

use super::entity::draft;
use crate::access::{Act, KeyParts, OwnerPermit, Trace, Traced, Viewer};
use crate::error::Refusal;
use crate::store::prelude::*;
use crate::vault::Place;

/// A draft with the means to open it.
pub struct DraftRow {
    /// The draft.
    pub draft: draft::Model,
    /// The permit to read it.
    pub permit: OwnerPermit,
}

struct Flat {
    draft: draft::Model,
    key: KeyParts,
}

impl FromQueryResult for Flat {
    fn from_query_result(row: &sea_orm::QueryResult, pre: &str) -> Result<Self, DbErr> {
        Ok(Self {
            draft: draft::Model::from_query_result(row, pre)?,
            key: KeyParts::from_query_result(row, "key_")?,
        })
    }
}

impl Traced for Flat {
    fn trace(&self) -> Option<Trace> {
        self.draft.trace()
    }
}

async fn where_(viewer: &Viewer, condition: Condition) -> Result<Vec<DraftRow>, Refusal> {
    let flats = viewer
        .select::<draft::Entity>()
        .filter(condition)
        .shape(|select| KeyParts::select(select, (draft::Entity, draft::Column::UserId), "key_"))
        .all_as::<Flat>()
        .await?;
    flats
        .into_iter()
        .map(|flat| {
            Ok(DraftRow {
                permit: OwnerPermit::from_parts(viewer, Act::OwnAccount, flat.key)?,
                draft: flat.draft,
            })
        })
        .collect()
}

/// Those of the drafts `ids` that are one's own.
pub async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<DraftRow>, Refusal> {
    where_(
        viewer,
        Condition::all().add(draft::Column::Id.is_in(ids.iter().copied())),
    )
    .await
}

/// One's own draft of `form`.
pub(super) async fn of_form(viewer: &Viewer, form: &str) -> Result<DraftRow, Refusal> {
    let mut rows = where_(
        viewer,
        Condition::all().add(draft::Column::FormKey.eq(form)),
    )
    .await?;
    rows.pop().ok_or(Refusal::NotFound)
}

/// The place of the sealed text of the draft `row`.
pub(super) fn place(row: Uuid) -> Place {
    Place {
        table: "draft",
        column: "content",
        row,
    }
}
