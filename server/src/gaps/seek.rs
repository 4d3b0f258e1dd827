//! The conditions under which a service is one that who seeks would have found.

use chrono::{Days, NaiveDate};

use super::model::Population;
use crate::access::Viewer;
use crate::directory::entity::{service, service_capability, service_language};
use crate::directory::has;
use crate::directory::model::{Capability, Capacity, STALE_AFTER_DAYS, ServiceCategory};
use crate::store::prelude::*;

/// A service of `category` for all of `population`.
pub(super) fn suits(
    viewer: &Viewer,
    category: ServiceCategory,
    population: &Population,
) -> Condition {
    use service::Column as S;
    let mut all = Condition::all()
        .add(S::OrgId.eq(viewer.org()))
        .add(S::Category.eq(category));
    if let Some(band) = population.age {
        let (youngest, oldest) = band.years();
        all = all
            .add(S::MinimumAge.is_null().or(S::MinimumAge.lte(youngest)))
            .add(S::MaximumAge.is_null().or(S::MaximumAge.gte(oldest)));
    }
    for able in &population.accepts {
        all = all.add(able_to(*able));
    }
    for language in &population.languages {
        use service_language::Column as L;
        let spoken = L::Language.eq(language.name());
        all = all.add(has(service_language::Entity, L::ServiceId, spoken));
    }
    all
}

fn able_to(capability: Capability) -> SimpleExpr {
    use service_capability::Column as A;
    let this = A::Capability.eq(capability);
    has(service_capability::Entity, A::ServiceId, this)
}

/// Active, verified and accepting on `today`: it did not say that it has no room, or a list of
/// those who wait.
pub(super) fn open(today: NaiveDate) -> Condition {
    use service::Column as S;
    Condition::all()
        .add(S::Closed.eq(false))
        .add(S::VerifiedOn.gte(today - Days::new(STALE_AFTER_DAYS)))
        .add(S::Capacity.is_not_in([Capacity::NoCapacity, Capacity::Waitlist]))
}

/// A tribal program: it says so by its kind, or that it is at home in the law of tribes (ICWA).
pub(super) fn tribal() -> SimpleExpr {
    service::Column::Category
        .eq(ServiceCategory::TribalServices)
        .or(able_to(Capability::IcwaCompetent))
}
