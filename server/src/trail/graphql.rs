//! Reads of the trail in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::read::{self, TrailRow};
use super::types::AuditEntry;
use crate::access::{Act, Class, Viewer};
use crate::cases::CaseRow;
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{answer, found, page, policy, viewer};
use crate::store::page::{Asked, Page};

connection!(AuditEntryConnection, AuditEntryEdge, AuditEntry);

impl AuditEntryConnection {
    fn from_page(viewer: &Viewer, found: Page<TrailRow>) -> std::result::Result<Self, Refusal> {
        let mut edges = Vec::with_capacity(found.rows.len());
        for row in found.rows {
            edges.push((
                page::cursor(viewer, &read::place_of(&row))?,
                AuditEntry(row),
            ));
        }
        Ok(Self::of(edges, found.before, found.more))
    }
}

/// What was done to a case, and who saw it.
pub struct OnCase(pub Arc<CaseRow>);

/// What was done to a case, and who saw it.
#[Object(name = "CaseTrail")]
impl OnCase {
    /// What was done to this case and who saw it, newest first; null for those who may not
    /// read it. Reads of a whole list stand in the audit trail alone.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn history(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Option<AuditEntryConnection>> {
        found(ctx, history(viewer(ctx)?, &self.0, first, after).await)
    }
}

async fn history(
    viewer: &Viewer,
    case: &CaseRow,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<AuditEntryConnection, Refusal> {
    let permit = case.permit.clone().allowing(viewer, Act::CaseHistory)?;
    let after = page::place(viewer, read::NEWEST, after.as_deref())?;
    let found = read::of_case(viewer, &permit, Asked::rows(first)?, after.as_ref()).await?;
    AuditEntryConnection::from_page(viewer, found)
}

/// Reads of the trail.
#[derive(Default)]
pub struct TrailQuery;

#[Object]
impl TrailQuery {
    /// All entries of the organisation, newest first. For the privacy officer.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn audit_trail(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<AuditEntryConnection> {
        answer(ctx, all(viewer(ctx)?, first, after).await)
    }
}

async fn all(
    viewer: &Viewer,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<AuditEntryConnection, Refusal> {
    let after = page::place(viewer, read::NEWEST, after.as_deref())?;
    let found = read::of_organisation(viewer, Asked::rows(first)?, after.as_ref()).await?;
    AuditEntryConnection::from_page(viewer, found)
}
