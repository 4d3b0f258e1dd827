//! The conditions under which a service is one that who seeks would have found, and under which
//! what was sought is of those who are asked about.

use super::entity::unmet_need;
use super::model::Population;
use crate::access::Viewer;
use crate::directory::entity::{service, service_language};
use crate::directory::model::{Capability, ServiceCategory};
use crate::directory::{able_to, has, takes};
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
        all = all.add(takes(youngest, oldest));
    }
    for able in &population.accepts {
        all = all.add(able_to(*able));
    }
    for name in population.languages.iter().filter_map(|one| one.name()) {
        use service_language::Column as L;
        let spoken = L::Language.eq(name);
        all = all.add(has(service_language::Entity, L::ServiceId, spoken));
    }
    all
}

/// Sought for those who are all of `population`, and perhaps more.
pub(super) fn said_of(population: &Population) -> Condition {
    let codes = population.codes().map(says);
    codes.fold(Condition::all(), Condition::add)
}

/// Sought of tribal programs.
pub(super) fn of_tribes() -> Condition {
    Condition::any()
        .add(unmet_need::Column::Category.eq(ServiceCategory::TribalServices))
        .add(says(Capability::IcwaCompetent.code()))
}

fn says(code: &'static str) -> SimpleExpr {
    unmet_need::Column::Population.contains(format!(",{code},"))
}
