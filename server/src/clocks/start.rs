//! Starts the clocks of a trigger, in the transaction of the act that tells it.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::definition::Definition;
use super::entity::clock;
use super::model::{ClockApplies, ClockState, ClockTrigger};
use super::office::{Office, text_of};
use super::resolve::{Choice, Facts, choose};
use super::status::{never, soon_at};
use crate::access::CasePermit;
use crate::cases::entity::case;
use crate::cases::model::LegalCustody;
use crate::error::Refusal;
use crate::requests::entity::request;
use crate::requests::model::RequesterKind;
use crate::store::Tx;
use crate::store::prelude::*;

/// What has happened.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// What.
    pub trigger: ClockTrigger,
    /// When.
    pub at: DateTime<Utc>,
    /// In which time away.
    pub episode: Option<Uuid>,
    /// The young person is away, and it is known where (rule 58).
    pub location_known: bool,
    /// The return is from another state (rule 60).
    pub interstate: bool,
    /// The national center was told before the police (rule 50).
    pub ncmec_told_first: bool,
}

impl Start {
    /// Of a trigger, with nothing else to say about it.
    pub fn of(trigger: ClockTrigger, at: DateTime<Utc>, episode: Option<Uuid>) -> Self {
        Self {
            trigger,
            at,
            episode,
            location_known: false,
            interstate: false,
            ncmec_told_first: false,
        }
    }
}

/// Starts what runs from it. A clock of the same code that is running already stays as it is.
pub async fn start(tx: &mut Tx, permit: &CasePermit, what: Start) -> Result<(), Refusal> {
    let case = tx.find::<case::Entity>(permit.case()).await?;
    let office = Office::of(tx, case.jurisdiction).await?;
    let mut facts = Facts {
        state_care: case.legal_custody == Some(LegalCustody::StateChildWelfare),
        official: office.official,
        interstate: what.interstate,
        location_known: what.location_known,
        ncmec_told_first: what.ncmec_told_first,
    };
    let asks_official = office.definitions.iter().any(|(_, one)| {
        one.trigger == what.trigger && one.applies == ClockApplies::OfficialOrRecommended
    });
    if asks_official && !facts.official {
        facts.official = asked_by_official(tx, permit, &case).await?;
    }
    let choices = choose(
        office.definitions,
        facts,
        what.trigger,
        what.at,
        &office.calendar,
    )?;
    let running = Condition::all()
        .add(clock::Column::CaseId.eq(case.id))
        .add(clock::Column::State.eq(ClockState::Open));
    let running = tx.find_all::<clock::Entity>(running).await?;
    for choice in choices {
        let runs = |clock: &clock::Model| {
            clock.code == choice.definition.code && clock.episode_id == what.episode
        };
        if !running.iter().any(runs) {
            insert(tx, permit, what.episode, what.at, choice).await?;
        }
    }
    Ok(())
}

/// Starts the clock anew from `at` when its definition says that it comes again (rule 59).
pub(super) async fn again(
    tx: &mut Tx,
    permit: &CasePermit,
    ended: &clock::Model,
    definition: Definition,
    at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let case = tx.find::<case::Entity>(ended.case_id).await?;
    let office = Office::of(tx, case.jurisdiction).await?;
    let due = office
        .calendar
        .after(at, definition.amount, definition.unit)?;
    let choice = Choice {
        definition,
        version: ended.definition_version,
        recommended: ended.recommended,
        due,
    };
    insert(tx, permit, ended.episode_id, at, choice).await
}

/// Starts the clock of `code` with a day of its own: what was offered and is to be offered
/// again on that day (rule 55).
pub async fn start_until(
    tx: &mut Tx,
    permit: &CasePermit,
    code: &str,
    episode: Option<Uuid>,
    day: NaiveDate,
) -> Result<(), Refusal> {
    let case = tx.find::<case::Entity>(permit.case()).await?;
    let office = Office::of(tx, case.jurisdiction).await?;
    let due = office.calendar.end_of(day)?;
    let mut found: Vec<_> = office
        .definitions
        .into_iter()
        .filter(|(_, one)| one.code == code)
        .collect();
    // The state's before the country's: their titles may differ.
    found.sort_by_key(|(_, one)| one.jurisdiction == "US");
    let Some((version, definition)) = found.into_iter().next() else {
        return Ok(());
    };
    let choice = Choice {
        definition,
        version,
        recommended: false,
        due,
    };
    let now = tx.now();
    insert(tx, permit, episode, now, choice).await
}

async fn insert(
    tx: &mut Tx,
    permit: &CasePermit,
    episode: Option<Uuid>,
    at: DateTime<Utc>,
    choice: Choice,
) -> Result<(), Refusal> {
    let soon = soon_at(at, choice.due);
    let one = choice.definition;
    let row = clock::ActiveModel {
        id: Set(tx.new_id()),
        org_id: Set(permit.org()),
        version: Set(1),
        case_id: Set(permit.case()),
        episode_id: Set(episode),
        code: Set(one.code.clone()),
        jurisdiction: Set(one.jurisdiction.clone()),
        definition_version: Set(choice.version),
        body: Set(text_of(&one)?),
        party: Set(one.party),
        responsible: Set(one.responsible),
        recommended: Set(choice.recommended),
        started_at: Set(at),
        soon_at: Set(soon),
        due_at: Set(choice.due),
        extended_by: Set(None),
        extended_sending: Set(None),
        extended_receiving: Set(None),
        state: Set(ClockState::Open),
        met_at: Set(None),
        closed_at: Set(never()),
        closed_by: Set(None),
        notice_id: Set(None),
        agency: Set(None),
        person: Set(None),
        reference: Set(None),
        reason: Set(None),
        remind_at: Set(soon),
        owner_told: Set(false),
        created_at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await.map(drop)
}

/// Whether who asked for help is an official (rule 57). Only the kind of requester is read.
async fn asked_by_official(
    tx: &Tx,
    permit: &CasePermit,
    case: &case::Model,
) -> Result<bool, Refusal> {
    #[derive(FromQueryResult)]
    struct Asked {
        requester_kind: RequesterKind,
    }
    let Some(request) = case.request_id else {
        return Ok(false);
    };
    let query = Query::select()
        .column(request::Column::RequesterKind)
        .from(request::Entity)
        .and_where(request::Column::Id.eq(request))
        .take();
    let asked = tx.unscoped_rows::<Asked>(&permit.grant()?, &query).await?;
    Ok(asked.iter().any(|asked| {
        matches!(
            asked.requester_kind,
            RequesterKind::ChildWelfareWorker
                | RequesterKind::LawEnforcement
                | RequesterKind::JuvenileJustice
                | RequesterKind::Court
        )
    }))
}
