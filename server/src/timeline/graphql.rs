//! The course of a case in time, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveTime, Utc};

use super::marks::{
    TimelineAway, TimelineClock, TimelineContact, TimelineReferral, TimelineStaffing,
};
use super::{Lane, Rows, Span, ends, rows};
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::codes;
use crate::error::Refusal;
use crate::graphql::{answer, policy, viewer};
use crate::plans::PlanCourse;

codes! {
    /// A lane of the timeline of a case.
    pub enum TimelineLane {
        Away = "away",
        Plan = "plan",
        Contacts = "contacts",
        Referrals = "referrals",
        Staffings = "staffings",
        Clocks = "clocks",
    }
}

/// What happened on a case within a time, in lanes, each the first first. A kind that one
/// may not see is empty.
#[derive(SimpleObject)]
pub struct CaseTimeline {
    /// The first instant of which the case tells: before it there is nothing to look at.
    #[graphql(directive = policy::apply(Class::Work))]
    begins_at: DateTime<Utc>,
    /// The last one, which may lie ahead.
    #[graphql(directive = policy::apply(Class::Work))]
    ends_at: DateTime<Utc>,
    /// Times away.
    #[graphql(directive = policy::apply(Class::Location))]
    episodes: Vec<TimelineAway>,
    /// How the plans went.
    #[graphql(directive = policy::apply(Class::Work))]
    plans: PlanCourse,
    /// Contacts with the family.
    #[graphql(directive = policy::apply(Class::Narrative))]
    contacts: Vec<TimelineContact>,
    /// Referrals, by the day on which they were written.
    #[graphql(directive = policy::apply(Class::Pointer))]
    referrals: Vec<TimelineReferral>,
    /// Staffings that were not cancelled.
    #[graphql(directive = policy::apply(Class::Pointer))]
    staffings: Vec<TimelineStaffing>,
    /// What is or was due, from its start to its end.
    #[graphql(directive = policy::apply(Class::Work))]
    clocks: Vec<TimelineClock>,
    /// Lanes of which more lies within this time than the 500 that are told; a shorter time
    /// tells them.
    #[graphql(directive = policy::apply(Class::Work))]
    cut: Vec<TimelineLane>,
}

/// The course of a case.
pub struct OnCase(pub Arc<CaseRow>);

/// The course of a case.
#[Object(name = "CaseInTime")]
impl OnCase {
    /// What happened from an instant on and before another: all, where none is named. Null
    /// for those who do not see how the work stands.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn timeline(
        &self,
        ctx: &Context<'_>,
        from: Option<DateTime<Utc>>,
        to: Option<DateTime<Utc>>,
    ) -> Result<Option<CaseTimeline>> {
        if !self.0.permit.sees(Class::Work) {
            return Ok(None);
        }
        let span = answer(ctx, Span { from, to }.check())?;
        answer(ctx, tell(viewer(ctx)?, &self.0, span).await).map(Some)
    }
}

async fn tell(
    viewer: &Viewer,
    case: &CaseRow,
    span: Span,
) -> std::result::Result<CaseTimeline, Refusal> {
    let Rows {
        away,
        plans,
        contacts,
        referrals,
        staffings,
        clocks,
    } = rows(viewer, case, span).await?;
    let (begins_at, known) = ends::ends(viewer, case).await?;
    let review = plans
        .next_review
        .map(|day| day.and_time(NaiveTime::MIN).and_utc());
    let cut = [
        (TimelineLane::Away, away.cut),
        (TimelineLane::Plan, plans.cut),
        (TimelineLane::Contacts, contacts.cut),
        (TimelineLane::Referrals, referrals.cut),
        (TimelineLane::Staffings, staffings.cut),
        (TimelineLane::Clocks, clocks.cut),
    ];
    Ok(CaseTimeline {
        begins_at,
        ends_at: review.map_or(known, |review| review.max(known)),
        episodes: marks(viewer, &away, TimelineAway::of)?,
        plans,
        contacts: marks(viewer, &contacts, TimelineContact::of)?,
        referrals: marks(viewer, &referrals, TimelineReferral::of)?,
        staffings: marks(viewer, &staffings, TimelineStaffing::of)?,
        clocks: marks(viewer, &clocks, TimelineClock::of)?,
        cut: (cut.into_iter().filter(|(_, cut)| *cut))
            .map(|(lane, _)| lane)
            .collect(),
    })
}

fn marks<T, M>(
    viewer: &Viewer,
    lane: &Lane<T>,
    of: impl Fn(&Viewer, &T) -> std::result::Result<M, Refusal>,
) -> std::result::Result<Vec<M>, Refusal> {
    lane.rows.iter().map(|row| of(viewer, row)).collect()
}
