//! The numbers of clocks on the supervisor's dashboard.

use async_graphql::{Context, Object, Result};

use crate::access::Class;
use crate::clocks::read::{Counts, counts, ended_since};
use crate::graphql::{Day, answer, policy, viewer};

/// The numbers of clocks of one's teams, counted now.
pub async fn counted(ctx: &Context<'_>) -> Result<ClockCounts> {
    let viewer = viewer(ctx)?;
    let counts = answer(ctx, counts(viewer).await)?;
    Ok(ClockCounts {
        counts,
        ended_since: Day(ended_since(viewer)),
    })
}

/// How the clocks of one's teams stand: numbers of work.
pub struct ClockCounts {
    counts: Counts,
    ended_since: Day,
}

/// How the clocks of one's teams stand: numbers of work, never about a child (rule 61). Rows:
/// `clocks` with `view: TEAM`, the status, and `endedSince` as it is here.
#[Object]
impl ClockCounts {
    /// Clocks that ended before this day are not counted.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn ended_since(&self) -> Day {
        self.ended_since
    }

    /// That run, with more than a quarter of their time left.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn not_due(&self) -> i64 {
        self.counts.not_due.unwrap_or(0)
    }

    /// That run, with at most a quarter of their time left.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn due_soon(&self) -> i64 {
        self.counts.due_soon.unwrap_or(0)
    }

    /// That run, and should have been met.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn overdue(&self) -> i64 {
        self.counts.overdue.unwrap_or(0)
    }

    /// Met in time.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn met(&self) -> i64 {
        self.counts.met.unwrap_or(0)
    }

    /// Met, and late.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn met_late(&self) -> i64 {
        self.counts.met_late.unwrap_or(0)
    }

    /// Waived.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn waived(&self) -> i64 {
        self.counts.waived.unwrap_or(0)
    }

    /// That did not apply.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn not_applicable(&self) -> i64 {
        self.counts.not_applicable.unwrap_or(0)
    }
}
