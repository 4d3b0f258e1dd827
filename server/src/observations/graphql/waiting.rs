//! What waits for a supervisor's look, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{Case, answer, page, policy, viewer};
use crate::observations::waiting;
use crate::store::page::Asked;

connection!(CaseToReviewConnection, CaseToReviewEdge, CaseToReview);

/// A case on which an observation waits for a supervisor's look.
pub struct CaseToReview {
    case: Arc<CaseRow>,
    since: DateTime<Utc>,
}

/// A case on which something waits for a supervisor's look.
#[Object]
impl CaseToReview {
    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Since when the one that waits longest does.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn since(&self) -> DateTime<Utc> {
        self.since
    }
}

/// Reads about observations.
#[derive(Default)]
pub struct ObservationQuery;

#[Object]
impl ObservationQuery {
    /// Cases on which an observation, of which nothing else follows, waits for one's look as a
    /// supervisor: each once, what waits longest first (rule 3). How much waits on a case is
    /// not told.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn cases_to_review(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<CaseToReviewConnection> {
        answer(ctx, list(viewer(ctx)?, first, after).await)
    }
}

async fn list(
    viewer: &Viewer,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<CaseToReviewConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let after = page::place(viewer, waiting::LONGEST, after.as_deref())?;
    let found = waiting::page(viewer, asked, after.as_ref()).await?;
    let cases = cases_of(viewer, found.rows.iter().map(|row| row.case_id)).await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in &found.rows {
        if let Some(case) = cases.get(&row.case_id) {
            let node = CaseToReview {
                case: case.clone(),
                since: row.recorded_at,
            };
            edges.push((page::cursor(viewer, &waiting::place_of(row))?, node));
        }
    }
    Ok(CaseToReviewConnection::of(edges, found.before, found.more))
}
