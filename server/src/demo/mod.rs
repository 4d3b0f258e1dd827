//! Invented data for a demonstration: plainly made up, the same on every run of a day,
//! and made by the same acts that people use, on a clock that walks through two years.

pub mod people;

mod actor;
mod dice;
mod directory;
mod plot;
mod services;
mod story;
mod templates;
mod timeline;
mod words;

use chrono::{Duration, NaiveTime};

use crate::app::App;
use crate::clock::Clock;
use crate::error::{Fault, Refusal};
use crate::vault::Purpose;
use crate::{audit, boards, clocks, outbox};

/// How far back the history goes.
const YEARS_IN_DAYS: i64 = 730;
/// Ids follow from this and the order of acts alone.
const SEED: u64 = 0x7472_656c_6c69_7320;

/// Fills an empty database. Returns whether it was empty; anything else is left alone.
pub async fn fill_if_empty(app: &App) -> Result<bool, Refusal> {
    if !crate::accounts::users::list_users(app).await?.is_empty() {
        return Ok(false);
    }
    let now = app.clock().now();
    let begin = (now - Duration::days(YEARS_IN_DAYS))
        .date_naive()
        .and_time(NaiveTime::MIN)
        .and_utc();
    let clock = Clock::seeded(begin, SEED);
    let past = App::open(app.settings().clone(), clock)
        .await
        .map_err(|_| Fault::Broken("the database opened once and not again"))?;
    let cast = people::make(&past).await?;
    let services = services::make(&past, &cast).await?;
    directory::begin(&past, &cast).await?;
    timeline::tell(&past, &cast, &services, now).await?;
    past.clock().set(now);
    directory::again(&past).await?;
    templates::make(&past, &cast).await?;
    while clocks::remind(&past).await? > 0 {}
    // Nobody gets mail about what was invented, the reminders of this moment included.
    outbox::unscoped_taken_before(past.store(), now + Duration::seconds(1)).await?;
    let key = past.keyring().purpose(Purpose::AuditChain);
    audit::seal_pending(past.store(), &key, now).await?;
    while boards::fold(&past).await? > 0 {}
    past.store().clone().close().await?;
    Ok(true)
}
