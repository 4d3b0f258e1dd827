//! Inputs of reports that were made, and what they become.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, SubsecRound, Utc};

use crate::access::Viewer;
use crate::clocks::model::NoticeMethod;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE, STORY};
use crate::observations::model::{ReportedTo, TipKind};
use crate::observations::report::correct::ReportCorrect;
use crate::observations::report::record::ReportRecord;
use crate::observations::report::said::Said;

/// What is said of a report.
#[derive(InputObject)]
pub struct ReportMadeInput {
    /// To whom.
    reported_to: ReportedTo,
    /// What it was about; needed for the CyberTipline.
    kind: Option<TipKind>,
    /// When. Absent: now, of a new one; as it stood, of a corrected one.
    filed_at: Option<DateTime<Utc>>,
    /// Who made it, at most 200 characters, when it was not oneself.
    filed_by: Option<String>,
    /// How.
    method: NoticeMethod,
    /// The agency or office, at most 200 characters; needed for others.
    agency: Option<String>,
    /// The person there, at most 200 characters.
    person_spoken_to: Option<String>,
    /// The number they gave, at most 200 characters. With agency and person it is the evidence
    /// that ends a clock which waits for this report (rule 49).
    reference: Option<String>,
}

impl ReportMadeInput {
    fn parse(self, check: &mut Check) -> Said {
        Said {
            reported_to: self.reported_to,
            kind: self.kind,
            // Microseconds, as both databases keep them.
            filed_at: self.filed_at.map(|at| at.trunc_subsecs(6)),
            filed_by: check.maybe("filedBy", self.filed_by, LINE),
            method: self.method,
            agency: check.maybe("agency", self.agency, LINE),
            person: check.maybe("personSpokenTo", self.person_spoken_to, LINE),
            reference: check.maybe("reference", self.reference, LINE),
        }
    }
}

/// Records a report that was made.
#[derive(InputObject)]
pub struct ReportMadeRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    #[graphql(flatten)]
    said: ReportMadeInput,
}

impl ReportMadeRecordInput {
    pub(in crate::observations) fn parse(self, viewer: &Viewer) -> Result<ReportRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let said = self.said.parse(&mut check);
        check.done()?;
        Ok(ReportRecord {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            said,
        })
    }
}

/// Corrects a report that was made. A clock that it ended goes by what it says now: it stays
/// ended while the report is evidence for it, and runs again when it is not (rule 49).
#[derive(InputObject)]
pub struct ReportMadeCorrectInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The report.
    id: ID,
    /// The report's version that was read.
    expected_version: i32,
    /// Why it is corrected, at most 20,000 characters.
    reason: String,
    #[graphql(flatten)]
    said: ReportMadeInput,
}

impl ReportMadeCorrectInput {
    pub(in crate::observations) fn parse(self, viewer: &Viewer) -> Result<ReportCorrect, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let reason = check.text("reason", self.reason, STORY);
        let said = self.said.parse(&mut check);
        check.done()?;
        Ok(ReportCorrect {
            key,
            id: id::open(viewer.app(), Kind::ReportMade, &self.id)?,
            expected_version: self.expected_version,
            reason,
            said,
        })
    }
}
