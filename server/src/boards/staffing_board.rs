//! The supervisor's dashboard in GraphQL. Numbers of work and promises of one's teams;
//! none is about a child, and nobody is ranked: specialists stand by name.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::figures::{Figures, Load, figures};
use crate::access::{Class, Role, Viewer};
use crate::clocks::{self, ClockCounts};
use crate::error::Refusal;
use crate::graphql::{Day, answer, policy, viewer};
use crate::people::{self, Colleague, User};
use crate::requests::{self, RequestCounts};
use crate::staffings::{self, Staffing};

/// More open cases than this, and the supervisor is told (rule 150).
const MOST_OPEN: i64 = 15;
/// More new cases than this within 30 days, and the supervisor is told (rule 150).
const MOST_NEW: i64 = 8;
/// Staffings that are shown.
const NEXT_STAFFINGS: u64 = 5;

/// The supervisor's case-staffing dashboard: workload and promises, never a number about a
/// child. Each number is that of exactly the rows of the list named with it.
pub struct StaffingBoard {
    as_of: DateTime<Utc>,
    figures: Figures,
    specialists: Vec<Colleague>,
}

/// The supervisor's case-staffing dashboard: workload and promises, never a number about a
/// child. Each number is that of exactly the rows of the list named with it.
#[Object]
impl StaffingBoard {
    /// The moment it was counted.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn as_of(&self) -> DateTime<Utc> {
        self.as_of
    }

    /// The work of each specialist one supervises, by name. Rows: `cases` with `view: TEAM`
    /// and `specialist`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn caseloads(&self) -> Vec<Caseload> {
        self.specialists
            .iter()
            .map(|colleague| {
                let load = self.figures.loads.get(&colleague.id);
                Caseload::of(colleague.clone(), load.copied().unwrap_or_default())
            })
            .collect()
    }

    /// Open cases without a specialist. Rows: `cases` with `noSpecialist`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn without_specialist(&self) -> i64 {
        self.figures
            .loads
            .get(&Uuid::nil())
            .map_or(0, |load| load.open)
    }

    /// Open cases whose plan waits for the young person's voice (rule 65). Rows: `cases`
    /// with `withoutYouthVoice`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn without_youth_voice(&self) -> i64 {
        self.figures.without_youth_voice
    }

    /// Open cases whose plan should have been reviewed before today (rule 72). Rows:
    /// `cases` with `reviewOverdue`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn reviews_overdue(&self) -> i64 {
        self.figures.reviews_overdue
    }

    /// Referrals whose service has not answered (rule 89). Rows: `referrals` with
    /// `view: TEAM` and `waiting`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn referrals_waiting(&self) -> i64 {
        self.figures.referrals_waiting
    }

    /// Open cases without contact with the family for 14 days. Rows: `cases` with
    /// `noContactDays: 14`.
    #[graphql(name = "noContact14Days", directive = policy::apply(Class::StaffOnly))]
    async fn no_contact_14_days(&self) -> i64 {
        self.figures.no_contact_14
    }

    /// Open cases without contact with the family for 30 days. Rows: `cases` with
    /// `noContactDays: 30`.
    #[graphql(name = "noContact30Days", directive = policy::apply(Class::StaffOnly))]
    async fn no_contact_30_days(&self) -> i64 {
        self.figures.no_contact_30
    }

    /// Contacts in each of the last twelve weeks, this one included, the oldest first.
    /// Rows: `contacts` with `view: TEAM` and `weekOf`.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn contacts_by_week(&self) -> Vec<WeekCount> {
        let weeks = self.figures.contacts.iter();
        weeks
            .map(|(monday, contacts)| WeekCount {
                week_of: Day(*monday),
                contacts: *contacts,
            })
            .collect()
    }

    /// How the clocks of one's teams stand (rule 61).
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn clocks(&self, ctx: &Context<'_>) -> Result<ClockCounts> {
        clocks::counted(ctx).await
    }

    /// How the first answers to the organisation's requests stand (rule 115).
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn requests(&self, ctx: &Context<'_>) -> Result<RequestCounts> {
        requests::counted(ctx).await
    }

    /// The next five staffings one has a part in.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn next_staffings(&self, ctx: &Context<'_>) -> Result<Vec<Staffing>> {
        let next = staffings::next(viewer(ctx)?, NEXT_STAFFINGS).await;
        Ok(answer(ctx, next)?.into_iter().map(Staffing).collect())
    }
}

/// One specialist's work. Nobody is ranked by it.
#[derive(SimpleObject)]
pub struct Caseload {
    /// Who.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    specialist: User,
    /// Open cases.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    open_cases: i64,
    /// Open cases that were opened within the last 30 days, today included.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    opened_last_30_days: i64,
    /// Whether it is more than one person should carry: over 15 open cases, or over 8
    /// opened within 30 days (rule 150).
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    alert: bool,
}

impl Caseload {
    fn of(specialist: Colleague, load: Load) -> Self {
        Self {
            specialist: User(specialist),
            open_cases: load.open,
            opened_last_30_days: load.new,
            alert: too_much(load),
        }
    }
}

fn too_much(load: Load) -> bool {
    load.open > MOST_OPEN || load.new > MOST_NEW
}

/// The contacts of one week.
#[derive(SimpleObject)]
pub struct WeekCount {
    /// Its Monday.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    week_of: Day,
    /// How many contacts there were.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    contacts: i64,
}

/// Reads of the dashboard.
#[derive(Default)]
pub struct BoardQuery;

#[Object]
impl BoardQuery {
    /// The dashboard of one's teams. For supervisors.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn board(&self, ctx: &Context<'_>) -> Result<StaffingBoard> {
        answer(ctx, board(viewer(ctx)?).await)
    }
}

async fn board(viewer: &Viewer) -> std::result::Result<StaffingBoard, Refusal> {
    let figures = figures(viewer).await?;
    // Who is supervised by somebody else by now, and has cases of one's teams all the same.
    let also: Vec<Uuid> = figures
        .loads
        .iter()
        .filter(|(specialist, load)| !specialist.is_nil() && load.open > 0)
        .map(|(specialist, _)| *specialist)
        .collect();
    Ok(StaffingBoard {
        as_of: viewer.app().clock().now(),
        specialists: people::supervised(viewer, Role::ResourceSpecialist, &also).await?,
        figures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_150_alerts_begin_at_16_open_cases_or_9_new_ones() {
        let load = |open, new| Load { open, new };
        assert!(!too_much(load(15, 8)));
        assert!(too_much(load(16, 0)));
        assert!(too_much(load(9, 9)));
        assert!(!too_much(load(0, 0)));
    }
}
