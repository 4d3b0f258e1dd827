//! How long to wait after how many failures. Pure; the table is `throttle`'s.

use std::net::IpAddr;

use chrono::{DateTime, Duration, Utc};

/// Failures after which waits begin.
const FREE: i32 = 5;
/// From here on an account is locked for a day at a time: guessing is over (NIST SP
/// 800-63B wants an end at one hundred).
const HOPELESS: i32 = 100;

/// What is counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counter {
    /// One sign-in name, from wherever.
    Account,
    /// One address, whatever the name. Begins gently, since an office shares one.
    Address,
}

impl Counter {
    /// How long to wait after so many failures in a row.
    pub(super) fn wait(self, failures: i32) -> Option<Duration> {
        if self == Self::Account && failures >= HOPELESS {
            return Some(Duration::hours(24));
        }
        let beyond = u32::try_from(failures - FREE).ok()?;
        let first = match self {
            Self::Account => 10,
            Self::Address => 2,
        };
        let seconds = 1_i64.checked_shl(beyond.min(20)).unwrap_or(i64::MAX) * first;
        Some(Duration::seconds(seconds.min(15 * 60)))
    }

    /// After so long without a failure the count begins anew.
    pub(super) fn forgets_after(self) -> Duration {
        match self {
            Self::Account => Duration::hours(24),
            Self::Address => Duration::hours(1),
        }
    }
}

/// An IPv4 address, or the /64 of an IPv6 one: whoever has one of its addresses has all.
pub(crate) fn network(from: IpAddr) -> Vec<u8> {
    match from.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets().into_iter().take(8).collect(),
    }
}

/// Rounded up, so that a client that waits exactly as long as told is let in.
pub(super) fn seconds_until(until: DateTime<Utc>, now: DateTime<Utc>) -> u64 {
    u64::try_from((until - now).num_milliseconds())
        .unwrap_or(0)
        .div_ceil(1_000)
        .max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(counter: Counter) -> Vec<i64> {
        (1..=14)
            .map(|failures| counter.wait(failures).map_or(0, |wait| wait.num_seconds()))
            .collect()
    }

    #[test]
    fn waits_begin_with_the_fifth_failure_and_grow_to_a_quarter_of_an_hour() {
        assert_eq!(
            waits(Counter::Account),
            [0, 0, 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]
        );
        assert_eq!(
            waits(Counter::Address),
            [0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900]
        );
        assert_eq!(Counter::Address.wait(i32::MAX), Some(Duration::minutes(15)));
    }

    #[test]
    fn a_hundred_failures_lock_an_account_for_a_day() {
        assert_eq!(Counter::Account.wait(99), Some(Duration::minutes(15)));
        assert_eq!(Counter::Account.wait(100), Some(Duration::hours(24)));
        assert_eq!(Counter::Account.wait(i32::MAX), Some(Duration::hours(24)));
    }

    #[test]
    fn an_ipv6_household_counts_as_one_and_mapped_addresses_as_what_they_are() {
        let net = |text: &str| network(text.parse().unwrap());
        assert_eq!(net("2001:db8::1"), net("2001:db8::ffff:1"));
        assert_ne!(net("2001:db8::1"), net("2001:db8:0:1::1"));
        assert_eq!(net("::ffff:192.0.2.1"), net("192.0.2.1"));
        assert_ne!(net("192.0.2.1"), net("192.0.2.2"));
    }

    #[test]
    fn a_wait_is_told_in_whole_seconds_rounded_up() {
        let now = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        let told = |millis| seconds_until(now + Duration::milliseconds(millis), now);
        assert_eq!([1, 1_000, 1_001, 10_000].map(told), [1, 1, 2, 10]);
    }
}
