//! Batches what plans ask for: a plan with everything costs as many statements as an empty one.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{goal, plan, plan_version, step, strength};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, find_in, list_of, reads};

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
        find_in(&self.plans, case).await
    }

    /// The strengths of a plan.
    pub(super) async fn strengths(&self, plan: Uuid) -> Result<Vec<strength::Model>, Refusal> {
        list_of(&self.strengths, plan).await
    }

    /// The goals of a plan.
    pub(super) async fn goals(&self, plan: Uuid) -> Result<Vec<goal::Model>, Refusal> {
        list_of(&self.goals, plan).await
    }

    /// The steps of a goal.
    pub(super) async fn steps(&self, goal: Uuid) -> Result<Vec<step::Model>, Refusal> {
        list_of(&self.steps, goal).await
    }

    /// The step `id`.
    pub(super) async fn step(&self, id: Uuid) -> Result<Option<step::Model>, Refusal> {
        find_in(&self.steps_by_id, id).await
    }

    /// The goal `id`.
    pub(super) async fn goal(&self, id: Uuid) -> Result<Option<goal::Model>, Refusal> {
        find_in(&self.goals_by_id, id).await
    }

    /// The frozen versions of a plan.
    pub(super) async fn versions(&self, plan: Uuid) -> Result<Vec<plan_version::Model>, Refusal> {
        list_of(&self.versions, plan).await
    }
}

reads!(Plans: plan::Model = read::plans_of);

reads!(Strengths: Vec<strength::Model> = read::strengths_of);

reads!(Goals: Vec<goal::Model> = read::goals_of);

reads!(Steps: Vec<step::Model> = read::steps_of);

reads!(Versions: Vec<plan_version::Model> = read::versions_of);

reads!(StepsById: step::Model = read::steps_by_id);

reads!(GoalsById: goal::Model = read::goals_by_id);
