//! The conditions of what a service is known to be: open to who seeks, or of tribes.

use chrono::NaiveDate;

use super::entity::{service, service_capability};
use super::has;
use super::model::{Capability, Capacity, ServiceCategory};
use crate::store::prelude::*;

/// Active, verified since `fresh_since` and accepting (rule 85): it did not say that it has no room, or a
/// list of those who wait.
pub(crate) fn accepting(fresh_since: NaiveDate) -> Condition {
    use service::Column as S;
    Condition::all()
        .add(S::Closed.eq(false))
        .add(S::VerifiedOn.gte(fresh_since))
        .add(S::Capacity.is_not_in([Capacity::NoCapacity, Capacity::Waitlist]))
}

/// A tribal program: it says so by its kind, or that it is at home in the law of tribes (ICWA).
pub(crate) fn tribal() -> SimpleExpr {
    service::Column::Category
        .eq(ServiceCategory::TribalServices)
        .or(able_to(Capability::IcwaCompetent))
}

/// Able to do this.
pub(crate) fn able_to(capability: Capability) -> SimpleExpr {
    use service_capability::Column as A;
    let this = A::Capability.eq(capability);
    has(service_capability::Entity, A::ServiceId, this)
}

/// Takes everybody from `youngest` to `oldest` years.
pub(crate) fn takes(youngest: i32, oldest: i32) -> Condition {
    use service::Column as S;
    Condition::all()
        .add(S::MinimumAge.is_null().or(S::MinimumAge.lte(youngest)))
        .add(S::MaximumAge.is_null().or(S::MaximumAge.gte(oldest)))
}
