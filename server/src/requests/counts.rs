//! How the first answers of an organisation stand: numbers of work, counted when asked for,
//! since few requests wait at once.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::entity::request;
use super::filter::{due_soon, late};
use super::model::RequestState;
use crate::access::{Act, Class, Trace, Traced, Viewer};
use crate::error::Refusal;
use crate::graphql::{answer, policy, viewer};
use crate::store::prelude::*;

/// The numbers of requests that wait.
#[derive(Clone, Copy, Debug, Default, FromQueryResult)]
struct Counts {
    due_soon: Option<i64>,
    overdue: Option<i64>,
}

impl Traced for Counts {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// How the first answers to the organisation's requests stand: numbers of work, never about a
/// child (rule 115).
pub struct RequestCounts(Counts);

/// How the first answers to the organisation's requests stand: numbers of work, never about a
/// child (rule 115).
#[Object]
impl RequestCounts {
    /// That wait, with at most a quarter of the time left. Rows: `requests` with `dueSoon`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn due_soon(&self) -> i64 {
        self.0.due_soon.unwrap_or(0)
    }

    /// That wait longer than was promised. Rows: `requests` with `late`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn overdue(&self) -> i64 {
        self.0.overdue.unwrap_or(0)
    }
}

/// Counts them, in one statement over the index of what waits. The conditions are those of the
/// list, so that each number is that of exactly its rows.
pub async fn counted(ctx: &Context<'_>) -> Result<RequestCounts> {
    let viewer = viewer(ctx)?;
    let now = viewer.app().clock().now();
    Ok(RequestCounts(answer(ctx, counts(viewer, now).await)?))
}

async fn counts(viewer: &Viewer, now: DateTime<Utc>) -> std::result::Result<Counts, Refusal> {
    viewer.may(Act::BoardView)?;
    let count = |which| Func::sum(Expr::case(which, 1).finally(0)).cast_as("bigint");
    let found = viewer
        .select::<request::Entity>()
        .filter(request::Column::State.eq(RequestState::Waiting))
        .shape(|select| {
            select
                .select_only()
                .expr_as(count(due_soon(now)), "due_soon")
                .expr_as(count(late(now)), "overdue")
        })
        .all_as::<Counts>()
        .await?;
    Ok(found.into_iter().next().unwrap_or_default())
}
