//! Ends clocks: with evidence (rule 49), waived by a supervisor, or because they do not
//! apply (rule 61).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::definition::Definition;
use super::entity::clock;
use super::model::{ClockState, NotifiedParty};
use super::office::body;
use super::start::again;
use super::status::never;
use crate::access::{Act, CasePermit, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, MoveRefused, Refusal, Wrong};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::{Place, SealedBytes};

/// Who was spoken to, when, and the number they gave. All of it is needed.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The agency.
    pub agency: String,
    /// The person there: name, badge.
    pub person: String,
    /// When; now, when absent.
    pub at: Option<DateTime<Utc>>,
    /// The report's, case's or entry's number there.
    pub reference: String,
}

impl Evidence {
    /// Refuses what has not been yet.
    pub fn check(&self, check: &mut Check, now: DateTime<Utc>) {
        check.has_been("at", self.at, now);
    }
}

/// The place of a sealed column of the clock `row`.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "case_clock",
        column,
        row,
    }
}

/// A running clock, locked, as old as the caller thinks, with a permit for the act.
pub(super) async fn take(
    tx: &mut Tx,
    id: Uuid,
    expected: i32,
    to: ClockState,
) -> Result<(clock::Model, CasePermit), Refusal> {
    let clock = tx.find::<clock::Entity>(id).await?;
    let permit = tx.case(clock.case_id).await?;
    let shown = |state: ClockState| state.code().to_uppercase();
    Conflict::check(expected, clock.version, || {
        vec![FieldConflict::of("state", shown(to), shown(clock.state))]
    })?;
    if clock.state != ClockState::Open {
        return Err(Refusal::Move(MoveRefused {
            from: shown(clock.state),
            to: shown(to),
            allowed: Vec::new(),
        }));
    }
    Ok((clock, permit))
}

/// What ends a clock.
pub(super) struct End {
    pub state: ClockState,
    pub met_at: Option<DateTime<Utc>>,
    pub notice: Option<Uuid>,
    pub agency: Option<SealedBytes>,
    pub person: Option<SealedBytes>,
    pub reference: Option<SealedBytes>,
    pub reason: Option<SealedBytes>,
}

impl End {
    pub(super) fn of(state: ClockState) -> Self {
        Self {
            state,
            met_at: None,
            notice: None,
            agency: None,
            person: None,
            reference: None,
            reason: None,
        }
    }
}

/// Ends it, and starts it anew where it comes again and `goes_on`.
pub(super) async fn end(
    tx: &mut Tx,
    permit: &CasePermit,
    clock: clock::Model,
    how: End,
    goes_on: bool,
) -> Result<clock::Model, Refusal> {
    let now = tx.now();
    let (version, by) = (clock.version + 1, tx.viewer().user());
    let mut row = clock.into_active_model();
    row.version = Set(version);
    row.state = Set(how.state);
    row.met_at = Set(how.met_at);
    row.notice_id = Set(how.notice);
    row.agency = Set(how.agency);
    row.person = Set(how.person);
    row.reference = Set(how.reference);
    row.reason = Set(how.reason);
    row.closed_at = Set(now);
    row.closed_by = Set(Some(by));
    row.remind_at = Set(never());
    let ended = tx.update(&permit.grant()?, row).await?;
    let definition = body(&ended.body)?;
    if goes_on && definition.recurs {
        let from = ended.met_at.unwrap_or(now);
        again(tx, permit, &ended, definition, from).await?;
    }
    Ok(ended)
}

/// Evidence for a clock that no notice ends.
#[derive(Debug)]
pub(super) struct ClockMeet {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub evidence: Evidence,
}

/// Ends the clock with evidence. Returns it.
pub(super) async fn meet(viewer: &Viewer, input: ClockMeet) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ClockMeet, input.key, &input).await?;
    let to = ClockState::Met;
    let (clock, permit) = take(&mut tx, input.id, input.expected_version, to).await?;
    let mut check = Check::default();
    input.evidence.check(&mut check, tx.now());
    check.done()?;
    let seal = |column, text: &str| permit.seal(place(column, clock.id), text);
    let how = End {
        met_at: Some(input.evidence.at.unwrap_or(tx.now())),
        agency: Some(seal("agency", &input.evidence.agency)?),
        person: Some(seal("person", &input.evidence.person)?),
        reference: Some(seal("reference", &input.evidence.reference)?),
        ..End::of(to)
    };
    end(&mut tx, &permit, clock, how, true).await?;
    tx.commit(input.id).await
}

