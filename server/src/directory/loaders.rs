//! Batches the services that the nodes of a page name.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::read::by_ids;
use super::row::ServiceRow;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, find_in, reads};

/// The directory's loaders of one request.
pub struct DirectoryLoaders {
    services: Batched<Services>,
}

impl DirectoryLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            services: batched(Services(viewer.clone())),
        }
    }

    /// The service `id`.
    pub async fn service(&self, id: Uuid) -> Result<Option<ServiceRow>, Refusal> {
        find_in(&self.services, id).await
    }
}

reads!(Services: ServiceRow = by_ids);
