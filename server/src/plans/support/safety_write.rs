//! Writes the safety plan (rule 68).

use uuid::Uuid;

use super::{Safety, open_safety, safety_plan};
use crate::access::{Act, CasePermit, Viewer};
use crate::cases::entity::case;
use crate::error::{Conflict, Fault, FieldConflict, Refusal};
use crate::plans::change::place;
use crate::plans::content::{Part, note_paper};
use crate::store::Tx;
use crate::store::prelude::*;

/// What the safety plan is to say.
#[derive(Debug)]
pub(super) struct SafetyWrite {
    pub key: Uuid,
    pub case: Uuid,
    /// 0 while there is none.
    pub expected_version: i32,
    pub safety: Safety,
}

/// Writes it in place of what it said: some of it may still be missing, and it has to be
/// settled with the young person anew. Returns the case.
pub(super) async fn write(viewer: &Viewer, input: SafetyWrite) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    // Two who write the first one at once stand in line at the case.
    tx.find::<case::Entity>(input.case).await?;
    let of_case = safety_plan::Column::CaseId.eq(input.case);
    let before = tx.find_where::<safety_plan::Entity>(of_case).await?;
    let current = before.as_ref().map_or(0, |row| row.version);
    if input.expected_version != current {
        let fields = differences(&input.safety, &permit, before.as_ref())?;
        Conflict::check(input.expected_version, current, || fields)?;
    }
    put(&mut tx, &permit, before, &input.safety).await?;
    tx.commit(input.case).await
}

/// Puts what it says in place of what it said `before`.
pub(in crate::plans) async fn put(
    tx: &mut Tx,
    permit: &CasePermit,
    before: Option<safety_plan::Model>,
    says: &Safety,
) -> Result<(), Refusal> {
    let text = serde_json::to_string(says)
        .map_err(|_| Fault::Broken("a safety plan that cannot be written down"))?;
    let id = before.as_ref().map_or_else(|| tx.new_id(), |row| row.id);
    let version = before.as_ref().map_or(0, |row| row.version) + 1;
    let (now, grant, by) = (tx.now(), permit.grant()?, tx.viewer().user());
    let content = permit.seal(place("safety_plan", "content", id), &text)?;
    match before {
        Some(row) => {
            let mut row = row.into_active_model();
            row.version = Set(version);
            row.content = Set(content);
            row.written_by = Set(by);
            row.written_at = Set(now);
            row.settled_by = Set(None);
            row.settled_at = Set(None);
            tx.update(&grant, row).await?;
        }
        None => {
            let row = safety_plan::ActiveModel {
                id: Set(id),
                org_id: Set(permit.org()),
                case_id: Set(permit.case()),
                version: Set(version),
                content: Set(content),
                written_by: Set(by),
                written_at: Set(now),
                settled_by: Set(None),
                settled_at: Set(None),
            };
            tx.insert(&grant, row).await?;
        }
    }
    note_paper(tx, permit, Part::SafetyPlan, says).await
}

fn differences(
    yours: &Safety,
    permit: &CasePermit,
    theirs: Option<&safety_plan::Model>,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let theirs = theirs.map(|row| open_safety(permit, row)).transpose()?;
    let theirs = theirs.flatten().unwrap_or_default();
    let list = |(path, field)| FieldConflict::of(path, yours.list(field), theirs.list(field));
    Ok(Safety::LISTS.into_iter().map(list).collect())
}
