//! Ending one of one's own sessions from another: a lost phone, a shared computer.

use uuid::Uuid;

use super::entity::{EndReason, session};
use super::session::alive;
use crate::access::{Act, Grant, Trace, Viewer};
use crate::error::Refusal;
use crate::store::Tx;
use crate::store::prelude::*;

/// Which session.
#[derive(Debug)]
pub(super) struct SessionEnd {
    pub key: Uuid,
    pub id: Uuid,
}

/// One's sessions that have not ended, newest first.
pub(super) async fn mine(viewer: &Viewer) -> Result<Vec<session::Model>, Refusal> {
    viewer.may(Act::OwnAccount)?;
    viewer
        .select::<session::Entity>()
        .filter(session::Column::UserId.eq(viewer.user()))
        .filter(alive(viewer.app().clock().now()))
        .order(session::Column::StartedAt, Order::Desc)
        .limit(100)
        .all()
        .await
}

/// Ends it; it is out with its next request.
pub(super) async fn end(viewer: &Viewer, input: SessionEnd) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::OwnAccount, input.key, &input).await?;
    let grant = tx.may()?;
    let which = Condition::all()
        .add(session::Column::Id.eq(input.id))
        .add(session::Column::UserId.eq(viewer.user()));
    if end_where(&mut tx, &grant, which, EndReason::EndedByOwner).await? == 0 {
        return Err(Refusal::NotFound);
    }
    tx.about(Trace {
        kind: "session",
        id: input.id,
        case: None,
    });
    tx.commit(input.id).await
}

/// Ends those sessions in scope for which `which` holds and that have not ended.
pub(super) async fn end_where(
    tx: &mut Tx,
    grant: &Grant,
    which: Condition,
    reason: EndReason,
) -> Result<usize, Refusal> {
    let live = which.add(session::Column::EndedAt.is_null());
    let found = tx.find_all::<session::Entity>(live).await?;
    let count = found.len();
    for row in found {
        let ended = session::ActiveModel {
            ended_at: Set(Some(tx.now())),
            end_reason: Set(Some(reason)),
            ..row.into_active_model()
        };
        tx.update(grant, ended).await?;
    }
    Ok(count)
}
