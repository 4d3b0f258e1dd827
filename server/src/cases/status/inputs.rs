//! Inputs of the changes of a case's status.

use async_graphql::{ID, InputObject};

use super::act::{Reopen, StatusMove};
use super::close::CaseClose;
use super::model::ClosureReason;
use crate::access::Viewer;
use crate::cases::model::CaseStatus;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};
use crate::plans::ContactWishKind;

/// Moves a case among the states in which there is work to do.
#[derive(InputObject)]
pub struct CaseStatusMoveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    id: ID,
    /// The case's version that was read.
    expected_version: i32,
    /// Where to: one of `allowedStatuses`, but neither `CLOSED` nor `REOPENED`.
    to: CaseStatus,
    /// A word on it, at most 20,000 characters.
    note: Option<String>,
}

impl CaseStatusMoveInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<StatusMove, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        Ok(StatusMove {
            key,
            id: id::open(viewer.app(), Kind::Case, &self.id)?,
            expected_version: self.expected_version,
            to: self.to,
            note,
        })
    }
}

/// Closes a case.
#[derive(InputObject)]
pub struct CaseCloseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    id: ID,
    /// The case's version that was read.
    expected_version: i32,
    /// Why it ends.
    reason: ClosureReason,
    /// What remains to be done or to be watched, and who does, at most 20,000 characters.
    remains: String,
    /// How the young person wants to hear from us afterwards.
    aftercare: ContactWishKind,
    /// A word on that, at most 20,000 characters.
    aftercare_note: Option<String>,
    /// That it is known what still runs: clocks, referrals, a review, a staffing. Needed
    /// when something does.
    #[graphql(default)]
    leaves_running: bool,
}

impl CaseCloseInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<CaseClose, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let remains = check.text("remains", self.remains, STORY);
        let aftercare_note = check.maybe("aftercareNote", self.aftercare_note, STORY);
        check.done()?;
        Ok(CaseClose {
            key,
            id: id::open(viewer.app(), Kind::Case, &self.id)?,
            expected_version: self.expected_version,
            reason: self.reason,
            remains,
            aftercare: self.aftercare,
            aftercare_note,
            leaves_running: self.leaves_running,
        })
    }
}

/// Reopens a case that was closed. Nothing has to be said.
#[derive(InputObject)]
pub struct CaseReopenInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    id: ID,
    /// The case's version that was read.
    expected_version: i32,
    /// A word on it, at most 20,000 characters.
    note: Option<String>,
}

impl CaseReopenInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<Reopen, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        Ok(Reopen {
            key,
            id: id::open(viewer.app(), Kind::Case, &self.id)?,
            expected_version: self.expected_version,
            note,
        })
    }
}
