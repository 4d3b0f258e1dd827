//! Opens a time away: what was heard, and when (rules 48, 58). The clocks run from when we
//! heard of it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::change::place;
use super::entity::{episode, report};
use super::model::{MissingType, Whereabouts};
use crate::access::{Act, CasePermit, Viewer};
use crate::cases::entity::case;
use crate::clocks::model::ClockTrigger;
use crate::clocks::{Start, start};
use crate::error::{FieldCode, Refusal};
use crate::input::Check;
use crate::plans::{ReviewTrigger, called_for};
use crate::store::Tx;
use crate::store::prelude::*;

/// What was heard.
#[derive(Debug)]
pub(super) struct EpisodeOpen {
    pub key: Uuid,
    pub case: Uuid,
    pub missing_type: MissingType,
    pub whereabouts: Whereabouts,
    pub info_received_at: Option<DateTime<Utc>>,
    pub known: Option<String>,
    pub last_seen_at: Option<DateTime<Utc>>,
    pub last_seen_place: Option<String>,
}

/// Opens it, with a report that holds what is known, and starts the clocks. Returns it.
pub(super) async fn open(viewer: &Viewer, input: EpisodeOpen) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::EpisodeRecord, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    // Two who open at once stand in line at the case.
    tx.find::<case::Entity>(input.case).await?;
    check(&tx, &input).await?;
    let (grant, now, id) = (permit.grant()?, tx.now(), tx.new_id());
    let at = input.info_received_at.unwrap_or(now);
    let known = permit.seal_some(
        place("missing_episode", "known", id),
        input.known.as_deref(),
    )?;
    let row = episode::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        version: Set(1),
        case_id: Set(input.case),
        missing_type: Set(input.missing_type),
        whereabouts: Set(input.whereabouts),
        info_received_at: Set(at),
        known: Set(known),
        recovered_at: Set(None),
        recovery_location: Set(None),
        recovery_note: Set(None),
        interstate: Set(false),
        screening: Set(None),
        screening_note: Set(None),
        placement_response: Set(None),
        closed_at: Set(None),
        opened_by: Set(viewer.user()),
        created_at: Set(now),
    };
    tx.insert(&grant, row).await?;
    let report = report(&tx, &permit, &input, id)?;
    tx.insert(&grant, report).await?;
    let what = Start {
        location_known: input.whereabouts == Whereabouts::AwayKnownLocation,
        ..Start::of(ClockTrigger::MissingInfoReceived, at, Some(id))
    };
    start(&mut tx, &permit, what).await?;
    // What has happened is a reason to ask again what would help (rule 72), and no failing.
    called_for(&mut tx, &permit, ReviewTrigger::MissingAgain).await?;
    tx.commit(id).await
}

async fn check(tx: &Tx, input: &EpisodeOpen) -> Result<(), Refusal> {
    let (mut check, now) = (Check::default(), tx.now());
    check.has_been("infoReceivedAt", input.info_received_at, now);
    check.has_been("lastSeenAt", input.last_seen_at, now);
    if !matches!(
        input.whereabouts,
        Whereabouts::Missing | Whereabouts::AwayKnownLocation
    ) {
        let message = "It begins with somebody missing, or away and known where.";
        check.wrong("whereabouts", FieldCode::NotAllowedHere, message);
    }
    let away = Condition::all()
        .add(episode::Column::CaseId.eq(input.case))
        .add(episode::Column::RecoveredAt.is_null());
    if !tx.find_all::<episode::Entity>(away).await?.is_empty() {
        let message = "They are recorded as away already. Change where they are there.";
        check.wrong("case", FieldCode::NotAllowedHere, message);
    }
    check.done()
}

fn report(
    tx: &Tx,
    permit: &CasePermit,
    input: &EpisodeOpen,
    episode: Uuid,
) -> Result<report::ActiveModel, Refusal> {
    let id = tx.new_id();
    let seen = place("missing_report", "last_seen_place", id);
    Ok(report::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        version: Set(1),
        case_id: Set(input.case),
        episode_id: Set(episode),
        photo: Set(None),
        description: Set(None),
        no_endangerment_known: Set(false),
        last_seen_at: Set(input.last_seen_at),
        last_seen_place: Set(permit.seal_some(seen, input.last_seen_place.as_deref())?),
        clothing: Set(None),
        accompanied_by: Set(None),
        guardian_contact: Set(None),
        agency_contact: Set(None),
        changed_by: Set(tx.viewer().user()),
        changed_at: Set(tx.now()),
    })
}
