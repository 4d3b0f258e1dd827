//! Batches the referrals that the nodes of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{referral, referral_event};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, newest, shared};

/// The loaders of referrals of one request.
pub struct ReferralLoaders {
    newest: Batched<Newest<referral::Entity>>,
    of_steps: Batched<OfSteps>,
    events: Batched<Events>,
}

impl ReferralLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            of_steps: batched(OfSteps(viewer.clone())),
            events: batched(Events(viewer.clone())),
        }
    }

    /// The newest referrals of a case, one more than `most` when there are more.
    pub(super) async fn newest(
        &self,
        case: Uuid,
        most: u64,
    ) -> Result<Vec<referral::Model>, Refusal> {
        newest(&self.newest, case, most).await
    }

    /// The latest referral of a plan's step.
    pub(super) async fn of_step(&self, step: Uuid) -> Result<Option<referral::Model>, Refusal> {
        self.of_steps.load_one(step).await.map_err(shared)
    }

    /// The moves of a referral, oldest first.
    pub(super) async fn events(
        &self,
        referral: Uuid,
    ) -> Result<Vec<referral_event::Model>, Refusal> {
        let found = self.events.load_one(referral).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }
}

struct OfSteps(Viewer);

impl Loader<Uuid> for OfSteps {
    type Value = referral::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        read::of_steps(&self.0, keys).await.map_err(Arc::new)
    }
}

struct Events(Viewer);

impl Loader<Uuid> for Events {
    type Value = Vec<referral_event::Model>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        read::events_of(&self.0, keys).await.map_err(Arc::new)
    }
}
