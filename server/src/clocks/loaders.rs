//! Batches what the cases and clocks of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{clock, notice};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, shared};

/// The loaders of clocks.
pub struct ClockLoaders {
    running: Batched<Running>,
    notices: Batched<Notices>,
}

impl ClockLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            running: batched(Running(viewer.clone())),
            notices: batched(Notices(viewer.clone())),
        }
    }

    /// The running clocks of a case, the first due first.
    pub(super) async fn running(&self, case: Uuid) -> Result<Vec<clock::Model>, Refusal> {
        let found = self.running.load_one(case).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }

    /// A notice.
    pub(super) async fn notice(&self, id: Uuid) -> Result<Option<notice::Model>, Refusal> {
        self.notices.load_one(id).await.map_err(shared)
    }
}

struct Running(Viewer);

impl Loader<Uuid> for Running {
    type Value = Vec<clock::Model>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        Ok(read::running_of(&self.0, keys).await?)
    }
}

struct Notices(Viewer);

impl Loader<Uuid> for Notices {
    type Value = notice::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        let rows = read::notices_by_ids(&self.0, keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}
