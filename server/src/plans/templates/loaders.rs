//! Batches what a list of templates asks for: each costs one statement, however many.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{
    plan_template, plan_template_review, plan_template_use, plan_template_version,
};
use super::read;
use crate::access::{Trace, Traced, Viewer};
use crate::error::Refusal;
use crate::graphql::{Batched, batched, find_in, list_of, lists, reads};
use crate::store::prelude::*;

/// The loaders of templates.
pub struct TemplateLoaders {
    templates: Batched<Templates>,
    versions: Batched<Versions>,
    versions_of: Batched<VersionsOf>,
    reviews: Batched<Reviews>,
    uses: Batched<Uses>,
}

impl TemplateLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            templates: batched(Templates(viewer.clone())),
            versions: batched(Versions(viewer.clone())),
            versions_of: batched(VersionsOf(viewer.clone())),
            reviews: batched(Reviews(viewer.clone())),
            uses: batched(Uses(viewer.clone())),
        }
    }

    /// The template `id`.
    pub(super) async fn template(&self, id: Uuid) -> Result<Option<plan_template::Model>, Refusal> {
        find_in(&self.templates, id).await
    }

    /// The version `id`.
    pub(super) async fn version(
        &self,
        id: Uuid,
    ) -> Result<Option<plan_template_version::Model>, Refusal> {
        find_in(&self.versions, id).await
    }

    /// The versions of a template, the newest first.
    pub(super) async fn versions_of(
        &self,
        template: Uuid,
    ) -> Result<Vec<plan_template_version::Model>, Refusal> {
        list_of(&self.versions_of, template).await
    }

    /// What was said in reviews of a version, the latest first.
    pub(super) async fn reviews(
        &self,
        version: Uuid,
    ) -> Result<Vec<plan_template_review::Model>, Refusal> {
        list_of(&self.reviews, version).await
    }

    /// How many plans took goals from a version.
    pub(super) async fn uses(&self, version: Uuid) -> Result<i32, Refusal> {
        list_of(&self.uses, version).await
    }
}

reads!(Templates: plan_template::Model = read::by_ids);

reads!(Versions: plan_template_version::Model = read::versions_by_ids);

lists!(VersionsOf: plan_template_version by TemplateId, template_id, Desc of Number);

lists!(Reviews: plan_template_review by TemplateVersionId, template_version_id, Desc of Id);

struct Uses(Viewer);

#[derive(FromQueryResult)]
struct Used {
    template_version_id: Uuid,
    plans: i64,
}

impl Traced for Used {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

impl Loader<Uuid> for Uses {
    type Value = i32;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, i32>, Arc<Refusal>> {
        use plan_template_use::Column as C;
        let used = self
            .0
            .select::<plan_template_use::Entity>()
            .filter(C::TemplateVersionId.is_in(keys.iter().copied()))
            .shape(|select| {
                select
                    .select_only()
                    .column(C::TemplateVersionId)
                    .expr_as(Func::count(Expr::val(1)), "plans")
                    .group_by(C::TemplateVersionId)
            })
            .all_as::<Used>()
            .await?;
        let number = |used: Used| {
            let plans = i32::try_from(used.plans).unwrap_or(i32::MAX);
            (used.template_version_id, plans)
        };
        Ok(used.into_iter().map(number).collect())
    }
}
