//! Batches what cases ask of their papers and stages.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::{safety_plan, stage_entry, support_profile};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, find_in, list_of};
use crate::store::prelude::*;

/// The loaders of what helps a young person, by case.
pub struct SupportLoaders {
    profiles: Batched<Profiles>,
    safety: Batched<SafetyPlans>,
    stages: Batched<Stages>,
}

impl SupportLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            profiles: batched(Profiles(viewer.clone())),
            safety: batched(SafetyPlans(viewer.clone())),
            stages: batched(Stages(viewer.clone())),
        }
    }

    /// The support profile of a case.
    pub(in crate::plans) async fn profile(
        &self,
        case: Uuid,
    ) -> Result<Option<support_profile::Model>, Refusal> {
        find_in(&self.profiles, case).await
    }

    /// The safety plan of a case.
    pub(in crate::plans) async fn safety(
        &self,
        case: Uuid,
    ) -> Result<Option<safety_plan::Model>, Refusal> {
        find_in(&self.safety, case).await
    }

    /// The stages that were noted in a case, latest first.
    pub(in crate::plans) async fn stages(
        &self,
        case: Uuid,
    ) -> Result<Vec<stage_entry::Model>, Refusal> {
        list_of(&self.stages, case).await
    }
}

struct Profiles(Viewer);

impl Loader<Uuid> for Profiles {
    type Value = support_profile::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Self::Error> {
        let of_cases = support_profile::Column::CaseId.is_in(keys.iter().copied());
        let rows = self.0.select::<support_profile::Entity>().filter(of_cases);
        let rows = rows.all().await?;
        Ok(rows.into_iter().map(|row| (row.case_id, row)).collect())
    }
}

struct SafetyPlans(Viewer);

impl Loader<Uuid> for SafetyPlans {
    type Value = safety_plan::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Self::Error> {
        let of_cases = safety_plan::Column::CaseId.is_in(keys.iter().copied());
        let rows = self.0.select::<safety_plan::Entity>().filter(of_cases);
        let rows = rows.all().await?;
        Ok(rows.into_iter().map(|row| (row.case_id, row)).collect())
    }
}

struct Stages(Viewer);

impl Loader<Uuid> for Stages {
    type Value = Vec<stage_entry::Model>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Self::Error> {
        let of_cases = stage_entry::Column::CaseId.is_in(keys.iter().copied());
        let rows = self
            .0
            .select::<stage_entry::Entity>()
            .filter(of_cases)
            .order(stage_entry::Column::NotedOn, Order::Desc)
            .order(stage_entry::Column::Id, Order::Desc)
            .all()
            .await?;
        let mut of_case: HashMap<Uuid, Self::Value> = HashMap::new();
        for row in rows {
            of_case.entry(row.case_id).or_default().push(row);
        }
        Ok(of_case)
    }
}
