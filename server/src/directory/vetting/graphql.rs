//! What was checked, in GraphQL.

use async_graphql::{Context, ID, Object, Result};

use super::entity::capability_evidence;
use super::model::{CheckMethod, CheckedPart};
use super::read::{self, Vetted};
use crate::access::{Class, Viewer};
use crate::connection;
use crate::directory::model::{Capability, Capacity};
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id, page, policy};
use crate::people::User;
use crate::store::page::{Asked, Cursor};

/// Something that a service says it is able to do, and how that is known (rule 82).
pub struct StatedCapability {
    pub(in crate::directory) capability: Capability,
    pub(in crate::directory) evidence: Option<capability_evidence::Model>,
}

/// Something that a service says it is able to do, and how that is known (rule 82).
#[Object]
impl StatedCapability {
    /// What it is able to do, or whom it accepts.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn capability(&self) -> Capability {
        self.capability
    }

    /// How it is known; null while it is no more than what the service says of itself.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn evidence(&self) -> Option<CapabilityEvidenceShown> {
        self.evidence.clone().map(CapabilityEvidenceShown)
    }
}

/// How it is known that a service is able to do something (rule 82).
pub struct CapabilityEvidenceShown(capability_evidence::Model);

/// How it is known that a service is able to do something (rule 82).
#[Object(name = "StatedEvidence")]
impl CapabilityEvidenceShown {
    /// How it became known.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn method(&self) -> CheckMethod {
        self.0.method
    }

    /// What was seen or heard.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn words(&self) -> &str {
        &self.0.words
    }

    /// The day on which it was.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn on(&self) -> Day {
        Day(self.0.checked_on)
    }

    /// Who wrote it down; null where the directory's source told it.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.recorded_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }
}

/// A time that somebody checked a service (rule 81).
pub struct ServiceVetting(Vetted);

/// A time that somebody checked a service (rule 81).
#[Object]
impl ServiceVetting {
    /// The day.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn verified_on(&self) -> Day {
        Day(self.0.row.verified_on)
    }

    /// Who it was.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.row.verified_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// How; null of what was checked before it was asked for.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn method(&self) -> Option<CheckMethod> {
        self.0.row.method
    }

    /// What was confirmed.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn confirmed(&self) -> Vec<CheckedPart> {
        CheckedPart::read(&self.0.row.confirmed)
    }

    /// Whether there was room then.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn capacity(&self) -> Capacity {
        self.0.row.capacity
    }

    /// What who checked wrote down for those who keep the directory; null to everybody else
    /// (rule 80).
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn notes(&self) -> Option<&str> {
        self.0.notes.as_deref()
    }
}

connection!(ServiceVettingConnection, ServiceVettingEdge, ServiceVetting);

/// A page of the times that `service` was checked.
pub(in crate::directory) async fn list(
    viewer: &Viewer,
    service: &ID,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ServiceVettingConnection, Refusal> {
    let service = id::open(viewer.app(), Kind::Service, service)?;
    let after = page::place(viewer, read::NEWEST, after.as_deref())?;
    let found = read::page(viewer, service, Asked::rows(first)?, after.as_ref()).await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for vetted in found.rows {
        let place = Cursor::of_id(read::NEWEST, vetted.row.id);
        edges.push((page::cursor(viewer, &place)?, ServiceVetting(vetted)));
    }
    Ok(ServiceVettingConnection::of(
        edges,
        found.before,
        found.more,
    ))
}
