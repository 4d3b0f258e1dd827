//! Inputs of the work on the directory, as GraphQL has them.

use async_graphql::{ID, InputObject};

use super::close::ServiceClose;
use super::complete::ServiceComplete;
use crate::access::Viewer;
use crate::cases::model::State;
use crate::directory::model::ServiceCategory;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE};

/// Says of a service that waits what was missing.
#[derive(InputObject)]
pub struct ServiceCompleteInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The service that waits. It has no versions: it waits, or it does not any more.
    id: ID,
    /// What kind of help it gives.
    category: ServiceCategory,
    /// The state it is in.
    state: State,
    /// Whose service it is, where its source does not say so; at most 200 characters.
    organization_name: Option<String>,
}

impl ServiceCompleteInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ServiceComplete, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let organization_name = check.maybe("organizationName", self.organization_name, LINE);
        check.done()?;
        Ok(ServiceComplete {
            key,
            id: id::open(viewer.app(), Kind::WaitingService, &self.id)?,
            category: self.category,
            state: self.state,
            organization_name,
        })
    }
}

/// Says that a service has ended.
#[derive(InputObject)]
pub struct ServiceCloseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The service.
    id: ID,
    /// The service's version that was read.
    expected_version: i32,
}

impl ServiceCloseInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ServiceClose, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(ServiceClose {
            key,
            id: id::open(viewer.app(), Kind::Service, &self.id)?,
            expected_version: self.expected_version,
        })
    }
}
