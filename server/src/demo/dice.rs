//! Chance that falls the same on every run.

/// A small generator (SplitMix64): for choosing among invented things, never for secrets.
pub(super) struct Dice(u64);

impl Dice {
    /// Dice for one case; other cases do not disturb them.
    pub(super) fn of(number: usize) -> Self {
        Self(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(number as u64 + 1))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low + 1).unwrap_or(1).max(1);
        low + i64::try_from(self.next() % span).unwrap_or(0)
    }

    /// One of several; the first of none would be nothing, so there is always one.
    pub(super) fn pick<'a, T: ?Sized>(&mut self, first: &'a T, others: &'a [&'a T]) -> &'a T {
        let n =
            usize::try_from(self.between(0, i64::try_from(others.len()).unwrap_or(0))).unwrap_or(0);
        n.checked_sub(1)
            .and_then(|n| others.get(n).copied())
            .unwrap_or(first)
    }

    /// True so many times in a hundred.
    pub(super) fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }
}
