//! Records that something has happened from which clocks run, and that no other act tells.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::clock;
use super::model::ClockTrigger;
use super::office::body;
use super::start::{Start, start};
use crate::access::{Act, CasePermit, Trace, Viewer};
use crate::codes;
use crate::error::{FieldCode, Refusal};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;

codes! {
    /// What has happened from which clocks run.
    pub enum ClockEvent {
        /// First identification of the young person as trafficked (rule 56).
        IdentifiedAsTrafficked = "identified_as_trafficked",
        /// A minor from another country for whom there is a concern (rule 57).
        ForeignNationalConcern = "foreign_national_concern",
        /// Reasonable cause to report to the state's line for children.
        ReasonableCause = "reasonable_cause",
        /// The form in which the young person agrees to return to another state came (rule 60).
        ReturnConsentReceived = "return_consent_received",
    }
}

impl ClockEvent {
    fn trigger(self) -> ClockTrigger {
        match self {
            Self::IdentifiedAsTrafficked => ClockTrigger::IdentifiedAsTrafficked,
            Self::ForeignNationalConcern => ClockTrigger::ForeignNationalConcern,
            Self::ReasonableCause => ClockTrigger::ReasonableCause,
            Self::ReturnConsentReceived => ClockTrigger::ReturnConsentReceived,
        }
    }
}

/// What has happened.
#[derive(Debug)]
pub(super) struct EventRecord {
    pub key: Uuid,
    pub case: Uuid,
    pub event: ClockEvent,
    pub at: Option<DateTime<Utc>>,
}

/// Records it, and starts what runs from it. Returns the case.
pub(super) async fn record(viewer: &Viewer, input: EventRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ClockMeet, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let mut check = Check::default();
    check.has_been("at", input.at, tx.now());
    if input.event == ClockEvent::IdentifiedAsTrafficked && known_already(&tx, input.case).await? {
        let message = "That was recorded for this case. Only the first time counts.";
        check.wrong("event", FieldCode::NotAllowedHere, message);
    }
    check.done()?;
    let at = input.at.unwrap_or(tx.now());
    start(&mut tx, &permit, Start::of(input.event.trigger(), at, None)).await?;
    tx.about(Trace {
        kind: "case",
        id: input.case,
        case: Some(input.case),
    });
    tx.commit(input.case).await
}

/// Starts what runs from the first identification as trafficked, unless it was recorded before
/// (rule 56).
pub async fn identified(tx: &mut Tx, permit: &CasePermit) -> Result<(), Refusal> {
    if known_already(tx, permit.case()).await? {
        return Ok(());
    }
    let now = tx.now();
    start(
        tx,
        permit,
        Start::of(ClockTrigger::IdentifiedAsTrafficked, now, None),
    )
    .await
}

async fn known_already(tx: &Tx, case: Uuid) -> Result<bool, Refusal> {
    let of_case = clock::Column::CaseId.eq(case);
    for clock in tx.find_all::<clock::Entity>(of_case).await? {
        if body(&clock.body)?.trigger == ClockTrigger::IdentifiedAsTrafficked {
            return Ok(true);
        }
    }
    Ok(false)
}
