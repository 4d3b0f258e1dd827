//! Screening that was done elsewhere (rule 8). There is no place here for a tool's items or
//! its scoring, and a result is told in words.

pub(super) mod correct;
pub(super) mod record;
pub(super) mod said;

use uuid::Uuid;

use crate::vault::Place;

/// The place of a sealed column.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "screening_reference",
        column,
        row,
    }
}

/// The place of a sealed column of a past wording.
pub(super) fn past_place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "screening_reference_past",
        column,
        row,
    }
}