/// A clock that is to be set aside, and why.
#[derive(Debug)]
pub(super) struct ClockSetAside {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub reason: String,
}

/// Waives the clock: a supervisor answers for it with their name. Returns it.
pub(super) async fn waive(viewer: &Viewer, input: ClockSetAside) -> Result<Uuid, Refusal> {
    let tx = viewer.begin(Act::ClockWaive, input.key, &input).await?;
    set_aside(tx, input, ClockState::Waived).await
}

/// Says that the clock does not apply. Returns it.
pub(super) async fn not_applicable(viewer: &Viewer, input: ClockSetAside) -> Result<Uuid, Refusal> {
    let tx = viewer.begin(Act::ClockMeet, input.key, &input).await?;
    set_aside(tx, input, ClockState::NotApplicable).await
}

async fn set_aside(mut tx: Tx, input: ClockSetAside, to: ClockState) -> Result<Uuid, Refusal> {
    let (clock, permit) = take(&mut tx, input.id, input.expected_version, to).await?;
    if body(&clock.body)?.required {
        let message = "This step cannot be left out: record what was done.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let reason = permit.seal(place("reason", clock.id), &input.reason)?;
    let how = End {
        reason: Some(reason),
        ..End::of(to)
    };
    end(&mut tx, &permit, clock, how, true).await?;
    tx.commit(input.id).await
}

/// Ends running clocks of an episode of which `which` says so, with a notice or a
/// conversation that was at `at`. Returns whether there were any.
pub async fn meet_running(
    tx: &mut Tx,
    permit: &CasePermit,
    episode: Option<Uuid>,
    at: DateTime<Utc>,
    notice: Option<Uuid>,
    which: impl Fn(&clock::Model) -> bool,
) -> Result<bool, Refusal> {
    let mut any = false;
    for clock in running(tx, permit, episode).await? {
        if which(&clock) {
            any = true;
            let how = End {
                met_at: Some(at),
                notice,
                ..End::of(ClockState::Met)
            };
            end(tx, permit, clock, how, true).await?;
        }
    }
    Ok(any)
}

/// Ends running clocks of an episode, as ones that do not apply any more, of which `which`
/// says so.
pub async fn end_running(
    tx: &mut Tx,
    permit: &CasePermit,
    episode: Uuid,
    reason: &str,
    which: impl Fn(&clock::Model, &Definition) -> bool,
) -> Result<(), Refusal> {
    for clock in running(tx, permit, Some(episode)).await? {
        if which(&clock, &body(&clock.body)?) {
            let reason = permit.seal(place("reason", clock.id), reason)?;
            let how = End {
                reason: Some(reason),
                ..End::of(ClockState::NotApplicable)
            };
            end(tx, permit, clock, how, false).await?;
        }
    }
    Ok(())
}

/// Running clocks of a case, in one time away or in none.
async fn running(
    tx: &Tx,
    permit: &CasePermit,
    episode: Option<Uuid>,
) -> Result<Vec<clock::Model>, Refusal> {
    let of = match episode {
        Some(episode) => clock::Column::EpisodeId.eq(episode),
        None => clock::Column::EpisodeId.is_null(),
    };
    let running = Condition::all()
        .add(clock::Column::CaseId.eq(permit.case()))
        .add(clock::Column::State.eq(ClockState::Open))
        .add(of);
    tx.find_all::<clock::Entity>(running).await
}

/// Whether a clock waits for a notice to `party`, and ran when it was given.
pub fn waits_for(clock: &clock::Model, party: NotifiedParty, at: DateTime<Utc>) -> bool {
    clock.party == Some(party) && clock.started_at <= at
}

/// Whether a clock can be neither waived nor set aside.
pub fn is_required(clock: &clock::Model) -> Result<bool, Refusal> {
    Ok(body(&clock.body)?.required)
}
