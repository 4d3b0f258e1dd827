//! Batches what documents ask of how cases went on. Each costs one statement, however many
//! cases there are.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::assignment;
use super::facts::entity::case_fact_change;
use super::person::also_on;
use super::status::entity::case_status_change;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, list_of, lists, newest, reads};
use crate::store::prelude::*;

lists!(StatusChanges: case_status_change by CaseId, case_id);
lists!(FactChanges: case_fact_change by CaseId, case_id);

/// The loaders of how cases went on.
pub struct CaseLoaders {
    status_changes: Batched<StatusChanges>,
    fact_changes: Batched<FactChanges>,
    also_on: Batched<AlsoOn>,
    former_team: Batched<Newest<assignment::Entity>>,
}

reads!(AlsoOn: Vec<Uuid> = also_on);

impl CaseLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            status_changes: batched(StatusChanges(viewer.clone())),
            fact_changes: batched(FactChanges(viewer.clone())),
            also_on: batched(AlsoOn(viewer.clone())),
            former_team: Newest::batched(viewer),
        }
    }

    /// Where a case stood, oldest first.
    pub(super) async fn status_changes(
        &self,
        case: Uuid,
    ) -> Result<Vec<case_status_change::Model>, Refusal> {
        list_of(&self.status_changes, case).await
    }

    /// What changed of a case's facts, oldest first.
    pub(super) async fn fact_changes(
        &self,
        case: Uuid,
    ) -> Result<Vec<case_fact_change::Model>, Refusal> {
        list_of(&self.fact_changes, case).await
    }

    /// Who was on a case's team, whoever left last first; at most `most`.
    pub(super) async fn former_team(
        &self,
        case: Uuid,
        most: u64,
    ) -> Result<Vec<assignment::Model>, Refusal> {
        let mut rows = newest(&self.former_team, case, most).await?;
        rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(rows)
    }

    /// The cases in reach on which a person is, by what their records have in common.
    pub(super) async fn also_on(&self, same_person: Uuid) -> Result<Vec<Uuid>, Refusal> {
        list_of(&self.also_on, same_person).await
    }
}
