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
    }
}

impl MailState {
    /// Of a row.
    pub(super) fn of(row: &OutboxRow) -> Self {
        if row.done_at.is_some() {
            Self::Sent
        } else if row.parked_at.is_some() {
            Self::Parked
        } else {
            Self::Waiting
        }
    }

    /// The rows that stand so.
    pub(super) fn rows(self) -> Condition {
        use OutboxColumn::{DoneAt, ParkedAt};
        match self {
            Self::Sent => Condition::all().add(DoneAt.is_not_null()),
            Self::Parked => Condition::all()
                .add(DoneAt.is_null())
                .add(ParkedAt.is_not_null()),
            Self::Waiting => Condition::all()
                .add(DoneAt.is_null())
                .add(ParkedAt.is_null()),
        }
    }
}
