//! Sends a message again that nobody took. Administrators do, when what was wrong is mended.

use uuid::Uuid;

use super::list::MailState;
use super::rows::Entity;
use crate::access::{Act, Trace, Viewer};
use crate::error::{MoveRefused, Refusal};
use crate::store::prelude::*;

/// Which message.
#[derive(Debug)]
pub(super) struct MailRetry {
    pub key: Uuid,
    pub id: Uuid,
}

/// A parked message waits again, from now on and with all its tries before it. Returns it.
pub(super) async fn retry(viewer: &Viewer, input: MailRetry) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::MailRetry, input.key, &input).await?;
    let grant = tx.may()?;
    let row = tx.find::<Entity>(input.id).await?;
    let state = MailState::of(&row);
    if state != MailState::Parked {
        return Err(Refusal::Move(MoveRefused {
            from: state.code().to_uppercase(),
            to: MailState::Waiting.code().to_uppercase(),
            allowed: Vec::new(),
        }));
    }
    let mut row = row.into_active_model();
    row.parked_at = Set(None);
    row.attempts = Set(0);
    row.not_before = Set(tx.now());
    tx.about(Trace {
        kind: "mail",
        id: input.id,
        case: None,
    });
    tx.update(&grant, row).await?;
    tx.commit(input.id).await
}
