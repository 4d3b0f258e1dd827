//! Batches what contacts of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::support_contact;
use super::model::{CrisisType, FamilyNeed};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, list_of, newest, reads};

/// The loaders of contacts.
pub struct ContactLoaders {
    newest: Batched<Newest<support_contact::Entity>>,
    needs: Batched<Needs>,
    crises: Batched<Crises>,
}

impl ContactLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
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
        newest(&self.newest, case, most).await
    }

    /// The needs raised in a contact.
    pub(super) async fn needs(&self, contact: Uuid) -> Result<Vec<FamilyNeed>, Refusal> {
        list_of(&self.needs, contact).await
    }

    /// What was in crisis in a contact.
    pub(super) async fn crises(&self, contact: Uuid) -> Result<Vec<CrisisType>, Refusal> {
        list_of(&self.crises, contact).await
    }
}

reads!(Needs: Vec<FamilyNeed> = read::needs_of);

reads!(Crises: Vec<CrisisType> = read::crises_of);
