//! Batches what the nodes of a page ask for, so that a page of N rows costs a fixed
//! number of statements. Each loader carries the viewer, like every read.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
use uuid::Uuid;

use super::gather;
use crate::access::{RoleSet, Viewer};
use crate::cases::entity::case_person;
use crate::cases::{self, CaseRow, TeamMember};
use crate::error::Refusal;
use crate::people::{self, Colleague};
use crate::requests::{self, RequestRow};

/// The loaders of one request.
pub struct Loaders {
    colleagues: Batched<Colleagues>,
    roles: Batched<Roles>,
    cases: Batched<Cases>,
    teams: Batched<Teams>,
    people: Batched<People>,
    requests: Batched<Requests>,
}

impl Loaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            colleagues: batched(Colleagues(viewer.clone())),
            roles: batched(Roles(viewer.clone())),
            cases: batched(Cases(viewer.clone())),
            teams: batched(Teams(viewer.clone())),
            people: batched(People(viewer.clone())),
            requests: batched(Requests(viewer.clone())),
        }
    }

    /// The colleague `id`.
    pub async fn colleague(&self, id: Uuid) -> Result<Option<Colleague>, Refusal> {
        self.colleagues.load_one(id).await.map_err(shared)
    }

    /// The roles that the colleague `id` holds now.
    pub async fn roles(&self, id: Uuid) -> Result<RoleSet, Refusal> {
        let held = self.roles.load_one(id).await.map_err(shared)?;
        Ok(held.unwrap_or_default())
    }

    /// The case `id`, if it is in reach.
    pub async fn case(&self, id: Uuid) -> Result<Option<Arc<CaseRow>>, Refusal> {
        self.cases.load_one(id).await.map_err(shared)
    }

    /// The present team of a case.
    pub async fn team(&self, case: Uuid) -> Result<Vec<TeamMember>, Refusal> {
        Ok(self
            .teams
            .load_one(case)
            .await
            .map_err(shared)?
            .unwrap_or_default())
    }

    /// The people on a case.
    pub async fn people(&self, case: Uuid) -> Result<Vec<case_person::Model>, Refusal> {
        Ok(self
            .people
            .load_one(case)
            .await
            .map_err(shared)?
            .unwrap_or_default())
    }

    /// The request `id`, if one may see it.
    pub async fn request(&self, id: Uuid) -> Result<Option<Arc<RequestRow>>, Refusal> {
        self.requests.load_one(id).await.map_err(shared)
    }
}

/// A loader of one request: gathers keys, asks once, remembers.
pub(crate) type Batched<L> = DataLoader<L, HashMapCache>;

/// A slice's loader, set up as all are.
pub(crate) fn batched<K, L>(loader: L) -> Batched<L>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
    L: Loader<K>,
{
    DataLoader::with_cache(loader, gather::begin, HashMapCache::default()).delay(Duration::ZERO)
}

/// All who waited get the same refusal; only one can have the original.
pub(crate) fn shared(refusal: Arc<Refusal>) -> Refusal {
    Arc::try_unwrap(refusal).unwrap_or(Refusal::Fault(crate::error::Fault::Broken(
        "a batch that failed",
    )))
}

struct Colleagues(Viewer);

impl Loader<Uuid> for Colleagues {
    type Value = Colleague;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Colleague>, Arc<Refusal>> {
        people::colleagues_by_id(&self.0, keys)
            .await
            .map_err(Arc::new)
    }
}

struct Roles(Viewer);

impl Loader<Uuid> for Roles {
    type Value = RoleSet;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, RoleSet>, Arc<Refusal>> {
        people::roles_of(&self.0, keys).await.map_err(Arc::new)
    }
}

struct Cases(Viewer);

impl Loader<Uuid> for Cases {
    type Value = Arc<CaseRow>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Arc<CaseRow>>, Arc<Refusal>> {
        let rows = cases::by_ids(&self.0, keys).await.map_err(Arc::new)?;
        Ok(rows
            .into_iter()
            .map(|row| (row.case.id, Arc::new(row)))
            .collect())
    }
}

struct Teams(Viewer);

impl Loader<Uuid> for Teams {
    type Value = Vec<TeamMember>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<TeamMember>>, Arc<Refusal>> {
        cases::team_of(&self.0, keys).await.map_err(Arc::new)
    }
}

struct People(Viewer);

impl Loader<Uuid> for People {
    type Value = Vec<case_person::Model>;
    type Error = Arc<Refusal>;

    async fn load(
        &self,
        keys: &[Uuid],
    ) -> Result<HashMap<Uuid, Vec<case_person::Model>>, Arc<Refusal>> {
        cases::people_of(&self.0, keys).await.map_err(Arc::new)
    }
}

struct Requests(Viewer);

impl Loader<Uuid> for Requests {
    type Value = Arc<RequestRow>;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Arc<RequestRow>>, Arc<Refusal>> {
        let rows = requests::by_ids(&self.0, keys).await.map_err(Arc::new)?;
        Ok(rows
            .into_iter()
            .map(|row| (row.request.id, Arc::new(row)))
            .collect())
    }
}
