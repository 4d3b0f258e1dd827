//! Batches the referrals that the nodes of a page ask for.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{referral, referral_event};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, shared};

/// The loaders of referrals of one request.
pub struct ReferralLoaders {
    newest: Batched<Newest>,
    of_steps: Batched<OfSteps>,
    events: Batched<Events>,
}

impl ReferralLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: batched(Newest(viewer.clone())),
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
        let found = self.newest.load_one((case, most)).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
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

struct Newest(Viewer);

/// A case, and how many referrals of it.
type CaseAndMost = (Uuid, u64);

impl Loader<CaseAndMost> for Newest {
    type Value = Vec<referral::Model>;
    type Error = Arc<Refusal>;

    /// One statement for each number of rows that the document asks for.
    async fn load(
        &self,
        keys: &[CaseAndMost],
    ) -> Result<HashMap<CaseAndMost, Self::Value>, Arc<Refusal>> {
        let mut cases: BTreeMap<u64, Vec<Uuid>> = BTreeMap::new();
        for (case, most) in keys {
            cases.entry(*most).or_default().push(*case);
        }
        let mut found = HashMap::new();
        for (most, cases) in cases {
            let rows = read::newest_of(&self.0, &cases, most).await?;
            found.extend(rows.into_iter().map(|(case, rows)| ((case, most), rows)));
        }
        Ok(found)
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
