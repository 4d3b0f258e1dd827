//! Batches what the disclosures of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::disclosure;
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, find_in, list_of, newest, reads};
use crate::releases::model::InformationCategory;
use crate::releases::{Release, by_ids};

/// The loaders of disclosures.
pub struct DisclosureLoaders {
    newest: Batched<Newest<disclosure::Entity>>,
    categories: Batched<Categories>,
    releases: Batched<Releases>,
    of_referrals: Batched<OfReferrals>,
}

reads!(OfReferrals: Vec<disclosure::Model> = read::of_referrals);

reads!(Categories: Vec<InformationCategory> = read::categories_of);

struct Releases(Viewer);

impl Loader<Uuid> for Releases {
    type Value = Release;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        Ok(by_ids(&self.0, keys).await?.into_iter().collect())
    }
}

impl DisclosureLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            categories: batched(Categories(viewer.clone())),
            releases: batched(Releases(viewer.clone())),
            of_referrals: batched(OfReferrals(viewer.clone())),
        }
    }

    /// The newest disclosures of a case, one more than `most` when there are more.
    pub(super) async fn newest(
        &self,
        case: Uuid,
        most: u64,
    ) -> Result<Vec<disclosure::Model>, Refusal> {
        newest(&self.newest, case, most).await
    }

    /// The disclosures of a referral, newest first.
    pub(super) async fn of_referral(
        &self,
        referral: Uuid,
    ) -> Result<Vec<disclosure::Model>, Refusal> {
        list_of(&self.of_referrals, referral).await
    }

    /// The categories of a disclosure.
    pub(super) async fn categories(
        &self,
        disclosure: Uuid,
    ) -> Result<Vec<InformationCategory>, Refusal> {
        list_of(&self.categories, disclosure).await
    }

    /// A release.
    pub(super) async fn release(&self, id: Uuid) -> Result<Option<Release>, Refusal> {
        find_in(&self.releases, id).await
    }
}
