//! The outbox as an administrator sees it: what waits, what was sent, what nobody took.

use super::rows::{Column, Entity, Model};
use crate::access::{Act, Viewer};
use crate::codes;
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of the list.
pub(super) const NEWEST: &str = "mail.newest";

codes! {
    /// Where a message stands.
    pub enum MailState {
        /// It will be sent, or sent again.
        Waiting = "waiting",
        /// The mail server has taken it.
        Sent = "sent",
        /// Nobody took it; it waits for an administrator.
        Parked = "parked",
    }
}

impl MailState {
    /// Of a row.
    pub(super) fn of(row: &Model) -> Self {
        if row.done_at.is_some() {
            Self::Sent
        } else if row.parked_at.is_some() {
            Self::Parked
        } else {
            Self::Waiting
        }
    }

    fn condition(self) -> Condition {
        match self {
            Self::Waiting => Condition::all()
                .add(Column::DoneAt.is_null())
                .add(Column::ParkedAt.is_null()),
            Self::Sent => Condition::all().add(Column::DoneAt.is_not_null()),
            Self::Parked => Condition::all()
                .add(Column::DoneAt.is_null())
                .add(Column::ParkedAt.is_not_null()),
        }
    }
}

/// A page of the organisation's mail in the given states (all when none is given), the newest
/// first: ids are in the order of time.
pub(super) async fn page(
    viewer: &Viewer,
    states: &[MailState],
    asked: Asked,
    after: Option<Cursor>,
) -> Result<Page<Model>, Refusal> {
    viewer.may(Act::MailView)?;
    let keyset = Keyset::new(NEWEST, Column::Id, Column::Id, Order::Desc, asked)
        .after(after.map(|place| (place.id.into(), place.id)));
    let mut some = Condition::any();
    for state in states {
        some = some.add(state.condition());
    }
    let mut select = viewer.select::<Entity>().filter(Column::Kind.eq(super::MAIL));
    if !states.is_empty() {
        select = select.filter(some);
    }
    select.page(&keyset).await
}
