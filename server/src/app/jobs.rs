//! Work that nobody waits for: it goes on beside the server and stops with it.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use super::{App, keys};
use crate::outbox::Worker;
use crate::vault::Purpose;
use crate::{accounts, audit, boards, clocks, releases, requests};

/// The running jobs. Any number of servers may run them against one database.
pub struct Jobs {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Jobs {
    /// Starts all of them.
    pub fn start(app: &App) -> Self {
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(every(
            Duration::from_millis(500),
            stopped.clone(),
            app.clone(),
            "audit_seal",
            async |app: &App| {
                let key = app.keyring().purpose(Purpose::AuditChain);
                audit::seal_pending(app.store(), &key, app.clock().now())
                    .await
                    .map(drop)
                    .map_err(crate::error::Refusal::from)
            },
        ));
        tasks.spawn(every(
            Duration::from_secs(3_600),
            stopped.clone(),
            app.clone(),
            "sign_in_sweep",
            async |app: &App| accounts::sweep(app).await.map(drop),
        ));
        tasks.spawn(every(
            Duration::from_secs(1),
            stopped.clone(),
            app.clone(),
            "tally_fold",
            async |app: &App| boards::fold(app).await.map(drop),
        ));
        tasks.spawn(every(
            Duration::from_secs(5),
            stopped.clone(),
            app.clone(),
            "keys_follow",
            async |app: &App| keys::follow(app).await.map(drop),
        ));
        tasks.spawn(every(
            Duration::from_secs(30),
            stopped.clone(),
            app.clone(),
            "clock_remind",
            async |app: &App| clocks::remind(app).await.map(drop),
        ));
        tasks.spawn(every(
            Duration::from_secs(30),
            stopped.clone(),
            app.clone(),
            "request_remind",
            async |app: &App| requests::remind(app).await.map(drop),
        ));
        tasks.spawn(every(
            Duration::from_secs(900),
            stopped.clone(),
            app.clone(),
            "release_remind",
            async |app: &App| releases::remind(app).await.map(drop),
        ));
        tasks.spawn(Worker::new(app).run(stopped));
        Self { stop, tasks }
    }

    /// Lets each finish what it is at, and waits for it.
    pub async fn stop(mut self) {
        // Nobody listens when all have ended already.
        let _ = self.stop.send(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Does `work` again and again, with `pause` between, until told to stop. A failure is
/// logged and the work tried again: the next round finds what this one left.
async fn every<W>(
    pause: Duration,
    mut stopped: watch::Receiver<bool>,
    app: App,
    name: &'static str,
    work: W,
) where
    W: AsyncFn(&App) -> Result<(), crate::error::Refusal>,
{
    loop {
        if let Err(refusal) = work(&app).await {
            tracing::warn!(job = name, ?refusal, "a job failed and will be tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stopped.changed() => return,
        }
    }
}
