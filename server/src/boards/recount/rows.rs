//! Board rows anew, a batch of cases at a time, from the tables that acts write.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::{board, never, week_of};
use super::no_staffing;
use crate::cases::entity::{assignment, case};
use crate::cases::model::TeamRole;
use crate::contacts::entity::support_contact;
use crate::error::Refusal;
use crate::plans::entity::{goal, plan};
use crate::plans::model::PlanState;
use crate::referrals::entity::referral;
use crate::staffings::entity::{staffing, staffing_case};
use crate::store::UnscopedTx;

/// A board row as it should be, and the case's contacts by week.
pub(super) struct Counted {
    pub board: board::Model,
    pub contacts: BTreeMap<NaiveDate, i64>,
}

/// The kept rows of `cases`.
pub(super) async fn kept(
    snapshot: &UnscopedTx,
    cases: &[case::Model],
) -> Result<HashMap<Uuid, board::Model>, Refusal> {
    let ids = cases.iter().map(|case| case.id);
    let rows = board::Entity::find()
        .filter(board::Column::CaseId.is_in(ids))
        .all(snapshot)
        .await?;
    Ok(rows.into_iter().map(|row| (row.case_id, row)).collect())
}

/// The rows of `cases` as they should be.
pub(super) async fn counted(
    snapshot: &UnscopedTx,
    cases: Vec<case::Model>,
    now: DateTime<Utc>,
) -> Result<Vec<Counted>, Refusal> {
    let ids: Vec<Uuid> = cases.iter().map(|case| case.id).collect();
    let mut counted: HashMap<Uuid, Counted> = cases
        .into_iter()
        .map(|case| (case.id, empty(case)))
        .collect();
    team(snapshot, &ids, &mut counted).await?;
    plans(snapshot, &ids, &mut counted).await?;
    referrals(snapshot, &ids, &mut counted).await?;
    contacts(snapshot, &ids, &mut counted).await?;
    staffings(snapshot, &ids, &mut counted, now).await?;
    Ok(counted.into_values().collect())
}

fn empty(case: case::Model) -> Counted {
    let board = board::Model {
        case_id: case.id,
        org_id: case.org_id,
        supervisor_id: case.supervisor_id,
        specialist_id: None,
        advocate_id: None,
        status: case.status.code().to_owned(),
        open: case.status.is_open(),
        opened_at: case.opened_at,
        plan_state: None,
        awaiting_voice: false,
        open_goals: 0,
        open_referrals: 0,
        waiting_referrals: 0,
        contacts_logged: 0,
        last_contact_at: case.opened_at,
        has_contact: false,
        next_contact_on: None,
        next_review_on: never(),
        next_staffing_at: no_staffing(),
    };
    Counted {
        board,
        contacts: BTreeMap::new(),
    }
}

type ByCase = HashMap<Uuid, Counted>;

async fn team(snapshot: &UnscopedTx, ids: &[Uuid], counted: &mut ByCase) -> Result<(), Refusal> {
    let rows = assignment::Entity::find()
        .filter(assignment::Column::CaseId.is_in(ids.iter().copied()))
        .filter(assignment::Column::ToAt.is_null())
        .all(snapshot)
        .await?;
    for row in rows {
        let Some(Counted { board, .. }) = counted.get_mut(&row.case_id) else {
            continue;
        };
        match row.role {
            TeamRole::ResourceSpecialist => board.specialist_id = Some(row.user_id),
            TeamRole::FamilyAdvocate => board.advocate_id = Some(row.user_id),
            TeamRole::Supervisor => board.supervisor_id = row.user_id,
            TeamRole::Volunteer => {}
        }
    }
    Ok(())
}

/// Of the plan that none has superseded; there is at most one.
async fn plans(snapshot: &UnscopedTx, ids: &[Uuid], counted: &mut ByCase) -> Result<(), Refusal> {
    let rows = plan::Entity::find()
        .filter(plan::Column::CaseId.is_in(ids.iter().copied()))
        .filter(plan::Column::State.ne(PlanState::Superseded))
        .all(snapshot)
        .await?;
    let live = rows.iter().filter(|plan| plan.state.is_live());
    let live: Vec<Uuid> = live.map(|plan| plan.id).collect();
    for plan in rows {
        let Some(Counted { board, .. }) = counted.get_mut(&plan.case_id) else {
            continue;
        };
        board.plan_state = Some(plan.state.code().to_owned());
        if plan.state.is_live() {
            board.awaiting_voice = plan.voice_kind.is_none();
            board.next_review_on = plan.review_on.unwrap_or(never());
        }
    }
    let goals = goal::Entity::find()
        .filter(goal::Column::PlanId.is_in(live))
        .all(snapshot)
        .await?;
    for goal in goals.into_iter().filter(|goal| goal.state.is_open()) {
        if let Some(Counted { board, .. }) = counted.get_mut(&goal.case_id) {
            board.open_goals += 1;
        }
    }
    Ok(())
}

async fn referrals(
    snapshot: &UnscopedTx,
    ids: &[Uuid],
    counted: &mut ByCase,
) -> Result<(), Refusal> {
    let rows = referral::Entity::find()
        .filter(referral::Column::CaseId.is_in(ids.iter().copied()))
        .all(snapshot)
        .await?;
    for row in rows {
        if let Some(Counted { board, .. }) = counted.get_mut(&row.case_id) {
            board.open_referrals += i32::from(row.state.is_open());
            board.waiting_referrals += i32::from(row.waiting_since.is_some());
        }
    }
    Ok(())
}

/// In the order in which they were logged: what was agreed depends on it.
async fn contacts(
    snapshot: &UnscopedTx,
    ids: &[Uuid],
    counted: &mut ByCase,
) -> Result<(), Refusal> {
    let rows = support_contact::Entity::find()
        .filter(support_contact::Column::CaseId.is_in(ids.iter().copied()))
        .order_by_asc(support_contact::Column::RecordedAt)
        .order_by_asc(support_contact::Column::Id)
        .all(snapshot)
        .await?;
    for row in rows {
        if let Some(Counted { board, contacts }) = counted.get_mut(&row.case_id) {
            crate::contacts::on_board(board, &row);
            *contacts.entry(week_of(row.occurred_at)).or_default() += 1;
        }
    }
    Ok(())
}

async fn staffings(
    snapshot: &UnscopedTx,
    ids: &[Uuid],
    counted: &mut ByCase,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let agendas = staffing_case::Entity::find()
        .filter(staffing_case::Column::CaseId.is_in(ids.iter().copied()))
        .all(snapshot)
        .await?;
    let listed = agendas.iter().map(|row| row.staffing_id);
    let coming: HashMap<Uuid, DateTime<Utc>> = staffing::Entity::find()
        .filter(staffing::Column::Id.is_in(listed))
        .filter(staffing::Column::At.gte(now))
        .filter(staffing::Column::Cancelled.eq(false))
        .all(snapshot)
        .await?
        .into_iter()
        .map(|row| (row.id, row.at))
        .collect();
    for row in agendas {
        if let (Some(Counted { board, .. }), Some(at)) =
            (counted.get_mut(&row.case_id), coming.get(&row.staffing_id))
        {
            board.next_staffing_at = board.next_staffing_at.min(*at);
        }
    }
    Ok(())
}
