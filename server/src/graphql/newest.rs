//! Batches the newest rows of the cases of a page: their contacts, their referrals.

use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::{Batched, batched, list_of};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::store::{OfCases, newest_of};

/// A case, and how many rows of it.
type CaseAndMost = (Uuid, u64);

/// The newest `E` of cases.
pub(crate) struct Newest<E>(Viewer, PhantomData<fn() -> E>);

impl<E: OfCases> Newest<E>
where
    E::Model: Clone,
{
    pub(crate) fn batched(viewer: &Viewer) -> Batched<Self> {
        batched(Self(viewer.clone(), PhantomData))
    }
}

impl<E: OfCases> Loader<CaseAndMost> for Newest<E>
where
    E::Model: Clone,
{
    type Value = Vec<E::Model>;
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
            let rows = newest_of::<E>(&self.0, &cases, most).await?;
            found.extend(rows.into_iter().map(|(case, rows)| ((case, most), rows)));
        }
        Ok(found)
    }
}

/// The newest `E` of a case, one more than `most` when there are more.
pub(crate) async fn newest<E: OfCases>(
    loader: &Batched<Newest<E>>,
    case: Uuid,
    most: u64,
) -> Result<Vec<E::Model>, Refusal>
where
    E::Model: Clone,
{
    list_of(loader, (case, most)).await
}
