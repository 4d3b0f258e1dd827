//! What stands in the lanes: days and kinds. Nothing here leads on to other records, so that
//! what a document costs is what it says.

use async_graphql::{ID, SimpleObject};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Class, Viewer};
use crate::clocks::entity::clock;
use crate::clocks::model::{ClockState, ClockStatus};
use crate::clocks::{self, status};
use crate::contacts::entity::support_contact;
use crate::contacts::model::{ContactChannel, ContactOutcome};
use crate::episodes::entity::episode;
use crate::error::Refusal;
use crate::graphql::{Kind, id, policy};
use crate::referrals::entity::referral;
use crate::referrals::model::ReferralState;
use crate::staffings::entity::staffing;
use crate::staffings::model::StaffingType;

fn sealed(viewer: &Viewer, kind: Kind, row: Uuid) -> Result<ID, Refusal> {
    Ok(ID(id::id_of(viewer.app(), kind, row)?))
}

/// A time away.
#[derive(SimpleObject)]
pub struct TimelineAway {
    /// The id of the time away.
    #[graphql(directive = policy::apply(Class::Location))]
    id: ID,
    /// When we heard of it.
    #[graphql(directive = policy::apply(Class::Location))]
    info_received_at: DateTime<Utc>,
    /// When it ended; null while it goes on.
    #[graphql(directive = policy::apply(Class::Location))]
    recovered_at: Option<DateTime<Utc>>,
}

impl TimelineAway {
    pub(super) fn of(viewer: &Viewer, row: &episode::Model) -> Result<Self, Refusal> {
        Ok(Self {
            id: sealed(viewer, Kind::Episode, row.id)?,
            info_received_at: row.info_received_at,
            recovered_at: row.recovered_at,
        })
    }
}

/// A contact with the family.
#[derive(SimpleObject)]
pub struct TimelineContact {
    /// The id of the contact.
    #[graphql(directive = policy::apply(Class::Narrative))]
    id: ID,
    /// When.
    #[graphql(directive = policy::apply(Class::Narrative))]
    occurred_at: DateTime<Utc>,
    /// How.
    #[graphql(directive = policy::apply(Class::Narrative))]
    channel: ContactChannel,
    /// What came of it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    outcome: ContactOutcome,
}

impl TimelineContact {
    pub(super) fn of(viewer: &Viewer, row: &support_contact::Model) -> Result<Self, Refusal> {
        Ok(Self {
            id: sealed(viewer, Kind::SupportContact, row.id)?,
            occurred_at: row.occurred_at,
            channel: row.channel,
            outcome: row.outcome,
        })
    }
}

/// A referral.
#[derive(SimpleObject)]
pub struct TimelineReferral {
    /// The id of the referral.
    #[graphql(directive = policy::apply(Class::Pointer))]
    id: ID,
    /// When it was written.
    #[graphql(directive = policy::apply(Class::Pointer))]
    created_at: DateTime<Utc>,
    /// Where it stands now.
    #[graphql(directive = policy::apply(Class::Pointer))]
    state: ReferralState,
}

impl TimelineReferral {
    pub(super) fn of(viewer: &Viewer, row: &referral::Model) -> Result<Self, Refusal> {
        Ok(Self {
            id: sealed(viewer, Kind::Referral, row.id)?,
            created_at: row.created_at,
            state: row.state,
        })
    }
}

/// A staffing.
#[derive(SimpleObject)]
pub struct TimelineStaffing {
    /// The id of the staffing.
    #[graphql(directive = policy::apply(Class::Pointer))]
    id: ID,
    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    at: DateTime<Utc>,
    /// What kind.
    #[graphql(name = "type", directive = policy::apply(Class::Pointer))]
    kind: StaffingType,
}

impl TimelineStaffing {
    pub(super) fn of(viewer: &Viewer, row: &staffing::Model) -> Result<Self, Refusal> {
        Ok(Self {
            id: sealed(viewer, Kind::Staffing, row.id)?,
            at: row.at,
            kind: row.staffing_type,
        })
    }
}

/// What is or was due.
#[derive(SimpleObject)]
pub struct TimelineClock {
    /// The id of the clock.
    #[graphql(directive = policy::apply(Class::Work))]
    id: ID,
    /// What is to be done, in the viewer's language.
    #[graphql(directive = policy::apply(Class::Work))]
    title: String,
    /// How it stands now.
    #[graphql(directive = policy::apply(Class::Work))]
    status: ClockStatus,
    /// When it began to run.
    #[graphql(directive = policy::apply(Class::Work))]
    started_at: DateTime<Utc>,
    /// By when it is to be done.
    #[graphql(directive = policy::apply(Class::Work))]
    due_at: DateTime<Utc>,
    /// When it was done, as was told.
    #[graphql(directive = policy::apply(Class::Work))]
    met_at: Option<DateTime<Utc>>,
    /// When its end was written down.
    #[graphql(directive = policy::apply(Class::Work))]
    ended_at: Option<DateTime<Utc>>,
}

impl TimelineClock {
    pub(super) fn of(viewer: &Viewer, row: &clock::Model) -> Result<Self, Refusal> {
        Ok(Self {
            id: sealed(viewer, Kind::Clock, row.id)?,
            title: clocks::title(row, viewer.locale())?,
            status: status(row, viewer.app().clock().now()),
            started_at: row.started_at,
            due_at: row.due_at,
            met_at: row.met_at,
            ended_at: (row.state != ClockState::Open).then_some(row.closed_at),
        })
    }
}
