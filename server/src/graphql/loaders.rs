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
        find_in(&self.colleagues, id).await
    }

    /// The roles that the colleague `id` holds now.
    pub async fn roles(&self, id: Uuid) -> Result<RoleSet, Refusal> {
        list_of(&self.roles, id).await
    }

    /// The case `id`, if it is in reach.
    pub async fn case(&self, id: Uuid) -> Result<Option<Arc<CaseRow>>, Refusal> {
        find_in(&self.cases, id).await
    }

    /// Those of the cases `ids` that are in reach.
    pub async fn cases(&self, ids: Vec<Uuid>) -> Result<HashMap<Uuid, Arc<CaseRow>>, Refusal> {
        self.cases.load_many(ids).await.map_err(shared)
    }

    /// The present team of a case.
    pub async fn team(&self, case: Uuid) -> Result<Vec<TeamMember>, Refusal> {
        list_of(&self.teams, case).await
    }

    /// The people on a case.
    pub async fn people(&self, case: Uuid) -> Result<Vec<case_person::Model>, Refusal> {
        list_of(&self.people, case).await
    }

    /// The request `id`, if one may see it.
    pub async fn request(&self, id: Uuid) -> Result<Option<Arc<RequestRow>>, Refusal> {
        find_in(&self.requests, id).await
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

/// A loader of rows by what they belong to, in the order in which they were made, or in another.
macro_rules! lists {
    ($loader:ident: $entity:ident by $column:ident, $key:ident) => {
        $crate::graphql::lists!($loader: $entity by $column, $key, Asc of Id);
    };
    ($loader:ident: $entity:ident by $column:ident, $key:ident, $order:ident of $sort:ident) => {
        struct $loader(Viewer);

        impl Loader<Uuid> for $loader {
            type Value = Vec<$entity::Model>;
            type Error = Arc<Refusal>;

            async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Self::Error> {
                let rows = self
                    .0
                    .select::<$entity::Entity>()
                    .filter($entity::Column::$column.is_in(keys.iter().copied()))
                    .order($entity::Column::$sort, Order::$order)
                    .all()
                    .await?;
                let mut lists: HashMap<Uuid, Self::Value> = HashMap::new();
                for row in rows {
                    lists.entry(row.$key).or_default().push(row);
                }
                Ok(lists)
            }
        }
    };
}
pub(crate) use lists;

/// A loader of what a function reads for the viewer and all keys at once.
macro_rules! reads {
    ($loader:ident: $value:ty = $read:path) => {
        struct $loader(Viewer);

        impl Loader<Uuid> for $loader {
            type Value = $value;
            type Error = Arc<Refusal>;

            async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Self::Error> {
                Ok($read(&self.0, keys).await?)
            }
        }
    };
}
pub(crate) use reads;

/// For each of the loaders of lists, a method of its name that gives the list of one key.
macro_rules! list_methods {
    ($($name:ident: $value:ty),+ $(,)?) => {$(
        pub(super) async fn $name(&self, key: Uuid) -> Result<Vec<$value>, Refusal> {
            $crate::graphql::list_of(&self.$name, key).await
        }
    )+};
}
pub(crate) use list_methods;

/// What the loader has for `key`.
pub(crate) async fn find_in<K, L>(loader: &Batched<L>, key: K) -> Result<Option<L::Value>, Refusal>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
    L: Loader<K, Error = Arc<Refusal>>,
{
    loader.load_one(key).await.map_err(shared)
}

/// What the loader has for `key`: nothing of it is an empty list, or whatever is empty.
pub(crate) async fn list_of<K, L>(loader: &Batched<L>, key: K) -> Result<L::Value, Refusal>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
    L: Loader<K, Value: Default, Error = Arc<Refusal>>,
{
    Ok(find_in(loader, key).await?.unwrap_or_default())
}

/// All who waited get the same refusal; only one can have the original.
pub(crate) fn shared(refusal: Arc<Refusal>) -> Refusal {
    Arc::try_unwrap(refusal).unwrap_or(Refusal::Fault(crate::error::Fault::Broken(
        "a batch that failed",
    )))
}

reads!(Colleagues: Colleague = people::colleagues_by_id);

reads!(Roles: RoleSet = people::roles_of);

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

reads!(Teams: Vec<TeamMember> = cases::team_of);

reads!(People: Vec<case_person::Model> = cases::people_of);

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
