//! The input of a report that was made.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, SubsecRound, Utc};

use crate::access::Viewer;
use crate::clocks::model::NoticeMethod;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE};
use crate::observations::model::{ReportedTo, TipKind};
use crate::observations::report::ReportRecord;

/// Records a report that was made.
#[derive(InputObject)]
pub struct ReportMadeRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// To whom.
    reported_to: ReportedTo,
    /// What it was about; needed for the CyberTipline.
    kind: Option<TipKind>,
    /// When; now, when absent.
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

impl ReportMadeRecordInput {
    pub(in crate::observations) fn parse(self, viewer: &Viewer) -> Result<ReportRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let filed_by = check.maybe("filedBy", self.filed_by, LINE);
        let agency = check.maybe("agency", self.agency, LINE);
        let person = check.maybe("personSpokenTo", self.person_spoken_to, LINE);
        let reference = check.maybe("reference", self.reference, LINE);
        check.done()?;
        Ok(ReportRecord {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            reported_to: self.reported_to,
            kind: self.kind,
            // Microseconds, as both databases keep them.
            filed_at: self.filed_at.map(|at| at.trunc_subsecs(6)),
            filed_by,
            method: self.method,
            agency,
            person,
            reference,
        })
    }
}
