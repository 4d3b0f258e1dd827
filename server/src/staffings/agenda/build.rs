//! Builds an agenda from how a case stands: what is open, what is missing, what is overdue.

use uuid::Uuid;

use super::super::model::AgendaKind;
use super::graphql::AgendaSuggestion;
use crate::access::{Act, Class, Viewer};
use crate::cases::CaseRow;
use crate::clocks;
use crate::clocks::entity::clock;
use crate::clocks::model::ClockState;
use crate::episodes::report_is_open;
use crate::error::Refusal;
use crate::plans::entity::{goal, plan};
use crate::plans::model::{GoalOwner, PlanState};
use crate::referrals::entity::referral;
use crate::referrals::model::ReferralState;
use crate::store::prelude::*;
use crate::vault::Place;

/// At most so many of a kind are offered: more is no staffing.
const MOST: u64 = 20;

/// In these a referral waits for nothing more.
const OVER: [ReferralState; 5] = [
    ReferralState::Rejected,
    ReferralState::Cancelled,
    ReferralState::Failed,
    ReferralState::Completed,
    ReferralState::EnteredInError,
];

/// What a staffing of `case` would talk over, in its order: the young person's own first
/// (rule 97). A fixed number of statements; nothing for those who may not plan one.
pub(in crate::staffings) async fn build(
    viewer: &Viewer,
    case: &CaseRow,
) -> Result<Vec<AgendaSuggestion>, Refusal> {
    if !case.permit.allows(viewer, Act::StaffingSchedule) {
        return Ok(Vec::new());
    }
    let mut items: Vec<AgendaSuggestion> = AgendaKind::OF_YOUTH
        .map(|kind| AgendaSuggestion { kind, text: None })
        .into();
    items.extend(of_plan(viewer, case).await?);
    if report_is_open(viewer, case.case.id).await? {
        items.push(bare(AgendaKind::ReportOpen));
    }
    items.extend(overdue(viewer, case).await?);
    items.extend(referrals(viewer, case).await?);
    items.sort_by_key(|item| item.kind);
    Ok(items)
}

fn bare(kind: AgendaKind) -> AgendaSuggestion {
    AgendaSuggestion { kind, text: None }
}

/// What the plan that is worked with lacks, and its open goals, the young person's first.
async fn of_plan(viewer: &Viewer, case: &CaseRow) -> Result<Vec<AgendaSuggestion>, Refusal> {
    let found = viewer
        .select::<plan::Entity>()
        .filter(plan::Column::CaseId.eq(case.case.id))
        .filter(plan::Column::State.is_not_in([PlanState::Completed, PlanState::Superseded]))
        .one()
        .await?;
    let id = found.as_ref().map_or(Uuid::nil(), |plan| plan.id);
    let own_first: SimpleExpr = Expr::case(goal::Column::Owner.eq(GoalOwner::Youth), 0)
        .finally(1)
        .into();
    let goals = viewer
        .select::<goal::Entity>()
        .filter(goal::Column::PlanId.eq(id))
        .filter(goal::Column::State.is_in(open_goals()))
        .shape(|select| select.order_by(own_first, Order::Asc))
        .order(goal::Column::Position, Order::Asc)
        .order(goal::Column::Id, Order::Asc)
        .limit(MOST)
        .all()
        .await?;
    let Some(plan) = found else {
        return Ok(vec![bare(AgendaKind::PlanMissing)]);
    };
    let today = viewer.app().clock().now().date_naive();
    let overdue = plan.activated_at.is_some() && plan.review_on.is_some_and(|day| day < today);
    let mut items = Vec::new();
    items.extend(
        plan.voice_kind
            .is_none()
            .then(|| bare(AgendaKind::VoiceMissing)),
    );
    items.extend(overdue.then(|| bare(AgendaKind::ReviewOverdue)));
    for goal in goals {
        let place = Place {
            table: "goal",
            column: "text",
            row: goal.id,
        };
        let text = case.permit.open(Class::Narrative, place, &goal.text)?;
        items.extend(text.map(|text| with(AgendaKind::OpenGoal, text)));
    }
    Ok(items)
}

fn open_goals() -> Vec<crate::plans::model::GoalState> {
    let all = crate::plans::model::GoalState::ALL.iter().copied();
    all.filter(|state| state.is_open()).collect()
}

fn with(kind: AgendaKind, text: String) -> AgendaSuggestion {
    AgendaSuggestion {
        kind,
        text: Some(text),
    }
}

/// What is overdue, the longest first.
async fn overdue(viewer: &Viewer, case: &CaseRow) -> Result<Vec<AgendaSuggestion>, Refusal> {
    let rows = viewer
        .select::<clock::Entity>()
        .filter(clock::Column::CaseId.eq(case.case.id))
        .filter(clock::Column::State.eq(ClockState::Open))
        .filter(clock::Column::DueAt.lt(viewer.app().clock().now()))
        .order(clock::Column::DueAt, Order::Asc)
        .order(clock::Column::Id, Order::Asc)
        .limit(MOST)
        .all()
        .await?;
    let title = |row: clock::Model| clocks::title(&row, viewer.locale());
    let titles = rows.into_iter().map(title);
    titles
        .map(|title| Ok(with(AgendaKind::ClockOverdue, title?)))
        .collect()
}

/// Referrals that wait for something, the longest first.
async fn referrals(viewer: &Viewer, case: &CaseRow) -> Result<Vec<AgendaSuggestion>, Refusal> {
    let rows = viewer
        .select::<referral::Entity>()
        .filter(referral::Column::CaseId.eq(case.case.id))
        .filter(referral::Column::State.is_not_in(OVER))
        .order(referral::Column::CreatedAt, Order::Asc)
        .order(referral::Column::Id, Order::Asc)
        .limit(MOST)
        .all()
        .await?;
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let place = Place {
            table: "referral",
            column: "need",
            row: row.id,
        };
        let need = case.permit.open(Class::Narrative, place, &row.need)?;
        items.extend(need.map(|need| with(AgendaKind::OpenReferral, need)));
    }
    Ok(items)
}
