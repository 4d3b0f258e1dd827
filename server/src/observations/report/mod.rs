//! Reports that were made. Where one comes with all of the evidence that a clock asks for
//! (rule 49), it is kept as a notice too, and ends the clock that waits for it. A correction
//! takes the clock with it: see [`mod@correct`].

pub(super) mod correct;
pub(super) mod record;
pub(super) mod said;

mod tell;

use uuid::Uuid;

use crate::vault::Place;

/// The place of a sealed column.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "tip_record",
        column,
        row,
    }
}

/// The place of a sealed column of a past wording.
pub(super) fn past_place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "tip_record_past",
        column,
        row,
    }
}
