//! How long a release lasts (rule 13): what an organisation may set, and what it may not.

use chrono::Duration;

/// Days that are never exceeded, whatever is set and whoever says why.
const LONGEST: i64 = 365;

/// Days of releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReleaseDays {
    usual: i64,
    long: i64,
}

impl Default for ReleaseDays {
    /// Thirty, and ninety without a reason.
    fn default() -> Self {
        Self {
            usual: 30,
            long: 90,
        }
    }
}

impl ReleaseDays {
    /// `usual` days when nobody says otherwise, up to `long` without a supervisor's reason.
    /// `None` when they are not from 1 to 365, in this order.
    pub fn of(usual: i64, long: i64) -> Option<Self> {
        (1 <= usual && usual <= long && long <= LONGEST).then_some(Self { usual, long })
    }

    /// Until a release ends when nobody says.
    pub fn usual(self) -> Duration {
        Duration::days(self.usual)
    }

    /// What needs no reason.
    pub fn long(self) -> Duration {
        Duration::days(self.long)
    }

    /// What is never exceeded.
    pub fn longest(self) -> Duration {
        Duration::days(LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_013_no_setting_goes_beyond_a_year_or_lets_the_usual_need_a_reason() {
        for (usual, long) in [(0, 90), (30, 366), (91, 90), (-1, -1)] {
            assert_eq!(ReleaseDays::of(usual, long), None, "{usual} {long}");
        }
        assert_eq!(ReleaseDays::of(30, 90), Some(ReleaseDays::default()));
        assert!(ReleaseDays::of(365, 365).is_some());
    }
}
