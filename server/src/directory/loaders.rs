//! Batches the services that the nodes of a page name.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::hsds::details::{self, ServiceDetails};
use super::read::by_ids;
use super::row::ServiceRow;
use super::vetting::StatedCapability;
use super::vetting::entity::capability_evidence;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, find_in, list_of, lists, reads};
use crate::store::prelude::*;

/// The directory's loaders of one request.
pub struct DirectoryLoaders {
    services: Batched<Services>,
    evidence: Batched<EvidenceRows>,
    details: Batched<DetailRows>,
}

impl DirectoryLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            services: batched(Services(viewer.clone())),
            evidence: batched(EvidenceRows(viewer.clone())),
            details: batched(DetailRows(viewer.clone())),
        }
    }

    /// The service `id`.
    pub async fn service(&self, id: Uuid) -> Result<Option<ServiceRow>, Refusal> {
        find_in(&self.services, id).await
    }

    /// What a service says it is able to do, each with how it is known.
    pub(super) async fn stated(&self, of: &ServiceRow) -> Result<Vec<StatedCapability>, Refusal> {
        if of.capabilities.is_empty() {
            return Ok(Vec::new());
        }
        let mut evidence = list_of(&self.evidence, of.service.id).await?;
        let stated = of.capabilities.iter().map(|capability| {
            let place = evidence
                .iter()
                .position(|row| row.capability == *capability);
            StatedCapability {
                capability: *capability,
                evidence: place.map(|place| evidence.swap_remove(place)),
            }
        });
        Ok(stated.collect())
    }

    /// What its source tells of a service.
    pub(super) async fn details(&self, of: &ServiceRow) -> Result<Option<ServiceDetails>, Refusal> {
        let found = find_in(&self.details, of.service.id).await?;
        Ok(found.map(|details| ServiceDetails {
            // Whoever tells where it is, it is told to nobody (rule 45).
            places: match of.confidential() {
                true => Vec::new(),
                false => details.places,
            },
            ..details
        }))
    }
}

reads!(Services: ServiceRow = by_ids);
reads!(DetailRows: ServiceDetails = details::of_services);
lists!(EvidenceRows: capability_evidence by ServiceId, service_id, Asc of Capability);
