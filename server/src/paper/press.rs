//! Prints beside the threads that answer, a few sheets at a time.

use tokio::sync::Semaphore;

use super::{PaperFault, Sheet, pdf};

/// So many are made at once; others wait. Each takes a core while it is made.
static SEATS: Semaphore = Semaphore::const_new(2);

/// [`pdf`] on a thread of its own.
///
/// # Errors
/// As [`pdf`], or when its thread stopped.
pub async fn print(sheet: Sheet) -> Result<Vec<u8>, PaperFault> {
    let _seat = SEATS.acquire().await.map_err(|_| PaperFault::Stopped)?;
    tokio::task::spawn_blocking(move || pdf(&sheet))
        .await
        .map_err(|_| PaperFault::Stopped)?
}
