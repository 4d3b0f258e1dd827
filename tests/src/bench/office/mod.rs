//! The invented organisation that is measured: its people, its directory, its cases. All of
//! it follows from the number of cases and the day, so that nothing about it has to be kept.

mod case;
mod cell;
mod staff;

pub use case::{CaseMaker, Sums};
pub use cell::{Cell, Rows, TABLES};
pub use staff::staff;

use chrono::{DateTime, Duration, Utc};
use uuid::{Builder, Uuid};

/// Cases that a specialist has at 10,000 cases: a full page.
const CASES_EACH: u64 = 25;
/// Specialists at most: with more cases than they can have, each has more, so that what
/// grows with a person's cases is seen.
const MOST_SPECIALISTS: u64 = 400;
/// Specialists whom one supervises.
const TEAM: u64 = 10;
/// The password of everybody.
pub const PASSWORD: &str = "mossy stones under the brook";

/// What an id is of.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    Organization,
    Supervisor,
    Specialist,
    Advocate,
    Service,
    Case,
    Child,
    Caregiver,
    /// A part of a case: number = case × 64 + place.
    Part,
}

/// How large the organisation is, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Office {
    /// Cases, all of them open.
    pub cases: u64,
    /// Services in its directory.
    pub services: u64,
    /// The moment at which it was loaded.
    pub now: DateTime<Utc>,
}

impl Office {
    pub fn specialists(&self) -> u64 {
        (self.cases / CASES_EACH).clamp(1, MOST_SPECIALISTS)
    }

    pub fn supervisors(&self) -> u64 {
        self.specialists().div_ceil(TEAM)
    }

    /// The specialist of a case.
    pub fn specialist_of(&self, case: u64) -> u64 {
        case % self.specialists()
    }

    /// The supervisor of a specialist, who is that of his or her cases.
    pub fn supervisor_of(&self, specialist: u64) -> u64 {
        specialist / TEAM
    }

    /// A case of a specialist: the `n`th, beginning anew after the last.
    pub fn case_of(&self, specialist: u64, n: u64) -> u64 {
        let each = (self.cases / self.specialists()).max(1);
        (specialist + (n % each) * self.specialists()).min(self.cases - 1)
    }

    /// When a case was opened: evenly over two years.
    pub fn opened(&self, case: u64) -> DateTime<Utc> {
        let minutes: i64 = 2 * 365 * 24 * 60;
        let ago = minutes - i64::try_from(case * minutes.unsigned_abs() / self.cases).unwrap();
        self.now - Duration::minutes(ago.max(1))
    }

    pub fn id(&self, of: Of, number: u64) -> Uuid {
        let at = match of {
            Of::Case | Of::Child | Of::Caregiver => self.opened(number),
            Of::Part => self.opened(number / 64),
            _ => self.now - Duration::days(2 * 365 + 1),
        };
        let one = scramble(number.wrapping_mul(31).wrapping_add(of as u64 + 1));
        let two = scramble(one ^ number);
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&one.to_be_bytes());
        bytes[8..].copy_from_slice(&two.to_be_bytes()[..2]);
        let millis = u64::try_from(at.timestamp_millis()).unwrap();
        Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

/// What somebody signs in with.
pub fn login(of: Of, number: u64) -> String {
    let part = match of {
        Of::Supervisor => "supervisor",
        Of::Specialist => "specialist",
        _ => "advocate",
    };
    format!("{part}{number}@meadow.example")
}

/// Spreads neighbouring numbers over all bits (SplitMix64's finaliser).
pub fn scramble(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}
