//! One mail for each person and case.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::take::{Due, Taken, Team, owner};
use crate::app::App;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::outbox::{Letter, Template};

/// As what somebody is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Little time is left.
    Owner,
    /// It is overdue.
    Supervisor,
}

impl Stage {
    fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Supervisor => "supervisor",
        }
    }
}

/// The mails to be written.
pub(super) fn letters(
    app: &App,
    taken: &Taken,
    now: DateTime<Utc>,
) -> Result<Vec<Letter>, Refusal> {
    let mut letters = Vec::new();
    for clocks in taken
        .clocks
        .chunk_by(|one, next| one.case_id == next.case_id)
    {
        let Some(team) = clocks.first().and_then(|one| taken.teams.get(&one.case_id)) else {
            continue;
        };
        let people = told_by_person(team, clocks, now);
        if people.is_empty() {
            continue;
        }
        let link = format!("/cases/{}", id::id_of(app, Kind::Case, team.case_id)?);
        letters.extend(people.into_iter().map(|(to, (clock, due, stage))| Letter {
            id: app.clock().new_id(),
            org: team.org_id,
            to,
            template: Template::ClockDue,
            link: link.clone(),
            dedupe_key: format!("clock:{clock}:{}:{}", due.timestamp_micros(), stage.code()),
            at: now,
        }));
    }
    Ok(letters)
}

/// Who is told of a case's clocks, each with the first of what they are told: it names the
/// mail. A clock that was made longer is due at another time, and somebody is told again.
fn told_by_person(
    team: &Team,
    clocks: &[Due],
    now: DateTime<Utc>,
) -> BTreeMap<Uuid, (Uuid, DateTime<Utc>, Stage)> {
    let mut people = BTreeMap::new();
    for clock in clocks {
        for (to, stage) in told(team, clock, now) {
            let this = (clock.id, clock.due_at, stage);
            let first = people.entry(to).or_insert(this);
            *first = this.min(*first);
        }
    }
    people
}

/// Who is told of a clock now, and as what. What is only recommended is not the supervisor's.
fn told(
    team: &Team,
    clock: &Due,
    now: DateTime<Utc>,
) -> impl Iterator<Item = (Uuid, Stage)> + use<> {
    let owner = owner(team, clock.responsible);
    let first = (!clock.owner_told).then_some((owner, Stage::Owner));
    let overdue = !clock.recommended && clock.due_at <= now;
    // The supervisor is not told twice of what is theirs to do.
    let second =
        (overdue && owner != team.supervisor_id).then_some((team.supervisor_id, Stage::Supervisor));
    first.into_iter().chain(second)
}
