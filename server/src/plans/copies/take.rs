//! Hands a copy out: once, to who made it, in the session in which it was made, soon.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::WAITS;
use super::entity::plan_copy;
use crate::access::{Act, Class, Viewer};
use crate::error::{Fault, Refusal};
use crate::paper::{self, Sheet};
use crate::plans::change::place;
use crate::store::prelude::*;

impl plan_copy::Model {
    /// Whether `viewer` can fetch it at `now`.
    pub(super) fn waits_for(&self, viewer: &Viewer, now: DateTime<Utc>) -> bool {
        self.taken_at.is_none()
            && self.made_by == viewer.user()
            && self.session_id == viewer.session()
            && now < self.made_at + Duration::seconds(WAITS)
    }

    /// What the file is called: nothing of what it is (rule 123).
    pub(super) fn file_name(&self) -> String {
        format!("notes-{}.pdf", self.number)
    }
}

/// A file.
pub(super) struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The copy `id` as a PDF. Whatever does not let it be had, it is not found.
pub(super) async fn take(viewer: &Viewer, id: Uuid) -> Result<File, Refusal> {
    let row = viewer.select::<plan_copy::Entity>().by_id(id).one().await?;
    let row = row.ok_or(Refusal::NotFound)?;
    let permit = viewer.case(row.case_id, Act::PlanPrint).await?;
    if !row.waits_for(viewer, viewer.app().clock().now()) {
        return Err(Refusal::NotFound);
    }
    let content = place("plan_copy", "content", row.id);
    let text = permit.open(Class::Narrative, content, &row.content)?;
    let text = text.ok_or(Refusal::NotFound)?;
    let sheet: Sheet =
        serde_json::from_str(&text).map_err(|_| Fault::Broken("a copy that cannot be read"))?;
    // Nothing is held while it is printed.
    viewer.give_back().await;
    let printed = paper::print(sheet).await;
    let bytes = printed.map_err(|_| Fault::Broken("a copy that cannot be printed"))?;
    let name = row.file_name();
    taken(viewer, id).await?;
    Ok(File { name, bytes })
}

/// Writes down that it was had. Of two who come at once, one gets it.
async fn taken(viewer: &Viewer, id: Uuid) -> Result<(), Refusal> {
    let key = viewer.app().clock().new_id();
    let mut tx = viewer.begin(Act::PlanPrint, key, &id).await?;
    let row = tx.find::<plan_copy::Entity>(id).await?;
    let permit = tx.case(row.case_id).await?;
    let now = tx.now();
    if !row.waits_for(viewer, now) {
        return Err(Refusal::NotFound);
    }
    let mut row = row.into_active_model();
    row.taken_at = Set(Some(now));
    tx.update(&permit.grant()?, row).await?;
    tx.commit(id).await?;
    Ok(())
}
