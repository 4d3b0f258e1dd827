//! The one source of time, ids and randomness.
//!
//! Everything that asks "what time is it", "what is this row called" or "give me
//! unguessable bytes" asks here, so that tests can set the time, ids sort in the
//! order in which they were made, and nobody has to wonder which generator a
//! secret came from. Clippy forbids the originals elsewhere.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use chrono::{DateTime, Duration, Utc};
use uuid::{Builder, Uuid};

/// UTC time truncated to microseconds, and ids made from it. Clones share one state.
///
/// Microseconds because PostgreSQL keeps no more and SQLite would keep nanoseconds:
/// a value must read back equal to what was written, on both.
#[derive(Clone, Debug)]
pub struct Clock {
    source: Source,
    /// The last id's 60 ordered bits (milliseconds and their fraction), so that ids
    /// made within one tick of this process still ascend.
    last: Arc<AtomicU64>,
    /// Set only for clocks whose ids are to be the same on every run.
    seed: Option<u64>,
}

#[derive(Clone, Debug)]
enum Source {
    System,
    /// Microseconds since the epoch.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self {
            source: Source::System,
            last: Arc::default(),
            seed: None,
        }
    }

    /// A clock that stands still until it is [advanced](Self::advance) or [set](Self::set).
    pub fn fixed(at: DateTime<Utc>) -> Self {
        let source = Source::Fixed(Arc::new(AtomicI64::new(at.timestamp_micros())));
        Self {
            source,
            last: Arc::default(),
            seed: None,
        }
    }

    /// A fixed clock whose ids follow from `seed` and the order of asking alone: for
    /// demo data and transcripts that must come out equal on every run. Only ids are
    /// seeded; [`random`] never is.
    pub fn seeded(at: DateTime<Utc>, seed: u64) -> Self {
        Self {
            seed: Some(seed),
            ..Self::fixed(at)
        }
    }

    /// Now, in UTC, truncated to microseconds.
    #[allow(
        clippy::disallowed_methods,
        reason = "this is where the rest of the crate gets the time"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        let micros = match &self.source {
            Source::System => Utc::now().timestamp_micros(),
            Source::Fixed(at) => at.load(Ordering::SeqCst),
        };
        DateTime::from_timestamp_micros(micros).unwrap_or_default()
    }

    /// Moves a fixed clock by `by` (which may be negative). The machine's clock is not ours to move: no effect.
    pub fn advance(&self, by: Duration) {
        if let Source::Fixed(at) = &self.source {
            at.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::SeqCst);
        }
    }

    /// Sets a fixed clock; no effect on the machine's.
    pub fn set(&self, to: DateTime<Utc>) {
        if let Source::Fixed(at) = &self.source {
            at.store(to.timestamp_micros(), Ordering::SeqCst);
        }
    }

    /// A new id: UUID version 7 whose twelve bits after the milliseconds hold their
    /// fraction (RFC 9562, method 3), raised by one when the clock has not moved or
    /// has gone back. Ids of one process ascend strictly. An id is a name, never a
    /// secret: use [`random`] for those.
    pub fn new_id(&self) -> Uuid {
        let micros = u64::try_from(self.now().timestamp_micros()).unwrap_or(0);
        let ticks = ((micros / 1_000) << 12) | ((micros % 1_000) * 4_096 / 1_000);
        let step = |last: u64| ticks.max(last.saturating_add(1));
        let before = self
            .last
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |last| Some(step(last)))
            .unwrap_or_else(|last| last);
        let ordered = step(before);
        let tail = match self.seed {
            None => u64::from_be_bytes(random()),
            Some(seed) => scramble(seed ^ scramble(ordered)),
        };
        // 48 bits of milliseconds, the version's four bits, 12 bits of fraction;
        // `Builder` writes version and variant over its input.
        let high = ((ordered >> 12) << 16) | (ordered & 0xfff);
        Builder::from_u128((u128::from(high) << 64) | u128::from(tail))
            .with_version(uuid::Version::SortRand)
            .with_variant(uuid::Variant::RFC4122)
            .into_uuid()
    }
}

/// SplitMix64's finaliser: spreads neighbouring numbers over all 64 bits. Not cryptographic.
fn scramble(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}

/// `N` unguessable bytes from the operating system's generator by way of AWS-LC.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if aws_lc_rs::rand::fill(&mut bytes).is_err() {
        // Without randomness every key, nonce and token from here on would be worth
        // nothing; no answer at all is the only right one.
        std::process::abort();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn noon() -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_000, 123_456_789).unwrap()
    }

    #[test]
    fn time_is_truncated_to_microseconds() {
        assert_eq!(
            Clock::fixed(noon()).now().timestamp_subsec_nanos(),
            123_456_000
        );
        assert_eq!(Clock::system().now().timestamp_subsec_nanos() % 1_000, 0);
    }

    #[test]
    fn a_fixed_clock_moves_only_when_told_and_for_all_its_clones() {
        let clock = Clock::fixed(noon());
        let clone = clock.clone();
        let before = clone.now();
        clock.advance(Duration::minutes(30));
        assert_eq!(clone.now() - before, Duration::minutes(30));
        clock.set(noon());
        assert_eq!(clone.now(), before);
    }

    #[test]
    fn ids_ascend_within_one_tick_and_when_time_goes_back() {
        let clock = Clock::fixed(noon());
        let mut ids: Vec<Uuid> = (0..10_000).map(|_| clock.new_id()).collect();
        clock.advance(Duration::hours(-1));
        ids.push(clock.new_id());
        clock.advance(Duration::hours(2));
        ids.push(clock.new_id());
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            ids.iter()
                .all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122)
        );
    }

    #[test]
    fn an_id_tells_its_millisecond() {
        let (secs, nanos) = Clock::fixed(noon())
            .new_id()
            .get_timestamp()
            .unwrap()
            .to_unix();
        assert_eq!((secs, nanos / 1_000_000), (1_780_000_000, 123));
    }

    #[test]
    fn threads_never_share_an_id() {
        let clock = Clock::system();
        let ids: BTreeSet<Uuid> = std::thread::scope(|scope| {
            let hands: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| (0..2_000).map(|_| clock.new_id()).collect::<Vec<_>>()))
                .collect();
            hands
                .into_iter()
                .flat_map(|hand| hand.join().unwrap())
                .collect()
        });
        assert_eq!(ids.len(), 8_000);
    }

    #[test]
    fn seeded_ids_repeat_and_others_do_not() {
        let ids = |clock: Clock| [clock.new_id(), clock.new_id()];
        assert_eq!(ids(Clock::seeded(noon(), 7)), ids(Clock::seeded(noon(), 7)));
        assert_ne!(ids(Clock::seeded(noon(), 7)), ids(Clock::seeded(noon(), 8)));
        assert_ne!(ids(Clock::fixed(noon())), ids(Clock::fixed(noon())));
    }

    #[test]
    fn random_bytes_differ() {
        assert_ne!(random::<32>(), random::<32>());
    }
}
