//! Batches what contacts of a page ask for.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::support_contact;
use super::model::{CrisisType, FamilyNeed};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, shared};

/// The loaders of contacts.
pub struct ContactLoaders {
    newest: Batched<Newest>,
    needs: Batched<Needs>,
    crises: Batched<Crises>,
}

impl ContactLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: batched(Newest(viewer.clone())),
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
        let found = self.newest.load_one((case, most)).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
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

struct Newest(Viewer);

/// A case, and how many contacts of it.
type CaseAndMost = (Uuid, u64);

impl Loader<CaseAndMost> for Newest {
    type Value = Vec<support_contact::Model>;
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
