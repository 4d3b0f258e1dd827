//! Inputs of clocks, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, SubsecRound, Utc};

use crate::access::Viewer;
use crate::cases::CaseView;
use crate::clocks::close::{ClockMeet, ClockSetAside, Evidence};
use crate::clocks::events::{ClockEvent, EventRecord};
use crate::clocks::extend::ClockExtend;
use crate::clocks::model::ClockStatus;
use crate::clocks::read::ClockFilter;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, LINE, STORY};

/// Which clocks. All fields narrow.
#[derive(InputObject, Default)]
#[graphql(name = "ClockFilter")]
pub struct ClockFilterInput {
    /// On whose cases: one's own, or those of one's teams.
    view: Option<CaseView>,
    /// On this case.
    case: Option<ID>,
    /// That stand so; those that run, when absent.
    status: Option<Vec<ClockStatus>>,
    /// That run, or ended on this day or later, in UTC.
    ended_since: Option<Day>,
}

impl ClockFilterInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ClockFilter, Refusal> {
        let case = self
            .case
            .map(|case| id::field(viewer.app(), "filter.case", Kind::Case, &case));
        Ok(ClockFilter {
            view: self.view,
            case: case.transpose()?,
            status: self.status.unwrap_or_default(),
            ended_since: self.ended_since.map(|day| day.0),
        })
    }
}

/// Who was spoken to, when, and the number they gave. All of it is needed (rule 49).
#[derive(InputObject)]
pub struct EvidenceInput {
    /// The agency, at most 200 characters.
    agency: String,
    /// The person spoken to, at most 200 characters.
    person_spoken_to: String,
    /// The number they gave, at most 200 characters.
    reference: String,
    /// When; now, when absent.
    at: Option<DateTime<Utc>>,
}

impl EvidenceInput {
    /// The evidence, with what is wrong noted.
    pub fn parse(self, check: &mut Check) -> Evidence {
        Evidence {
            agency: check.text("agency", self.agency, LINE),
            person: check.text("personSpokenTo", self.person_spoken_to, LINE),
            reference: check.text("reference", self.reference, LINE),
            // Microseconds, as both databases keep them.
            at: self.at.map(|at| at.trunc_subsecs(6)),
        }
    }
}

/// Ends a clock with evidence.
#[derive(InputObject)]
pub struct ClockMeetInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The clock.
    id: ID,
    /// The clock's version that was read.
    expected_version: i32,
    #[graphql(flatten)]
    evidence: EvidenceInput,
}

impl ClockMeetInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ClockMeet, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let evidence = self.evidence.parse(&mut check);
        check.done()?;
        Ok(ClockMeet {
            key,
            id: id::open(viewer.app(), Kind::Clock, &self.id)?,
            expected_version: self.expected_version,
            evidence,
        })
    }
}

macro_rules! set_aside {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(InputObject)]
        pub struct $name {
            /// A UUID of the client's making, new for each change; a retry sends the same.
            client_mutation_key: ID,
            /// The clock.
            id: ID,
            /// The clock's version that was read.
            expected_version: i32,
            /// Why, at most 20,000 characters.
            reason: String,
        }

        impl $name {
            pub(super) fn parse(self, viewer: &Viewer) -> Result<ClockSetAside, Refusal> {
                let mut check = Check::default();
                let key = check.key(&self.client_mutation_key);
                let reason = check.text("reason", self.reason, STORY);
                check.done()?;
                Ok(ClockSetAside {
                    key,
                    id: id::open(viewer.app(), Kind::Clock, &self.id)?,
                    expected_version: self.expected_version,
                    reason,
                })
            }
        }
    };
}

set_aside!(
    /// Waives a clock; for supervisors.
    ClockWaiveInput
);
set_aside!(
    /// Says that a clock does not apply.
    ClockMarkNotApplicableInput
);

/// Makes a clock longer where both offices have agreed.
#[derive(InputObject)]
pub struct ClockExtendInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The clock.
    id: ID,
    /// The clock's version that was read.
    expected_version: i32,
    /// Who agreed in the office that sends the young person, at most 200 characters.
    sending_office: String,
    /// Who agreed in the office that receives them, at most 200 characters.
    receiving_office: String,
}

impl ClockExtendInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ClockExtend, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let sending = check.text("sendingOffice", self.sending_office, LINE);
        let receiving = check.text("receivingOffice", self.receiving_office, LINE);
        check.done()?;
        Ok(ClockExtend {
            key,
            id: id::open(viewer.app(), Kind::Clock, &self.id)?,
            expected_version: self.expected_version,
            sending,
            receiving,
        })
    }
}

/// Records that something has happened from which clocks run.
#[derive(InputObject)]
pub struct ClockEventRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// What.
    event: ClockEvent,
    /// When we heard of it; now, when absent.
    at: Option<DateTime<Utc>>,
}

impl ClockEventRecordInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<EventRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(EventRecord {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            event: self.event,
            at: self.at.map(|at| at.trunc_subsecs(6)),
        })
    }
}
