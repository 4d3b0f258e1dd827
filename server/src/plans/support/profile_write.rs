//! Writes the support profile.

use uuid::Uuid;

use super::{Profile, open_profile, support_profile};
use crate::access::{Act, CasePermit, Viewer};
use crate::cases::entity::case;
use crate::error::{Conflict, Fault, FieldConflict, Refusal};
use crate::plans::change::place;
use crate::plans::content::{Field, Part, note_paper};
use crate::store::prelude::*;

/// What the profile is to say.
#[derive(Debug)]
pub(super) struct ProfileWrite {
    pub key: Uuid,
    pub case: Uuid,
    /// 0 while there is none.
    pub expected_version: i32,
    pub profile: Profile,
}

/// Writes it in place of what it said. Returns the case.
pub(super) async fn write(viewer: &Viewer, input: ProfileWrite) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    // Two who write the first one at once stand in line at the case.
    tx.find::<case::Entity>(input.case).await?;
    let of_case = support_profile::Column::CaseId.eq(input.case);
    let before = tx.find_where::<support_profile::Entity>(of_case).await?;
    let current = before.as_ref().map_or(0, |row| row.version);
    if input.expected_version != current {
        let fields = differences(&input.profile, &permit, before.as_ref())?;
        Conflict::check(input.expected_version, current, || fields)?;
    }
    let text = serde_json::to_string(&input.profile)
        .map_err(|_| Fault::Broken("a profile that cannot be written down"))?;
    let id = before.as_ref().map_or_else(|| tx.new_id(), |row| row.id);
    let (now, grant) = (tx.now(), permit.grant()?);
    let content = permit.seal(place("support_profile", "content", id), &text)?;
    match before {
        Some(row) => {
            let mut row = row.into_active_model();
            row.version = Set(current + 1);
            row.content = Set(content);
            row.written_by = Set(viewer.user());
            row.written_at = Set(now);
            tx.update(&grant, row).await?;
        }
        None => {
            let row = support_profile::ActiveModel {
                id: Set(id),
                org_id: Set(permit.org()),
                case_id: Set(input.case),
                version: Set(1),
                content: Set(content),
                written_by: Set(viewer.user()),
                written_at: Set(now),
            };
            tx.insert(&grant, row).await?;
        }
    }
    note_paper(&mut tx, &permit, Part::SupportProfile, &input.profile).await?;
    tx.commit(input.case).await
}

fn differences(
    yours: &Profile,
    permit: &CasePermit,
    theirs: Option<&support_profile::Model>,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let theirs = theirs.map(|row| open_profile(permit, row)).transpose()?;
    let theirs = theirs.flatten().unwrap_or_default();
    let lists = [
        ("triggers", Field::Triggers),
        ("calming", Field::Calming),
        ("contact", Field::ContactWishes),
        ("doNotAsk", Field::DoNotAsk),
        ("welcomeItems", Field::WelcomeItems),
    ];
    let list = |(path, field)| FieldConflict::of(path, yours.list(field), theirs.list(field));
    Ok(lists.into_iter().map(list).collect())
}
