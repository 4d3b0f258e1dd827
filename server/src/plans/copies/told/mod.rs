//! What will stand on a copy.

mod accounting;
mod figures;
mod release;
mod safety;
mod team;
#[cfg(test)]
mod tests;
mod youth;

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::CopyAudience;
use super::words::Words;
use crate::access::{Locale, Viewer};
use crate::disclosures::Shared;
use crate::error::{Fault, Refusal};
use crate::paper::{Part, Sheet};
use crate::plans::content::{Content, Goal, Step};
use crate::plans::support::Safety;
use crate::releases::ReleaseForm;
use crate::vault::Purpose;

pub(super) use figures::{Figures, figures};

/// Names of colleagues by their ids.
pub(super) type Names = HashMap<Uuid, String>;

/// What a copy is of.
pub(super) enum Source {
    /// A plan, of a case with this alias.
    Plan {
        content: Box<Content>,
        alias: String,
        names: Names,
        /// What the pictures are drawn of, where they are wanted.
        figures: Option<Box<Figures>>,
    },
    /// A safety plan, at this version.
    Safety { safety: Safety, version: i32 },
    /// All that was shared of a young person.
    Accounting { shared: Vec<Shared>, names: Names },
    /// A release that is to be signed.
    Release {
        form: Box<ReleaseForm>,
        names: Names,
    },
}

impl Source {
    /// The version that is copied; of an accounting, how many entries it has. A release is
    /// never changed.
    pub fn version(&self) -> i32 {
        match self {
            Self::Plan { content, .. } => content.frame.version,
            Self::Safety { version, .. } => *version,
            Self::Accounting { shared, .. } => i32::try_from(shared.len()).unwrap_or(i32::MAX),
            Self::Release { .. } => 1,
        }
    }

    /// The plan, where it is one.
    pub fn plan(&self) -> Option<Uuid> {
        match self {
            Self::Plan { content, .. } => Some(content.frame.plan),
            Self::Safety { .. } | Self::Accounting { .. } | Self::Release { .. } => None,
        }
    }

    /// The sheet for `audience`, without its number. A plan has no plain form, and a safety
    /// plan no other.
    pub fn sheet(self, audience: CopyAudience, language: Locale) -> Result<Sheet, Refusal> {
        let words = Words(language);
        let mut sheet = match (audience, self) {
            (CopyAudience::Youth, Self::Plan { content, names, .. }) => {
                youth::ForYouth::of(*content, &names).sheet(words)
            }
            (
                CopyAudience::Team,
                Self::Plan {
                    content,
                    alias,
                    names,
                    figures,
                },
            ) => {
                let pictures = figures.map(|figures| figures.parts(&content, words));
                let pictures = pictures.transpose()?.unwrap_or_default();
                team::sheet(*content, &alias, &names, pictures, words)
            }
            (CopyAudience::SafetyPlan, Self::Safety { safety, .. }) => safety::sheet(safety, words),
            (CopyAudience::Accounting, Self::Accounting { shared, names }) => {
                accounting::sheet(shared, &names, words)
            }
            (CopyAudience::ReleaseForm, Self::Release { form, names }) => {
                release::sheet(*form, &names, words)
            }
            _ => return Err(Fault::Broken("a copy of something else").into()),
        };
        sheet.parts.retain(|part: &Part| !part.blocks.is_empty());
        Ok(sheet)
    }
}

/// Stands for what a sheet says: who makes a copy says by it what was looked at. Keyed, so
/// that nobody finds out by trying what was said.
pub(super) fn hash_of(viewer: &Viewer, sheet: &Sheet) -> Result<[u8; 32], Refusal> {
    let text = written(sheet)?;
    let key = viewer.app().keyring().purpose(Purpose::ClientInput);
    Ok(key.mac(&[b"paper", text.as_bytes()]))
}

/// A sheet as it is kept.
pub(super) fn written(sheet: &Sheet) -> Result<String, Refusal> {
    serde_json::to_string(sheet)
        .map_err(|_| Fault::Broken("a sheet that cannot be written down").into())
}

/// The ids of colleagues who have steps in `content`.
pub(super) fn people_in(content: &Content) -> Vec<Uuid> {
    let steps = content.goals.iter().flat_map(|goal: &Goal| &goal.steps);
    let mut ids: Vec<Uuid> = steps.filter_map(|step: &Step| step.owner).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Who does a step: a colleague, or whoever was named.
fn who(owner: Option<Uuid>, owner_name: Option<String>, names: &Names) -> Option<String> {
    let colleague = owner.and_then(|id| names.get(&id).cloned());
    colleague.or(owner_name)
}

/// Parts of a small line, one after the other.
fn joined<const N: usize>(parts: [Option<String>; N]) -> Option<String> {
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn by_day(words: Words, chapter: &str, day: NaiveDate) -> String {
    words.with(chapter, "by", &words.day(day))
}
