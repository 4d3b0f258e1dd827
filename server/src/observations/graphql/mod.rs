//! Observations in GraphQL, and what stands beside them.

mod before;
mod earlier;
mod inputs;
mod known;
mod mutation;
mod observation;
mod on_case;
mod report;
mod screening;
mod waiting;

pub use known::{TraffickingTypeEntry, types_by_id};
pub use mutation::ObservationMutation;
pub use observation::{Observation, observations_by_id};
pub use on_case::OnCase;
pub use report::{ReportMade, reports_by_id};
pub use screening::{ScreeningReference, screenings_by_id};
pub use waiting::ObservationQuery;

use crate::access::{CasePermit, Class};
use crate::error::{Fault, Refusal};
use crate::vault::{Place, SealedBytes};

/// What a sealed column of this slice holds; `None` for those who do not see its class.
fn opened(
    permit: &CasePermit,
    place: Place,
    sealed: Option<&SealedBytes>,
) -> Result<Option<String>, Refusal> {
    permit.open_some(Class::Observation, place, sealed)
}

/// What a sealed column holds that is never empty. Whoever finds the row sees its class.
fn needed(permit: &CasePermit, place: Place, sealed: &SealedBytes) -> Result<String, Refusal> {
    let found = permit.open(Class::Observation, place, sealed)?;
    found.ok_or(Refusal::Fault(Fault::Broken("a row that is not shown")))
}
