//! Batches what plans ask for: a plan with everything costs as many statements as an empty one.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{goal, plan, plan_version, step, strength};
use super::read::{self, Grouped};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, shared};

/// The loaders of plans.
pub struct PlanLoaders {
    plans: Batched<Plans>,
    strengths: Batched<Strengths>,
    goals: Batched<Goals>,
    steps: Batched<Steps>,
    versions: Batched<Versions>,
    steps_by_id: Batched<StepsById>,
    goals_by_id: Batched<GoalsById>,
}

impl PlanLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            plans: batched(Plans(viewer.clone())),
            strengths: batched(Strengths(viewer.clone())),
            goals: batched(Goals(viewer.clone())),
            steps: batched(Steps(viewer.clone())),
            versions: batched(Versions(viewer.clone())),
            steps_by_id: batched(StepsById(viewer.clone())),
            goals_by_id: batched(GoalsById(viewer.clone())),
        }
    }

    /// The plan of a case.
    pub(super) async fn plan(&self, case: Uuid) -> Result<Option<plan::Model>, Refusal> {
        self.plans.load_one(case).await.map_err(shared)
    }

    /// The strengths of a plan.
    pub(super) async fn strengths(&self, plan: Uuid) -> Result<Vec<strength::Model>, Refusal> {
        let found = self.strengths.load_one(plan).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }

    /// The goals of a plan.
    pub(super) async fn goals(&self, plan: Uuid) -> Result<Vec<goal::Model>, Refusal> {
        let found = self.goals.load_one(plan).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }

    /// The steps of a goal.
    pub(super) async fn steps(&self, goal: Uuid) -> Result<Vec<step::Model>, Refusal> {
        let found = self.steps.load_one(goal).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }

    /// The step `id`.
    pub(super) async fn step(&self, id: Uuid) -> Result<Option<step::Model>, Refusal> {
        self.steps_by_id.load_one(id).await.map_err(shared)
    }

    /// The goal `id`.
    pub(super) async fn goal(&self, id: Uuid) -> Result<Option<goal::Model>, Refusal> {
        self.goals_by_id.load_one(id).await.map_err(shared)
    }

    /// The frozen versions of a plan.
    pub(super) async fn versions(&self, plan: Uuid) -> Result<Vec<plan_version::Model>, Refusal> {
        let found = self.versions.load_one(plan).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }
}

struct Plans(Viewer);

impl Loader<Uuid> for Plans {
    type Value = plan::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, plan::Model>, Arc<Refusal>> {
        Ok(read::plans_of(&self.0, keys).await?)
    }
}

struct Strengths(Viewer);

impl Loader<Uuid> for Strengths {
    type Value = Vec<strength::Model>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<Grouped<strength::Model>, Arc<Refusal>> {
        Ok(read::strengths_of(&self.0, keys).await?)
    }
}

struct Goals(Viewer);

impl Loader<Uuid> for Goals {
    type Value = Vec<goal::Model>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<Grouped<goal::Model>, Arc<Refusal>> {
        Ok(read::goals_of(&self.0, keys).await?)
    }
}

struct Steps(Viewer);

impl Loader<Uuid> for Steps {
    type Value = Vec<step::Model>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<Grouped<step::Model>, Arc<Refusal>> {
        Ok(read::steps_of(&self.0, keys).await?)
    }
}

struct Versions(Viewer);

impl Loader<Uuid> for Versions {
    type Value = Vec<plan_version::Model>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<Grouped<plan_version::Model>, Arc<Refusal>> {
        Ok(read::versions_of(&self.0, keys).await?)
    }
}

struct StepsById(Viewer);

impl Loader<Uuid> for StepsById {
    type Value = step::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, step::Model>, Arc<Refusal>> {
        Ok(read::steps_by_id(&self.0, keys).await?)
    }
}

struct GoalsById(Viewer);

impl Loader<Uuid> for GoalsById {
    type Value = goal::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, goal::Model>, Arc<Refusal>> {
        Ok(read::goals_by_id(&self.0, keys).await?)
    }
}
