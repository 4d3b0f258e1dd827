//! What a report says: checked, sealed, and opened again.

use chrono::{DateTime, Utc};

use super::tell::Evidence;
use super::{past_place, place};
use crate::access::{CasePermit, Class};
use crate::clocks::model::NoticeMethod;
use crate::error::{FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::observations::entity::{tip, tip_past};
use crate::observations::model::{ReportedTo, TipKind};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::SealedBytes;

/// What is said of a report.
#[derive(Clone, Debug)]
pub(in crate::observations) struct Said {
    pub reported_to: ReportedTo,
    pub kind: Option<TipKind>,
    /// When; of a new one now, when absent; of a corrected one as it stood.
    pub filed_at: Option<DateTime<Utc>>,
    pub filed_by: Option<String>,
    pub method: NoticeMethod,
    pub agency: Option<String>,
    pub person: Option<String>,
    pub reference: Option<String>,
}

impl Said {
    /// What of it does not go together.
    pub fn check(&self, check: &mut Check, tx: &Tx) {
        check.has_been("filedAt", self.filed_at, tx.now());
        if self.reported_to == ReportedTo::Cybertipline && self.kind.is_none() {
            check.wrong("kind", FieldCode::Required, "Say what it was about.");
        }
        if self.reported_to == ReportedTo::Other && self.agency.is_none() {
            check.wrong("agency", FieldCode::Required, "Say to whom.");
        }
    }

    /// The evidence that it is, where nothing of it is missing.
    pub(super) fn evidence(&self, at: DateTime<Utc>) -> Option<Evidence<'_>> {
        Some(Evidence {
            party: self.reported_to.party()?,
            method: self.method,
            at,
            agency: self.agency.as_deref()?,
            person: self.person.as_deref()?,
            reference: self.reference.as_deref()?,
        })
    }

    /// Puts it into the row, as its writer's present wording.
    pub fn seal_into(
        &self,
        row: &mut tip::ActiveModel,
        filed_at: DateTime<Utc>,
        tx: &Tx,
        permit: &CasePermit,
    ) -> Result<(), Refusal> {
        let id = *row.id.as_ref();
        let seal =
            |column, text: &Option<String>| permit.seal_some(place(column, id), text.as_deref());
        row.reported_to = Set(self.reported_to);
        row.kind = Set(self.kind);
        row.filed_at = Set(filed_at);
        row.filed_by = Set(seal("filed_by", &self.filed_by)?);
        row.method = Set(self.method);
        row.agency = Set(seal("agency", &self.agency)?);
        row.person = Set(seal("person", &self.person)?);
        row.reference = Set(seal("reference", &self.reference)?);
        row.recorded_by = Set(tx.viewer().user());
        row.recorded_at = Set(tx.now());
        Ok(())
    }

    /// What the row says.
    pub fn open(permit: &CasePermit, row: &tip::Model) -> Result<Self, Refusal> {
        let open = |column, sealed: &Option<SealedBytes>| {
            permit.open_some(Class::Observation, place(column, row.id), sealed.as_ref())
        };
        Ok(Self {
            reported_to: row.reported_to,
            kind: row.kind,
            filed_at: Some(row.filed_at),
            filed_by: open("filed_by", &row.filed_by)?,
            method: row.method,
            agency: open("agency", &row.agency)?,
            person: open("person", &row.person)?,
            reference: open("reference", &row.reference)?,
        })
    }

    /// The fields in which this and what stands differ.
    pub fn differs(&self, theirs: &Self) -> Vec<Option<FieldConflict>> {
        let shown = |code: &'static str| code.to_uppercase();
        let kind = |kind: Option<TipKind>| kind.map(|kind| shown(kind.code()));
        let text = |path, pick: fn(&Self) -> &Option<String>| {
            FieldConflict::of(path, pick(self).clone(), pick(theirs).clone())
        };
        vec![
            FieldConflict::of(
                "reportedTo",
                shown(self.reported_to.code()),
                shown(theirs.reported_to.code()),
            ),
            FieldConflict::of("kind", kind(self.kind), kind(theirs.kind)),
            FieldConflict::of(
                "filedAt",
                self.filed_at.or(theirs.filed_at),
                theirs.filed_at,
            ),
            text("filedBy", |said| &said.filed_by),
            FieldConflict::of(
                "method",
                shown(self.method.code()),
                shown(theirs.method.code()),
            ),
            text("agency", |said| &said.agency),
            text("personSpokenTo", |said| &said.person),
            text("reference", |said| &said.reference),
        ]
    }

    /// The row of this wording as one of the past, corrected now for `reason`.
    pub fn past(
        &self,
        of: &tip::Model,
        reason: &str,
        tx: &Tx,
        permit: &CasePermit,
    ) -> Result<tip_past::ActiveModel, Refusal> {
        let id = tx.new_id();
        let seal = |column, text: &Option<String>| {
            permit.seal_some(past_place(column, id), text.as_deref())
        };
        Ok(tip_past::ActiveModel {
            id: Set(id),
            org_id: Set(of.org_id),
            case_id: Set(of.case_id),
            tip_id: Set(of.id),
            version: Set(of.version),
            reported_to: Set(self.reported_to),
            kind: Set(self.kind),
            filed_at: Set(of.filed_at),
            filed_by: Set(seal("filed_by", &self.filed_by)?),
            method: Set(self.method),
            agency: Set(seal("agency", &self.agency)?),
            person: Set(seal("person", &self.person)?),
            reference: Set(seal("reference", &self.reference)?),
            recorded_by: Set(of.recorded_by),
            recorded_at: Set(of.recorded_at),
            reason: Set(permit.seal(past_place("reason", id), reason)?),
            corrected_by: Set(tx.viewer().user()),
            corrected_at: Set(tx.now()),
        })
    }
}
