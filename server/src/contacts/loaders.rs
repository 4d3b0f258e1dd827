//! Batches what contacts of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::support_contact;
use super::model::{CrisisType, FamilyNeed};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, newest, shared};

/// The loaders of contacts.
pub struct ContactLoaders {
    newest: Batched<Newest<support_contact::Entity>>,
    needs: Batched<Needs>,
    crises: Batched<Crises>,
}

impl ContactLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            needs: batched(Needs(viewer.clone())),
            crises: batched(Crises(viewer.clone())),
        }
    }

    /// The newest contacts of a case, one more than `most` when there are more.
    pub(super) async fn newest(
        &self,
        case: Uuid,
        most: u64,
    ) -> Result<Vec<support_contact::Model>, Refusal> {
        newest(&self.newest, case, most).await
    }

    /// The needs raised in a contact.
    pub(super) async fn needs(&self, contact: Uuid) -> Result<Vec<FamilyNeed>, Refusal> {
        let found = self.needs.load_one(contact).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }

    /// What was in crisis in a contact.
    pub(super) async fn crises(&self, contact: Uuid) -> Result<Vec<CrisisType>, Refusal> {
        let found = self.crises.load_one(contact).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }
}

struct Needs(Viewer);

impl Loader<Uuid> for Needs {
    type Value = Vec<FamilyNeed>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        Ok(read::needs_of(&self.0, keys).await?)
    }
}

struct Crises(Viewer);

impl Loader<Uuid> for Crises {
    type Value = Vec<CrisisType>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        Ok(read::crises_of(&self.0, keys).await?)
    }
}
