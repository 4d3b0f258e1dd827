//! Sends what waits, beside the server or alone, on as many servers as there are.
//!
//! A row is claimed in a short transaction, sent outside of any, and marked in another.
//! What is sent but not marked (the server died in between) is sent again as the same
//! message; what is marked was taken by the other side. So nothing is ever lost, and a
//! message is doubled only by a crash in that moment, under one Message-ID.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use chrono::TimeDelta;
use futures::FutureExt as _;
use sea_orm::DbErr;
use tokio::{sync::watch, task::JoinSet, time::timeout};
use uuid::Uuid;

use super::claim::{self, Claimed};
use super::post::Post;
use super::{AnswerToken, Draft, Language, Next, Outcome, Unsendable, Why, compose, next};
use crate::app::App;
use crate::clock::random;

/// Messages under way at once. A mail server that hangs holds these, and nothing of the site.
const AT_ONCE: usize = 8;
/// How often an empty outbox is looked at.
const PAUSE: Duration = Duration::from_millis(500);
/// For noting an outcome once the sending is over, before the lease may pass to another.
const MARGIN: Duration = Duration::from_secs(60);
/// What a stop may take: the whole server leaves within ten seconds.
const LAST: Duration = Duration::from_secs(7);

/// One sender of mail.
#[derive(Clone)]
pub struct Worker {
    app: App,
    post: Arc<Post>,
    id: Uuid,
}

impl Worker {
    /// A worker with a name of its own, under which it leases rows.
    pub fn new(app: &App) -> Self {
        Self {
            app: app.clone(),
            post: app.post(),
            id: app.clock().new_id(),
        }
    }

    /// Works until told to stop; then what is under way may end, for a few seconds.
    pub async fn run(self, mut stopped: watch::Receiver<bool>) {
        let mut under_way = JoinSet::new();
        while !*stopped.borrow() {
            if let Err(error) = self.take(&mut under_way).await {
                tracing::warn!(?error, "the outbox cannot be read; trying again");
            }
            tokio::select! {
                () = tokio::time::sleep(PAUSE) => {}
                Some(_) = under_way.join_next() => {}
                _ = stopped.changed() => break,
            }
        }
        let all = async { while under_way.join_next().await.is_some() {} };
        if timeout(LAST, all).await.is_err() {
            tracing::warn!("mail under way was cut off; it will be sent again");
        }
    }

    /// Sends everything that is due now, and returns when all of it has been tried once.
    /// For tests, which want to know when it is over.
    pub async fn drain(&self) -> Result<usize, DbErr> {
        let mut tried = 0;
        let mut under_way = JoinSet::new();
        loop {
            let taken = self.take(&mut under_way).await?;
            tried += taken;
            if under_way.join_next().await.is_none() && taken == 0 {
                return Ok(tried);
            }
        }
    }

    /// Claims as many rows as there is room for and begins to send them.
    async fn take(&self, under_way: &mut JoinSet<()>) -> Result<usize, DbErr> {
        while under_way.try_join_next().is_some() {}
        let room = AT_ONCE.saturating_sub(under_way.len());
        let now = self.app.clock().now();
        // A look first: claiming takes SQLite's one writer.
        let since = claim::waiting_since(self.app.store(), now).await?;
        let age = since.map_or(TimeDelta::zero(), |since| now - since);
        metrics::gauge!("trellis_outbox_oldest_seconds").set(age.as_seconds_f64());
        // Rows are claimed by the handful, not one by one as each place becomes free.
        if since.is_none() || room < AT_ONCE / 2 {
            return Ok(0);
        }
        let lease = self.post.deadline() + MARGIN;
        let lease = TimeDelta::from_std(lease).unwrap_or(TimeDelta::hours(1));
        let claimed = claim::claim(self.app.store(), self.id, now, lease, room as u64).await?;
        let taken = claimed.len();
        for row in claimed {
            let worker = self.clone();
            under_way.spawn(async move { worker.one(row).await });
        }
        Ok(taken)
    }

    async fn one(&self, row: Claimed) {
        let sending = AssertUnwindSafe(self.send(&row)).catch_unwind();
        let outcome = match timeout(self.post.deadline() + MARGIN / 2, sending).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Outcome::Broken,
            Err(_) => Outcome::Retry(Why::TooSlow),
        };
        let tries = u32::try_from(row.attempts).unwrap_or(u32::MAX);
        let next = next(&outcome, tries, chance());
        let (told, why) = match outcome {
            Outcome::Delivered => ("delivered", None),
            Outcome::Needless => ("needless", None),
            Outcome::Retry(why) => ("retry", Some(why)),
            Outcome::Refused(why) => ("refused", Some(why)),
            Outcome::Broken => ("broken", Some(Why::Broken)),
        };
        metrics::counter!("trellis_outbox_tries_total", "outcome" => told).increment(1);
        tracing::info!(message = %row.id, outcome = told, why = why.map(tracing::field::display), tries, "mail tried");
        self.mark(&row, next, why).await;
    }

    async fn send(&self, row: &Claimed) -> Outcome {
        let answer = row.address.is_some();
        let answer = answer.then(|| AnswerToken::of(self.app.keyring(), row.id));
        if answer.is_none() && row.status != "active" {
            return Outcome::Refused(Unsendable::Account.into());
        }
        // A link that was used, taken back or has gone by meanwhile leads nowhere.
        let good = row
            .good_until
            .is_some_and(|until| until > self.app.clock().now());
        if answer.is_some() && !good {
            return Outcome::Needless;
        }
        let draft = Draft {
            id: row.id,
            created_at: row.created_at,
            to: row.address.as_deref().unwrap_or(&row.email),
            language: Language::of(&row.locale),
            answer: answer.as_ref(),
        };
        match compose(self.post.sender(), draft) {
            Ok(message) => self.post.transport().send(&message).await,
            Err(why) => Outcome::Refused(why.into()),
        }
    }

    /// The database may be away for a moment just now: a taken message that is not marked would
    /// go out twice, so this is tried for as long as the lease may last.
    async fn mark(&self, row: &Claimed, next: Next, why: Option<Why>) {
        for wait in [100, 500, 2_000, 5_000, 10_000] {
            let now = self.app.clock().now();
            match claim::mark(self.app.store(), self.id, row, next, why, now).await {
                Ok(true) => return,
                Ok(false) => {
                    tracing::warn!(message = %row.id, "the lease had ended; another worker has this message");
                    return;
                }
                Err(error) => {
                    tracing::warn!(message = %row.id, ?error, "a mail's outcome cannot be written yet")
                }
            }
            tokio::time::sleep(Duration::from_millis(wait)).await;
        }
        tracing::error!(message = %row.id, "a mail's outcome was not written; it will be sent again");
    }
}

/// From 0 up to, not including, 1.
fn chance() -> f64 {
    f64::from(u32::from_le_bytes(random())) / (f64::from(u32::MAX) + 1.0)
}
