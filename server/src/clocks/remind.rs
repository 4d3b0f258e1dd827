//! Reminds of clocks: the owner when little time is left, then the supervisor when it is
//! overdue, once each, by the mail that says nothing (rules 62, 122).
//!
//! Only what is due is touched: a running clock lies in the index under the instant at which
//! somebody is to be told next. Several servers may remind at once: each takes clocks that no
//! other has taken, and the mail's own key keeps it from being written twice.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::entity::clock;
use super::status::never;
use crate::app::App;
use crate::boards::board;
use crate::cases::model::TeamRole;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::outbox::{self, Letter, Template};
use crate::store::UnscopedTx;

/// Clocks taken in one transaction: its cost is spread over many, and what it binds stays below
/// what either database takes in a statement.
const BATCH: u64 = 1000;

/// Of a clock, what a reminder needs: its definition, which is most of a row, is not read.
#[derive(FromQueryResult)]
struct Due {
    id: Uuid,
    org_id: Uuid,
    case_id: Uuid,
    responsible: TeamRole,
    recommended: bool,
    owner_told: bool,
    due_at: DateTime<Utc>,
}

/// Reminds of all that is due now, batch by batch; returns how many clocks were looked at.
pub async fn remind(app: &App) -> Result<u64, Refusal> {
    let mut done = 0;
    loop {
        let batch = remind_batch(app).await?;
        done += batch;
        if batch < BATCH {
            return Ok(done);
        }
    }
}

async fn remind_batch(app: &App) -> Result<u64, Refusal> {
    let now = app.clock().now();
    let tx = app.store().unscoped_begin().await?;
    let select = clock::Entity::find()
        .select_only()
        .columns([
            clock::Column::Id,
            clock::Column::OrgId,
            clock::Column::CaseId,
            clock::Column::Responsible,
            clock::Column::Recommended,
            clock::Column::OwnerTold,
            clock::Column::DueAt,
        ])
        .filter(clock::Column::RemindAt.lte(now))
        .order_by_asc(clock::Column::RemindAt)
        .order_by_asc(clock::Column::Id)
        .limit(BATCH);
    let select = if app.store().is_postgres() {
        select.lock_with_behavior(
            sea_orm::sea_query::LockType::Update,
            sea_orm::sea_query::LockBehavior::SkipLocked,
        )
    } else {
        select
    };
    let clocks = select.into_model::<Due>().all(&tx).await?;
    let count = clocks.len() as u64;
    if count == 0 {
        return Ok(0);
    }
    let people = people(&tx, &clocks).await?;
    let mut letters = Vec::with_capacity(clocks.len());
    for clock in &clocks {
        let Some(case) = people.get(&clock.case_id) else {
            continue;
        };
        if let Some((to, stage)) = whom(case, clock) {
            letters.push(letter(app, clock, to, stage, now)?);
        }
    }
    outbox::enqueue_new(&tx, letters).await?;
    mark(&tx, &clocks).await?;
    tx.commit().await?;
    Ok(count)
}

/// Who is told, and as what. The supervisor is not told twice of what is theirs to do.
fn whom(case: &board::Model, clock: &Due) -> Option<(Uuid, &'static str)> {
    let owner = owner(case, clock.responsible);
    if !clock.owner_told {
        return Some((owner, "owner"));
    }
    (owner != case.supervisor_id).then_some((case.supervisor_id, "supervisor"))
}

/// Who on the team sees to it: the supervisor where that part is not taken.
pub(super) fn owner(case: &board::Model, responsible: TeamRole) -> Uuid {
    let part = match responsible {
        TeamRole::ResourceSpecialist => case.specialist_id,
        TeamRole::FamilyAdvocate => case.advocate_id,
        TeamRole::Supervisor | TeamRole::Volunteer => None,
    };
    part.unwrap_or(case.supervisor_id)
}

async fn people(tx: &UnscopedTx, clocks: &[Due]) -> Result<HashMap<Uuid, board::Model>, Refusal> {
    let mut cases: Vec<Uuid> = clocks.iter().map(|clock| clock.case_id).collect();
    cases.sort_unstable();
    cases.dedup();
    let rows = board::Entity::find()
        .filter(board::Column::CaseId.is_in(cases))
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| (row.case_id, row)).collect())
}

fn letter(
    app: &App,
    clock: &Due,
    to: Uuid,
    stage: &str,
    now: DateTime<Utc>,
) -> Result<Letter, Refusal> {
    let case = id::id_of(app, Kind::Case, clock.case_id)?;
    // A clock that was made longer is due again.
    let due = clock.due_at.timestamp_micros();
    Ok(Letter {
        id: app.clock().new_id(),
        org: clock.org_id,
        to,
        template: Template::ClockDue,
        link: format!("/cases/{case}"),
        dedupe_key: format!("clock:{}:{due}:{stage}", clock.id),
        at: now,
    })
}

/// The owner was told: the supervisor is when it is overdue, if it is a duty. Then nobody is.
async fn mark(tx: &UnscopedTx, clocks: &[Due]) -> Result<(), Refusal> {
    use sea_orm::sea_query::Expr;
    let ids = |which: &dyn Fn(&Due) -> bool| -> Vec<Uuid> {
        clocks.iter().filter(|c| which(c)).map(|c| c.id).collect()
    };
    let first = ids(&|clock| !clock.owner_told && !clock.recommended);
    let last = ids(&|clock| clock.owner_told || clock.recommended);
    if !first.is_empty() {
        clock::Entity::update_many()
            .col_expr(clock::Column::OwnerTold, Expr::val(true))
            .col_expr(clock::Column::RemindAt, Expr::col(clock::Column::DueAt))
            .filter(clock::Column::Id.is_in(first))
            .exec(tx)
            .await?;
    }
    if !last.is_empty() {
        let told = clock::ActiveModel {
            owner_told: Set(true),
            remind_at: Set(never()),
            ..Default::default()
        };
        clock::Entity::update_many()
            .set(told)
            .filter(clock::Column::Id.is_in(last))
            .exec(tx)
            .await?;
    }
    Ok(())
}
