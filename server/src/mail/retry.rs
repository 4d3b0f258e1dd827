//! Has a message tried again that was given up.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::state::MailState;
use crate::access::{Act, Trace, Viewer};
use crate::error::{MoveRefused, Refusal};
use crate::graphql::{Kind, id};
use crate::input::Check;
use crate::outbox::OutboxEntity;
use crate::store::prelude::*;

/// Has a message tried again.
#[derive(InputObject)]
pub struct MailRetryInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The message.
    id: ID,
}

impl MailRetryInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<MailRetry, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(MailRetry {
            key,
            id: id::open(viewer.app(), Kind::Mail, &self.id)?,
        })
    }
}

/// Which message.
#[derive(Debug)]
pub(super) struct MailRetry {
    key: Uuid,
    id: Uuid,
}

/// Lets a parked message wait again, as if it had never been tried: it goes out at once if
/// it can, and under the same Message-ID. Returns it.
pub(super) async fn retry(viewer: &Viewer, input: MailRetry) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::MailRetry, input.key, &input).await?;
    let grant = tx.may()?;
    let found = tx.find::<OutboxEntity>(input.id).await?;
    let state = MailState::of(&found);
    if state != MailState::Parked {
        return Err(Refusal::Move(MoveRefused {
            from: state.code().to_uppercase(),
            to: MailState::Waiting.code().to_uppercase(),
            allowed: Vec::new(),
        }));
    }
    let mut row = found.into_active_model();
    row.parked_at = Set(None);
    row.attempts = Set(0);
    row.not_before = Set(tx.now());
    tx.update(&grant, row).await?;
    tx.about(Trace {
        kind: "mail",
        id: input.id,
        case: None,
    });
    tx.commit(input.id).await
}
