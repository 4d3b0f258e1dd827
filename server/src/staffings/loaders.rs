//! Batches what the nodes of a page ask for about staffings.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use chrono::{DateTime, Utc};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::entity::staffing;
use super::read;
use crate::access::{Act, OwnerPermit, Viewer};
use crate::error::Refusal;
use crate::graphql::{Batched, batched, shared};

/// The loaders of staffings of one request.
pub struct StaffingLoaders {
    viewer: Viewer,
    permit: OnceCell<Option<OwnerPermit>>,
    cases: Batched<Cases>,
    of_cases: Batched<OfCases>,
    next: Batched<Next>,
}

impl StaffingLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            viewer: viewer.clone(),
            permit: OnceCell::new(),
            cases: batched(Cases(viewer.clone())),
            of_cases: batched(OfCases(viewer.clone())),
            next: batched(Next(viewer.clone())),
        }
    }

    /// The means to read purposes; found once a request. `None` while there are none.
    pub(super) async fn permit(&self) -> Result<Option<OwnerPermit>, Refusal> {
        let find = || OwnerPermit::shared(&self.viewer, Act::StaffingView);
        self.permit.get_or_try_init(find).await.cloned()
    }

    /// The cases in reach on the agenda of a staffing.
    pub(super) async fn cases(&self, staffing: Uuid) -> Result<Vec<Uuid>, Refusal> {
        let found = self.cases.load_one(staffing).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }

    /// All staffings of a case, the latest first.
    pub(super) async fn of_case(&self, case: Uuid) -> Result<Vec<staffing::Model>, Refusal> {
        let found = self.of_cases.load_one(case).await.map_err(shared)?;
        Ok(found.unwrap_or_default())
    }

    /// When a case is staffed next, read from the staffings themselves.
    pub(super) async fn next(&self, case: Uuid) -> Result<Option<DateTime<Utc>>, Refusal> {
        self.next.load_one(case).await.map_err(shared)
    }
}

struct Cases(Viewer);

impl Loader<Uuid> for Cases {
    type Value = Vec<Uuid>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        read::cases_of(&self.0, keys).await.map_err(Arc::new)
    }
}

struct OfCases(Viewer);

impl Loader<Uuid> for OfCases {
    type Value = Vec<staffing::Model>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        read::of_cases(&self.0, keys).await.map_err(Arc::new)
    }
}

struct Next(Viewer);

impl Loader<Uuid> for Next {
    type Value = DateTime<Utc>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
        read::next_of_cases(&self.0, keys).await.map_err(Arc::new)
    }
}
