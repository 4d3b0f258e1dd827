//! How a clock stands (rule 61): from its instants and the time of asking, and the same as a
//! condition, so that a number and its rows cannot differ.

use chrono::{DateTime, Utc};

use super::entity::clock::{Column, Model};
use super::model::{ClockState, ClockStatus};
use crate::store::prelude::*;

/// The instant at which a quarter of the time is left.
pub fn soon_at(start: DateTime<Utc>, due: DateTime<Utc>) -> DateTime<Utc> {
    due - (due - start) / 4
}

/// The instant that stands for "never".
pub(super) fn never() -> DateTime<Utc> {
    crate::boards::never()
        .and_time(chrono::NaiveTime::MIN)
        .and_utc()
}

/// How it stands at `now`.
pub fn status(clock: &Model, now: DateTime<Utc>) -> ClockStatus {
    match clock.state {
        ClockState::Waived => ClockStatus::Waived,
        ClockState::NotApplicable => ClockStatus::NotApplicable,
        ClockState::Met if clock.met_at.is_some_and(|at| at > clock.due_at) => ClockStatus::MetLate,
        ClockState::Met => ClockStatus::Met,
        ClockState::Open if clock.due_at < now => ClockStatus::Overdue,
        ClockState::Open if clock.soon_at <= now => ClockStatus::DueSoon,
        ClockState::Open => ClockStatus::NotDue,
    }
}

/// Those that stand so at `now`.
pub(super) fn standing(status: ClockStatus, now: DateTime<Utc>) -> Condition {
    let is = |state: ClockState| Condition::all().add(Column::State.eq(state));
    let due = || Expr::col((super::entity::clock::Entity, Column::DueAt));
    let met = || Expr::col((super::entity::clock::Entity, Column::MetAt));
    match status {
        ClockStatus::NotDue => is(ClockState::Open)
            .add(Column::DueAt.gte(now))
            .add(Column::SoonAt.gt(now)),
        ClockStatus::DueSoon => is(ClockState::Open)
            .add(Column::DueAt.gte(now))
            .add(Column::SoonAt.lte(now)),
        ClockStatus::Overdue => is(ClockState::Open).add(Column::DueAt.lt(now)),
        ClockStatus::Met => is(ClockState::Met).add(met().lte(due())),
        ClockStatus::MetLate => is(ClockState::Met).add(met().gt(due())),
        ClockStatus::Waived => is(ClockState::Waived),
        ClockStatus::NotApplicable => is(ClockState::NotApplicable),
    }
}
