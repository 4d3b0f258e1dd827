//! Entries of reads and refusals, of many requests together in one durable commit.

use tokio::sync::{mpsc, oneshot};

use super::{Entry, rows};
use crate::error::{Fault, Refusal};
use crate::store::Store;

/// Requests that may wait for one commit.
const QUEUE: usize = 1024;
/// Requests answered by one commit.
const GROUP: usize = 512;
/// Entries in one statement at most. Statements come in the sizes 64, 32, 16 and so on to
/// one only: a handful of texts, which the database has prepared.
const STATEMENT: usize = 64;

struct Waiting {
    entries: Vec<Entry>,
    done: oneshot::Sender<bool>,
}

/// Writes entries and answers when they are on disk. Clones share one writer task,
/// which ends when the last of them is gone.
#[derive(Clone)]
pub struct ReadLog {
    queue: mpsc::Sender<Waiting>,
}

impl ReadLog {
    /// Starts the writer.
    pub fn start(store: Store) -> Self {
        let (queue, inbox) = mpsc::channel(QUEUE);
        tokio::spawn(write_in_groups(store, inbox));
        Self { queue }
    }

    /// Returns when `entries` are durable. A fault when they could not be written: then
    /// nothing may be answered.
    pub async fn write(&self, entries: Vec<Entry>) -> Result<(), Refusal> {
        if entries.is_empty() {
            return Ok(());
        }
        let (done, written) = oneshot::channel();
        let sent = self.queue.send(Waiting { entries, done }).await;
        if sent.is_ok() && written.await.unwrap_or(false) {
            Ok(())
        } else {
            Err(Fault::Audit.into())
        }
    }
}

async fn write_in_groups(store: Store, mut inbox: mpsc::Receiver<Waiting>) {
    let mut group = Vec::new();
    while inbox.recv_many(&mut group, GROUP).await > 0 {
        // The entries move out; the waiting remain to be answered.
        let entries: Vec<Entry> = group
            .iter_mut()
            .flat_map(|waiting| std::mem::take(&mut waiting.entries))
            .collect();
        let written = write_group(&store, &entries).await;
        if let Err(refusal) = &written {
            tracing::error!(
                ?refusal,
                entries = entries.len(),
                "audit entries could not be written; their requests fail"
            );
        }
        for waiting in group.drain(..) {
            // Who no longer waits has hung up; there is nobody to tell.
            let _ = waiting.done.send(written.is_ok());
        }
    }
}

async fn write_group(store: &Store, entries: &[Entry]) -> Result<(), Refusal> {
    let tx = store.unscoped_begin().await?;
    let mut left = entries;
    while !left.is_empty() {
        let size = STATEMENT.min(1 << left.len().ilog2());
        let (now, later) = left.split_at(size);
        rows::insert(&tx, now).await?;
        left = later;
    }
    tx.commit().await?;
    Ok(())
}
