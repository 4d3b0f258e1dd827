//! What an observation says: checked, sealed, and opened again.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::entity::{observation, past};
use super::model::{FollowUp, ObservationKind, SourceKind};
use super::vocabulary::ObservationCode;
use crate::access::{CasePermit, Class};
use crate::clocks::model::ClockTrigger;
use crate::clocks::{Start, start};
use crate::error::{Fault, FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::{Place, SealedBytes};

/// How far back an observation may lie: longer than any childhood.
const OLDEST: Days = Days::new(25 * 366);

/// What is said of an observation.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub kind: ObservationKind,
    pub code: ObservationCode,
    pub code_text: Option<String>,
    pub observed_on: NaiveDate,
    pub observer: Option<String>,
    pub source_kind: SourceKind,
    pub narrative: String,
    pub graphic: bool,
    pub content_note: Option<String>,
    pub follow_up: FollowUp,
    pub follow_up_reason: Option<String>,
}

/// The place of a sealed column of an observation.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "observation",
        column,
        row,
    }
}

/// The place of a sealed column of a past wording.
pub(super) fn past_place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "observation_past",
        column,
        row,
    }
}

/// Refuses a day that has not been yet anywhere, or that lies before any childhood.
pub(super) fn day_of_a_childhood(check: &mut Check, path: &str, day: NaiveDate, tx: &Tx) {
    check.day_has_been(path, day, tx.now());
    if day < tx.now().date_naive() - OLDEST {
        let message = "Choose a day within the last 25 years.";
        check.wrong(path, FieldCode::InThePast, message);
    }
}

impl Said {
    /// What of it does not go together.
    pub fn check(&self, check: &mut Check, tx: &Tx) {
        day_of_a_childhood(check, "observedOn", self.observed_on, tx);
        if self.code.kind().is_some_and(|kind| kind != self.kind) {
            let message = "This word is of another kind.";
            check.wrong("code", FieldCode::NotAllowedHere, message);
        }
        if self.code == ObservationCode::Other && self.code_text.is_none() {
            check.wrong("codeText", FieldCode::Required, "Say what it is.");
        }
        if self.follow_up == FollowUp::RecordedReviewed && self.follow_up_reason.is_none() {
            let message = "Say why nothing else follows.";
            check.wrong("followUpReason", FieldCode::MissingReason, message);
        }
    }

    /// Starts the clock that the choice brings with it: reasonable cause to report.
    pub async fn follow(&self, tx: &mut Tx, permit: &CasePermit) -> Result<(), Refusal> {
        if self.follow_up != FollowUp::MandatedReport {
            return Ok(());
        }
        let now = tx.now();
        start(
            tx,
            permit,
            Start::of(ClockTrigger::ReasonableCause, now, None),
        )
        .await
    }

    /// Puts it into the row, as its writer's present wording.
    pub fn seal_into(
        &self,
        row: &mut observation::ActiveModel,
        id: Uuid,
        tx: &Tx,
        permit: &CasePermit,
    ) -> Result<(), Refusal> {
        let some =
            |column, text: &Option<String>| permit.seal_some(place(column, id), text.as_deref());
        row.kind = Set(self.kind);
        row.code = Set(self.code);
        row.code_text = Set(some("code_text", &self.code_text)?);
        row.observed_on = Set(self.observed_on);
        row.observer = Set(some("observer", &self.observer)?);
        row.source_kind = Set(self.source_kind);
        row.narrative = Set(permit.seal(place("narrative", id), &self.narrative)?);
        row.graphic = Set(self.graphic);
        row.content_note = Set(some("content_note", &self.content_note)?);
        row.follow_up = Set(self.follow_up);
        row.follow_up_reason = Set(some("follow_up_reason", &self.follow_up_reason)?);
        row.recorded_by = Set(tx.viewer().user());
        row.recorded_at = Set(tx.now());
        Ok(())
    }

    /// What the row says.
    pub fn open(permit: &CasePermit, row: &observation::Model) -> Result<Self, Refusal> {
        let some = |column, sealed: Option<&SealedBytes>| {
            permit.open_some(Class::Observation, place(column, row.id), sealed)
        };
        let unseen = Fault::Broken("a permit to record what it does not show");
        Ok(Self {
            kind: row.kind,
            code: row.code,
            code_text: some("code_text", row.code_text.as_ref())?,
            observed_on: row.observed_on,
            observer: some("observer", row.observer.as_ref())?,
            source_kind: row.source_kind,
            narrative: some("narrative", Some(&row.narrative))?.ok_or(unseen)?,
            graphic: row.graphic,
            content_note: some("content_note", row.content_note.as_ref())?,
            follow_up: row.follow_up,
            follow_up_reason: some("follow_up_reason", row.follow_up_reason.as_ref())?,
        })
    }

    /// The fields in which this and what stands differ.
    pub fn differs(&self, theirs: &Self) -> Vec<Option<FieldConflict>> {
        let code = |code: &'static str| code.to_uppercase();
        vec![
            FieldConflict::of("kind", code(self.kind.code()), code(theirs.kind.code())),
            FieldConflict::of("code", code(self.code.code()), code(theirs.code.code())),
            FieldConflict::of("codeText", self.code_text.clone(), theirs.code_text.clone()),
            FieldConflict::of("observedOn", self.observed_on, theirs.observed_on),
            FieldConflict::of("observer", self.observer.clone(), theirs.observer.clone()),
            FieldConflict::of(
                "source",
                code(self.source_kind.code()),
                code(theirs.source_kind.code()),
            ),
            FieldConflict::of(
                "narrative",
                self.narrative.as_str(),
                theirs.narrative.as_str(),
            ),
            FieldConflict::of("graphic", self.graphic, theirs.graphic),
            FieldConflict::of(
                "contentNote",
                self.content_note.clone(),
                theirs.content_note.clone(),
            ),
            FieldConflict::of(
                "followUp",
                code(self.follow_up.code()),
                code(theirs.follow_up.code()),
            ),
            FieldConflict::of(
                "followUpReason",
                self.follow_up_reason.clone(),
                theirs.follow_up_reason.clone(),
            ),
        ]
    }

    /// The row of this wording as one of the past, corrected now for `reason`.
    pub fn past(
        &self,
        of: &observation::Model,
        reason: &str,
        tx: &Tx,
        permit: &CasePermit,
    ) -> Result<past::ActiveModel, Refusal> {
        let id = tx.new_id();
        let some = |column, text: &Option<String>| {
            permit.seal_some(past_place(column, id), text.as_deref())
        };
        Ok(past::ActiveModel {
            id: Set(id),
            org_id: Set(of.org_id),
            case_id: Set(of.case_id),
            observation_id: Set(of.id),
            version: Set(of.version),
            kind: Set(self.kind),
            code: Set(self.code),
            code_text: Set(some("code_text", &self.code_text)?),
            observed_on: Set(self.observed_on),
            observer: Set(some("observer", &self.observer)?),
            source_kind: Set(self.source_kind),
            narrative: Set(permit.seal(past_place("narrative", id), &self.narrative)?),
            graphic: Set(self.graphic),
            content_note: Set(some("content_note", &self.content_note)?),
            follow_up: Set(self.follow_up),
            follow_up_reason: Set(some("follow_up_reason", &self.follow_up_reason)?),
            recorded_by: Set(of.recorded_by),
            recorded_at: Set(of.recorded_at),
            reason: Set(permit.seal(past_place("reason", id), reason)?),
            corrected_by: Set(tx.viewer().user()),
            corrected_at: Set(tx.now()),
        })
    }
}
