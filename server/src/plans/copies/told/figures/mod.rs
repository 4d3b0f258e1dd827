//! Pictures on the team's copy: what moved since the plan was last looked at, and the
//! timeline of the case, each with the same in words (ux.md D4). The young person's copy has
//! none: what the team did is not hers to carry (rule 77).

mod lanes;
mod progress;
mod timeline;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::{CasePermit, Locale, Viewer};
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::paper::Part;
use crate::plans::content::Content;
use crate::plans::copies::words::Words;
use crate::plans::then::{Then, then};
use crate::timeline::{Rows, rows};

/// What the pictures are drawn of. All of it changes with the day alone, so that what was
/// looked at is what is made.
pub(in crate::plans::copies) struct Figures {
    today: NaiveDate,
    language: Locale,
    then: Option<Then>,
    rows: Rows,
}

/// Reads what the pictures of `case` are drawn of, within scope. `plan` is the one on paper.
pub(in crate::plans::copies) async fn figures(
    viewer: &Viewer,
    case: &CaseRow,
    plan: Uuid,
    language: Locale,
) -> Result<Figures, Refusal> {
    let today = viewer.app().clock().now().date_naive();
    let permit: &CasePermit = &case.permit;
    Ok(Figures {
        today,
        language,
        then: then(viewer, permit, plan).await?,
        rows: rows(viewer, case, lanes::span(today)).await?,
    })
}

impl Figures {
    /// The parts with the pictures, beside what the plan says now.
    pub fn parts(&self, now: &Content, words: Words) -> Result<Vec<Part>, Refusal> {
        let mut parts = Vec::new();
        if let Some(then) = &self.then {
            parts.push(progress::part(then, now, words));
        }
        parts.push(timeline::part(
            &self.rows,
            self.today,
            self.language,
            words,
        )?);
        Ok(parts)
    }
}
