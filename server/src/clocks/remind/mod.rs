//! Reminds of clocks: the owner when little time is left, then the supervisor when it is
//! overdue, once each, by the mail that says nothing (rules 62, 122).
//!
//! Since all such mails say the same, somebody gets one for a case in a pass, however many of
//! its clocks are due and whatever their part in it. Only what is due is touched: a running
//! clock lies in the index under the instant at which somebody is to be told next. Several
//! servers may remind at once: a case is in the hands of one of them, and what was told is
//! noted together with the mail.

mod letters;
mod take;
mod told;

use crate::app::App;
use crate::error::Refusal;
use crate::outbox;

pub(super) use take::{Team, owner};

/// Reminds of all that is due now, batch by batch; returns how many clocks were looked at.
pub async fn remind(app: &App) -> Result<u64, Refusal> {
    let mut done = 0;
    loop {
        let batch = remind_batch(app).await?;
        done += batch;
        // Nothing is due, or all of it is in somebody else's hands: they see to it, or the
        // next pass does.
        if batch == 0 {
            return Ok(done);
        }
    }
}

async fn remind_batch(app: &App) -> Result<u64, Refusal> {
    let now = app.clock().now();
    let tx = app.store().unscoped_begin().await?;
    let taken = take::take(&tx, app.store().is_postgres(), now).await?;
    outbox::enqueue_new(&tx, letters::letters(app, &taken, now)?).await?;
    told::note(&tx, &taken.clocks, now).await?;
    tx.commit().await?;
    Ok(taken.clocks.len() as u64)
}
