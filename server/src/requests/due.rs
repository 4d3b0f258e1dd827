//! By when a request is to be answered first (rule 115): a clock out of data (rule 46).

use chrono::{DateTime, Utc};

use super::model::Urgency;
use crate::cases::model::State;
use crate::clocks::due_after;
use crate::clocks::model::ClockTrigger;
use crate::error::Refusal;
use crate::store::Tx;

/// By default four elapsed hours when a child was just found, whatever the hour and the day;
/// otherwise one business day of the state it is about.
pub(super) async fn first_response(
    tx: &Tx,
    state: State,
    received: DateTime<Utc>,
    urgency: Urgency,
) -> Result<DateTime<Utc>, Refusal> {
    let trigger = match urgency {
        Urgency::ChildJustFound => ClockTrigger::RequestForFoundChild,
        Urgency::Urgent | Urgency::Routine => ClockTrigger::RequestReceived,
    };
    due_after(tx, state, trigger, received).await
}
