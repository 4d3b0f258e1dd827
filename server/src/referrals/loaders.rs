//! Batches the referrals that the nodes of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{referral, referral_event, warm_hand_off};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, find_in, list_of, newest, reads};

/// The loaders of referrals of one request.
pub struct ReferralLoaders {
    newest: Batched<Newest<referral::Entity>>,
    of_steps: Batched<OfSteps>,
    events: Batched<Events>,
    hand_offs: Batched<HandOffs>,
    groups: Batched<Groups>,
    by_id: Batched<ById>,
}

impl ReferralLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            of_steps: batched(OfSteps(viewer.clone())),
            events: batched(Events(viewer.clone())),
            hand_offs: batched(HandOffs(viewer.clone())),
            groups: batched(Groups(viewer.clone())),
            by_id: batched(ById(viewer.clone())),
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

    /// A referral.
    pub(super) async fn one(&self, id: Uuid) -> Result<Option<referral::Model>, Refusal> {
        find_in(&self.by_id, id).await
    }

    /// The latest referral of a plan's step.
    pub(super) async fn of_step(&self, step: Uuid) -> Result<Option<referral::Model>, Refusal> {
        find_in(&self.of_steps, step).await
    }

    /// The moves of a referral, oldest first.
    pub(super) async fn events(
        &self,
        referral: Uuid,
    ) -> Result<Vec<referral_event::Model>, Refusal> {
        list_of(&self.events, referral).await
    }

    /// The referrals that were made together, in the order in which their services were named.
    pub(super) async fn group(&self, group: Uuid) -> Result<Vec<referral::Model>, Refusal> {
        list_of(&self.groups, group).await
    }

    /// The warm hand-offs of a referral, oldest first.
    pub(super) async fn hand_offs(
        &self,
        referral: Uuid,
    ) -> Result<Vec<warm_hand_off::Model>, Refusal> {
        list_of(&self.hand_offs, referral).await
    }
}

reads!(OfSteps: referral::Model = read::of_steps);

reads!(Events: Vec<referral_event::Model> = read::events_of);

reads!(HandOffs: Vec<warm_hand_off::Model> = read::hand_offs_of);

reads!(Groups: Vec<referral::Model> = read::of_groups);

struct ById(Viewer);

impl Loader<Uuid> for ById {
    type Value = referral::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Self::Error> {
        let rows = read::by_ids(&self.0, keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}
