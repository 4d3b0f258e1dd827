//! How often one address may come: enough for an office, far too seldom to guess.

use std::net::IpAddr;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::accounts::network;
use crate::app::App;
use crate::vault::{Purpose, PurposeKey};

/// Places in the table. It never grows; two addresses that share a place share its tries.
const PLACES: usize = 4096;
/// Tries at once.
const BURST: i64 = 60;
/// After those, one each so many milliseconds.
const EACH: i64 = 10_000;

/// Counts by network, under a keyed hash so that nobody can choose whose place to fill. Each
/// place holds the instant at which all its tries are free again. Good and bad links count
/// alike: what is let in tells nothing.
pub(super) struct Tries {
    key: PurposeKey,
    places: Box<[AtomicI64]>,
}

impl Tries {
    pub(super) fn new(app: &App) -> Self {
        Self {
            key: app.keyring().purpose(Purpose::Throttle),
            places: (0..PLACES).map(|_| AtomicI64::new(0)).collect(),
        }
    }

    /// Counts a try of `from`, or says how many seconds to wait.
    pub(super) fn one(&self, app: &App, from: IpAddr) -> Result<(), i64> {
        let now = app.clock().now().timestamp_millis();
        let [high, low, ..] = self.key.mac(&[b"answer", &network(from)]);
        let place = usize::from(u16::from_be_bytes([high, low])) % PLACES;
        let Some(place) = self.places.get(place) else {
            return Ok(());
        };
        let counted = place.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| {
            let free = free.max(now);
            (free - now <= (BURST - 1) * EACH).then_some(free + EACH)
        });
        let over = |free: i64| free - now - (BURST - 1) * EACH;
        counted.map(drop).map_err(|free| (over(free) + 999) / 1000)
    }
}
