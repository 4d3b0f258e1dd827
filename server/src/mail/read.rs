//! Finding messages.

use uuid::Uuid;

use super::state::MailState;
use crate::access::{Act, Viewer, nothing};
use crate::error::Refusal;
use crate::outbox::{OutboxColumn, OutboxEntity, OutboxRow};
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of the list: newest first.
pub(super) const NEWEST: &str = "mail.newest";

/// A page of the organisation's messages in `states`.
pub(super) async fn page(
    viewer: &Viewer,
    states: &[MailState],
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<OutboxRow>, Refusal> {
    viewer.may(Act::MailView)?;
    let keyset =
        Keyset::by_id(NEWEST, OutboxColumn::Id, Order::Desc, asked).after(after.map(Cursor::text));
    let any = states
        .iter()
        .fold(Condition::any(), |any, state| any.add(state.rows()));
    // An empty `any` would hold for every row.
    let any = if states.is_empty() { nothing() } else { any };
    viewer
        .select::<OutboxEntity>()
        .filter(any)
        .page(&keyset)
        .await
}

/// Those of the messages `ids` that one may see.
pub async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<OutboxRow>, Refusal> {
    viewer.select::<OutboxEntity>().by_ids(ids).all().await
}
