//! Overload: how many requests are worked on at once.

use std::sync::Arc;
use std::time::Duration;

use metrics::{counter, gauge};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::fault::Fault;

/// Lets a bounded number of requests in. Those over it wait a moment, since a
/// burst is over in that time, and are then sent away quickly: a queue would
/// only make everybody late.
#[derive(Clone, Debug)]
pub struct Gate {
    seats: Arc<Semaphore>,
    count: u32,
    wait: Duration,
}

/// A place among the requests that are worked on. Held by the work, not by the
/// connection: a client that hangs up does not free it before the work is done.
#[derive(Debug)]
pub struct Seat {
    _permit: OwnedSemaphorePermit,
}

impl Drop for Seat {
    fn drop(&mut self) {
        gauge!("trellis_http_in_flight").decrement(1);
    }
}

impl Gate {
    /// A gate for `in_flight` requests at once.
    #[must_use]
    pub fn new(in_flight: usize, wait: Duration) -> Self {
        let count = u32::try_from(in_flight).unwrap_or(u32::MAX);
        Self {
            seats: Arc::new(Semaphore::new(count as usize)),
            count,
            wait,
        }
    }

    /// A seat, when one is free in time.
    ///
    /// # Errors
    /// 503 with `Retry-After`.
    pub async fn enter(&self) -> Result<Seat, Fault> {
        let seat = tokio::time::timeout(self.wait, Arc::clone(&self.seats).acquire_owned()).await;
        if let Ok(Ok(permit)) = seat {
            gauge!("trellis_http_in_flight").increment(1);
            Ok(Seat { _permit: permit })
        } else {
            counter!("trellis_http_shed_total", "reason" => "in_flight").increment(1);
            Err(Fault::overloaded())
        }
    }

    /// Waits until nothing is under way any more: also work whose client has
    /// gone or whose answer was given up.
    pub async fn idle(&self) {
        // Only fails when closed, which nothing does; then nothing is under way.
        let _all = self.seats.acquire_many(self.count).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_finds_no_seat_is_sent_away_and_who_waits_gets_the_next() {
        let gate = Gate::new(1, Duration::from_millis(20));
        let seat = gate.enter().await.unwrap();
        assert_eq!(gate.enter().await.err(), Some(Fault::overloaded()));
        let patient = Gate {
            wait: Duration::from_secs(10),
            ..gate.clone()
        };
        let waiting = tokio::spawn(async move { patient.enter().await.is_ok() });
        tokio::task::yield_now().await;
        drop(seat);
        assert!(waiting.await.unwrap());
        gate.idle().await;
    }
}
