//! Takes clocks that are due, by case, so that no two servers have a case at once.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::boards::board;
use crate::cases::model::TeamRole;
use crate::clocks::entity::clock;
use crate::clocks::status::never;
use crate::error::Refusal;
use crate::store::UnscopedTx;

/// Clocks that are looked at to find cases, those that have been due for longest; and clocks
/// taken in one transaction: what it holds in memory, and what it binds in a statement.
const MOST: u64 = 5000;
/// Cases taken in one transaction. Its cost is spread over many, and SQLite writes a page of an
/// index once for many rows; who works on one of these cases waits for it.
const CASES: usize = 500;

/// Of a clock, what a reminder needs: its definition, which is most of a row, is not read.
#[derive(FromQueryResult)]
pub(super) struct Due {
    pub id: Uuid,
    pub case_id: Uuid,
    pub responsible: TeamRole,
    pub recommended: bool,
    pub owner_told: bool,
    pub due_at: DateTime<Utc>,
}

/// Who is on a case.
#[derive(FromQueryResult)]
pub(in crate::clocks) struct Team {
    pub(super) case_id: Uuid,
    pub(super) org_id: Uuid,
    pub(super) supervisor_id: Uuid,
    specialist_id: Option<Uuid>,
    advocate_id: Option<Uuid>,
}

impl Team {
    /// Of a case's row.
    pub(in crate::clocks) fn of(board: &board::Model) -> Self {
        Self {
            case_id: board.case_id,
            org_id: board.org_id,
            supervisor_id: board.supervisor_id,
            specialist_id: board.specialist_id,
            advocate_id: board.advocate_id,
        }
    }
}

/// Who on the team sees to it: the supervisor where that part is not taken.
pub(in crate::clocks) fn owner(team: &Team, responsible: TeamRole) -> Uuid {
    let part = match responsible {
        TeamRole::ResourceSpecialist => team.specialist_id,
        TeamRole::FamilyAdvocate => team.advocate_id,
        TeamRole::Supervisor | TeamRole::Volunteer => None,
    };
    part.unwrap_or(team.supervisor_id)
}

/// What was taken: clocks that are due, all of those of a case, and the teams of their cases.
pub(super) struct Taken {
    pub teams: HashMap<Uuid, Team>,
    pub clocks: Vec<Due>,
}

/// Takes the cases of the clocks that have been due for longest, with all that is due on them.
/// On PostgreSQL a case that another server has taken, or somebody works on, is passed over;
/// SQLite has one writer at a time anyway.
pub(super) async fn take(
    tx: &UnscopedTx,
    shared: bool,
    now: DateTime<Utc>,
) -> Result<Taken, Refusal> {
    let teams = hold(tx, shared, longest_due(tx, now).await?).await?;
    let clocks = if teams.is_empty() {
        Vec::new()
    } else {
        due_of(tx, shared, teams.keys().copied(), now).await?
    };
    Ok(Taken { teams, clocks })
}

fn due(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(clock::Column::RemindAt.lte(now))
        .add(clock::Column::ClosedAt.eq(never()))
}

/// Cases, each once.
async fn longest_due(tx: &UnscopedTx, now: DateTime<Utc>) -> Result<Vec<Uuid>, Refusal> {
    let mut cases: Vec<Uuid> = clock::Entity::find()
        .select_only()
        .column(clock::Column::CaseId)
        .filter(due(now))
        .order_by_asc(clock::Column::RemindAt)
        .order_by_asc(clock::Column::Id)
        .limit(MOST)
        .into_tuple()
        .all(tx)
        .await?;
    let mut seen = HashSet::new();
    cases.retain(|case| seen.insert(*case));
    cases.truncate(CASES);
    Ok(cases)
}

/// Holds cases until the end of the transaction; those that could be.
async fn hold(
    tx: &UnscopedTx,
    shared: bool,
    cases: Vec<Uuid>,
) -> Result<HashMap<Uuid, Team>, Refusal> {
    if cases.is_empty() {
        return Ok(HashMap::new());
    }
    let mut select = board::Entity::find()
        .select_only()
        .columns([
            board::Column::CaseId,
            board::Column::OrgId,
            board::Column::SupervisorId,
            board::Column::SpecialistId,
            board::Column::AdvocateId,
        ])
        .filter(board::Column::CaseId.is_in(cases));
    if shared {
        select = select.lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked);
    }
    let teams = select.into_model::<Team>().all(tx).await?;
    Ok(teams.into_iter().map(|team| (team.case_id, team)).collect())
}

/// All that is due on cases which are held: what another server has told meanwhile is so no more.
async fn due_of(
    tx: &UnscopedTx,
    shared: bool,
    cases: impl Iterator<Item = Uuid>,
    now: DateTime<Utc>,
) -> Result<Vec<Due>, Refusal> {
    let mut select = clock::Entity::find()
        .select_only()
        .columns([
            clock::Column::Id,
            clock::Column::CaseId,
            clock::Column::Responsible,
            clock::Column::Recommended,
            clock::Column::OwnerTold,
            clock::Column::DueAt,
        ])
        .filter(clock::Column::CaseId.is_in(cases))
        .filter(due(now))
        .order_by_asc(clock::Column::CaseId)
        .limit(MOST);
    if shared {
        select = select.lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked);
    }
    let mut clocks = select.into_model::<Due>().all(tx).await?;
    if clocks.len() as u64 == MOST {
        leave_what_may_go_on(&mut clocks);
    }
    Ok(clocks)
}

/// Leaves the last case to the next batch, since there may be more of it; unless it is the only
/// one, which fills a batch by itself.
fn leave_what_may_go_on(clocks: &mut Vec<Due>) {
    let last = clocks.last().map(|clock| clock.case_id);
    let whole = clocks
        .iter()
        .take_while(|clock| Some(clock.case_id) != last)
        .count();
    if whole > 0 {
        clocks.truncate(whole);
    }
}
