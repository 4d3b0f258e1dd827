//! The enquiries of a case, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use uuid::Uuid;

use super::CapacityEnquiry;
use crate::access::{Class, Viewer};
use crate::answers::loaders::AnswerLinkLoaders;
use crate::answers::read::{self, NEWEST};
use crate::cases::CaseRow;
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{answer, page, policy, viewer};
use crate::store::page::Asked;

connection!(
    CapacityEnquiryConnection,
    CapacityEnquiryEdge,
    CapacityEnquiry
);

/// What services were asked for a case.
pub struct OnCase(pub Arc<CaseRow>);

/// What services were asked for a case.
#[Object(name = "CaseEnquiries")]
impl OnCase {
    /// The case's capacity enquiries, newest first; none for those who do not see referrals.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn capacity_enquiries(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<CapacityEnquiryConnection> {
        let (viewer, loaders) = (viewer(ctx)?, ctx.data::<AnswerLinkLoaders>()?);
        answer(
            ctx,
            of_case(viewer, loaders, self.0.case.id, first, after).await,
        )
    }
}

async fn of_case(
    viewer: &Viewer,
    loaders: &AnswerLinkLoaders,
    case: Uuid,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<CapacityEnquiryConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let found = match page::place(viewer, NEWEST, after.as_deref())? {
        Some(after) => read::page_of_case(viewer, case, asked, &after).await?,
        None => asked.cut(loaders.newest(case, asked.count()).await?),
    };
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let cursor = page::cursor(viewer, &read::place_of(&row))?;
        edges.push((cursor, CapacityEnquiry(row)));
    }
    Ok(CapacityEnquiryConnection::of(
        edges,
        found.before,
        found.more,
    ))
}
