//! Finds templates and their versions.

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{plan_template, plan_template_version};
use super::model::Situation;
use crate::access::{Act, Viewer};
use crate::error::Refusal;
use crate::store::prelude::*;

/// Templates that an organisation may have; a list of them is whole.
pub(super) const MOST: u64 = 500;

/// Which templates.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TemplateFilter {
    pub situation: Option<Situation>,
    /// Those alone that are offered to who writes a plan.
    pub offered: bool,
}

/// The templates of one's organisation, by situation and then by title; none for those who
/// have nothing to do with them.
pub(super) async fn all(
    viewer: &Viewer,
    filter: TemplateFilter,
) -> Result<Vec<plan_template::Model>, Refusal> {
    use plan_template::Column as C;
    if viewer.may(Act::PlanTemplateView).is_err() {
        return Ok(Vec::new());
    }
    let mut asked = viewer.select::<plan_template::Entity>();
    if let Some(situation) = filter.situation {
        asked = asked.filter(C::Situation.eq(situation));
    }
    if filter.offered {
        asked = asked.filter(C::Withdrawn.eq(false)).filter(C::Number.gt(0));
    }
    let mut rows = asked.limit(MOST).all().await?;
    let place = |row: &plan_template::Model| {
        let situation = Situation::ALL.iter().position(|one| *one == row.situation);
        (situation, row.title.to_lowercase(), row.id)
    };
    rows.sort_by_cached_key(place);
    Ok(rows)
}

/// Those of the templates `ids` that one may see.
pub(super) async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, plan_template::Model>, Refusal> {
    if viewer.may(Act::PlanTemplateView).is_err() {
        return Ok(HashMap::new());
    }
    let rows = viewer.select::<plan_template::Entity>().by_ids(ids);
    let rows = rows.all().await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Those of the versions `ids` that one may see.
pub(super) async fn versions_by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, plan_template_version::Model>, Refusal> {
    if viewer.may(Act::PlanTemplateView).is_err() {
        return Ok(HashMap::new());
    }
    let rows = viewer.select::<plan_template_version::Entity>().by_ids(ids);
    let rows = rows.all().await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
