//! Inputs of staffings, as GraphQL has them, and what they become.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject};
use chrono::{DateTime, SubsecRound, Utc};

use super::agenda::{StaffingItemInput, parse_items};
use super::cancel::StaffingCancel;
use super::model::StaffingType;
use super::schedule::StaffingSchedule;
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};

/// Cases on one agenda; more is no staffing.
const MOST_CASES: usize = 50;

/// Schedules a staffing; who schedules it facilitates it.
#[derive(InputObject)]
pub struct StaffingScheduleInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// What kind of staffing it is.
    #[graphql(name = "type")]
    kind: StaffingType,
    /// When; not in the past.
    at: DateTime<Utc>,
    /// What for, at most 20,000 characters. Those see it who see the staffing.
    purpose: Option<String>,
    /// The cases on its agenda; at least one, at most 50.
    cases: Vec<ID>,
    /// What is talked over, in its order; at most 200 items. For each case the young person's
    /// own comes first, named here or not (rule 97).
    agenda: Option<Vec<StaffingItemInput>>,
    /// Colleagues who are asked to come; they work on one of the cases. A mail that says
    /// nothing tells them. At most 50.
    invited: Option<Vec<ID>>,
}

impl StaffingScheduleInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<StaffingSchedule, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let purpose = check.maybe("purpose", self.purpose, STORY);
        if self.cases.is_empty() {
            check.wrong("cases", FieldCode::Required, "Name at least one case.");
        }
        if self.cases.len() > MOST_CASES {
            check.wrong("cases", FieldCode::TooLong, "At most 50 cases.");
        }
        let invited = self.invited.unwrap_or_default();
        if invited.len() > MOST_CASES {
            check.wrong("invited", FieldCode::TooLong, "At most 50 colleagues.");
        }
        let agenda = parse_items(viewer, &mut check, self.agenda.unwrap_or_default())?;
        check.done()?;
        let guest = |user: &ID| id::open(viewer.app(), Kind::User, user);
        let invited = invited.iter().map(guest).collect::<Result<_, _>>()?;
        let mut cases = BTreeSet::new();
        for case in &self.cases {
            cases.insert(id::open(viewer.app(), Kind::Case, case)?);
        }
        Ok(StaffingSchedule {
            key,
            kind: self.kind,
            // As fine as both databases keep it.
            at: self.at.trunc_subsecs(6),
            purpose,
            cases: cases.into_iter().collect(),
            agenda,
            invited,
        })
    }
}

/// Cancels a staffing that has not been yet.
#[derive(InputObject)]
pub struct StaffingCancelInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The staffing.
    id: ID,
    /// The staffing's version that was read.
    expected_version: i32,
    /// Why, at most 20,000 characters. It is kept in the history.
    reason: String,
}

impl StaffingCancelInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<StaffingCancel, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let reason = check.text("reason", self.reason, STORY);
        check.done()?;
        Ok(StaffingCancel {
            key,
            id: id::open(viewer.app(), Kind::Staffing, &self.id)?,
            expected_version: self.expected_version,
            reason,
        })
    }
}
