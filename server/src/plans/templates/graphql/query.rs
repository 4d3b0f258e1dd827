//! Reads of templates.

use async_graphql::{Context, Object, Result};
use uuid::Uuid;

use super::template::PlanTemplate;
use super::version::PlanTemplateVersion;
use crate::access::{Class, Viewer};
use crate::error::Refusal;
use crate::graphql::{answer, policy, viewer};
use crate::plans::templates::model::Situation;
use crate::plans::templates::read::{self, TemplateFilter};

type Nodes<T> = std::result::Result<Vec<(Uuid, T)>, Refusal>;

/// Those of the templates `ids` that one may see.
pub async fn templates_by_id(viewer: &Viewer, ids: &[Uuid]) -> Nodes<PlanTemplate> {
    let rows = read::by_ids(viewer, ids).await?.into_iter();
    Ok(rows.map(|(id, row)| (id, PlanTemplate(row))).collect())
}

/// Those of the versions `ids` that one may see.
pub async fn versions_by_id(viewer: &Viewer, ids: &[Uuid]) -> Nodes<PlanTemplateVersion> {
    let rows = read::versions_by_ids(viewer, ids).await?.into_iter();
    let version = |(id, row)| (id, PlanTemplateVersion(row));
    Ok(rows.map(version).collect())
}

/// Reads of templates.
#[derive(Default)]
pub struct TemplateQuery;

#[Object]
impl TemplateQuery {
    /// The templates of one's organisation by situation and title, at most 500; empty for
    /// those who have nothing to do with them. With `offered`, those alone from which may
    /// be taken.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_templates(
        &self,
        ctx: &Context<'_>,
        situation: Option<Situation>,
        #[graphql(default)] offered: bool,
    ) -> Result<Vec<PlanTemplate>> {
        let filter = TemplateFilter { situation, offered };
        let rows = answer(ctx, read::all(viewer(ctx)?, filter).await)?;
        Ok(rows.into_iter().map(PlanTemplate).collect())
    }
}
