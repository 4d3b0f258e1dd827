//! Batches what the releases of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{release, signature};
use super::read::{self, Codes};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, list_of, lists, newest, reads};
use crate::store::prelude::*;

lists!(Signatures: signature by ReleaseId, release_id);
lists!(OfCases: release by CaseId, case_id);

/// The loaders of releases.
pub struct ReleaseLoaders {
    newest: Batched<Newest<release::Entity>>,
    codes: Batched<CodesOf>,
    signatures: Batched<Signatures>,
    of_cases: Batched<OfCases>,
}

reads!(CodesOf: Codes = read::codes_of);

impl ReleaseLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            codes: batched(CodesOf(viewer.clone())),
            signatures: batched(Signatures(viewer.clone())),
            of_cases: batched(OfCases(viewer.clone())),
        }
    }

    /// The newest releases of a case, one more than `most` when there are more.
    pub(super) async fn newest(
        &self,
        case: Uuid,
        most: u64,
    ) -> Result<Vec<release::Model>, Refusal> {
        newest(&self.newest, case, most).await
    }

    /// All releases of a case, in the order in which they were drafted.
    pub(super) async fn of_case(&self, case: Uuid) -> Result<Vec<release::Model>, Refusal> {
        list_of(&self.of_cases, case).await
    }

    /// What a release covers, and how.
    pub(super) async fn codes(&self, release: Uuid) -> Result<Codes, Refusal> {
        list_of(&self.codes, release).await
    }

    /// The names under a release, in the order in which they were written down.
    pub(super) async fn signatures(&self, release: Uuid) -> Result<Vec<signature::Model>, Refusal> {
        list_of(&self.signatures, release).await
    }
}
