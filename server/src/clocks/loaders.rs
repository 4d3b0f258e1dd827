//! Batches what the cases and clocks of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{clock, notice};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, find_in, list_of, reads};

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
        list_of(&self.running, case).await
    }

    /// A notice.
    pub(super) async fn notice(&self, id: Uuid) -> Result<Option<notice::Model>, Refusal> {
        find_in(&self.notices, id).await
    }
}

reads!(Running: Vec<clock::Model> = read::running_of);

struct Notices(Viewer);

impl Loader<Uuid> for Notices {
    type Value = notice::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        let rows = read::notices_by_ids(&self.0, keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}
