//! How a message stands.

use crate::codes;
use crate::outbox::{OutboxColumn, OutboxRow};
use crate::store::prelude::*;

codes! {
    /// How a message stands.
    pub enum MailState {
        /// It is to be sent, or to be tried again.
        Waiting = "waiting",
        /// A mail server has taken it.
        Sent = "sent",
        /// It could not be sent; an administrator can have it tried again.
        Parked = "parked",
        /// It was not sent: the link in it was used, taken back or had gone by before.
        Cancelled = "cancelled",
    }
}

impl MailState {
    /// Of a row.
    pub(super) fn of(row: &OutboxRow) -> Self {
        if row.cancelled_at.is_some() {
            Self::Cancelled
        } else if row.done_at.is_some() {
            Self::Sent
        } else if row.parked_at.is_some() {
            Self::Parked
        } else {
            Self::Waiting
        }
    }

    /// The rows that stand so.
    pub(super) fn rows(self) -> Condition {
        use OutboxColumn::{CancelledAt, DoneAt, ParkedAt};
        match self {
            Self::Cancelled => Condition::all().add(CancelledAt.is_not_null()),
            Self::Sent => Condition::all()
                .add(DoneAt.is_not_null())
                .add(CancelledAt.is_null()),
            Self::Parked => Condition::all()
                .add(DoneAt.is_null())
                .add(ParkedAt.is_not_null()),
            Self::Waiting => Condition::all()
                .add(DoneAt.is_null())
                .add(ParkedAt.is_null()),
        }
    }
}
