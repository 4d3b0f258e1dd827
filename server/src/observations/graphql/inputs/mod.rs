//! Inputs of observations and of what is known beside them, and what they become.

mod observation;
mod report;
mod screening;
mod trafficking;

pub use observation::{ObservationCorrectInput, ObservationRecordInput, ObservationReviewInput};
pub use report::{ReportMadeCorrectInput, ReportMadeRecordInput};
pub use screening::{ScreeningCorrectInput, ScreeningRecordInput};
pub use trafficking::{TraffickingTypeRecordInput, TraffickingTypeReviseInput};
