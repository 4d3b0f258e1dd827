//! When a message is tried again, and when nobody tries any more.

use std::time::Duration;

use super::transport::Outcome;

/// First wait; each one after is twice as long, up to [`LONGEST`].
const FIRST: Duration = Duration::from_secs(30);
const LONGEST: Duration = Duration::from_secs(4 * 3600);
/// A wait is made longer or shorter by up to this share of itself, so that a thousand
/// messages that failed together do not come back together.
const JITTER: f64 = 0.2;
/// With these waits, the last try comes a day after the first.
const TRIES: u32 = 15;
/// A row that breaks its own sending is not worth a day of tries.
const TRIES_OF_POISON: u32 = 3;

/// What happens to a row after a try.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    /// It was taken.
    Done,
    /// It is not sent any more.
    Cancel,
    /// It is tried again after this wait.
    Again(Duration),
    /// It waits for an administrator.
    Park,
}

/// What comes after try number `tries` (the first is 1) has ended so. `chance` is a random
/// number from 0 up to, but not including, 1.
pub fn next(outcome: &Outcome, tries: u32, chance: f64) -> Next {
    let most = match outcome {
        Outcome::Delivered => return Next::Done,
        Outcome::Needless => return Next::Cancel,
        Outcome::Refused(_) => return Next::Park,
        Outcome::Retry(_) => TRIES,
        Outcome::Broken => TRIES_OF_POISON,
    };
    if tries >= most {
        Next::Park
    } else {
        Next::Again(wait(tries, chance))
    }
}

fn wait(tries: u32, chance: f64) -> Duration {
    let doubled = 2_u32.saturating_pow(tries.saturating_sub(1));
    let nominal = FIRST.saturating_mul(doubled).min(LONGEST);
    let dithered = nominal.mul_f64(1.0 + JITTER * (2.0 * chance.clamp(0.0, 1.0) - 1.0));
    // No finer than the databases keep alike.
    Duration::from_secs(dithered.as_secs())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::transport::Why;
    use super::*;

    const LATER: Outcome = Outcome::Retry(Why::Answered(451));

    proptest! {
        /// Each wait is longer than the one before whatever the dice say, until the longest.
        #[test]
        fn waits_grow(tries in 1_u32..TRIES - 1, one in 0.0..1.0_f64, two in 0.0..1.0_f64) {
            let (Next::Again(now), Next::Again(then)) = (next(&LATER, tries, one), next(&LATER, tries + 1, two)) else {
                panic!("parked before the last try");
            };
            prop_assert!(then > now || now.as_secs_f64() >= LONGEST.as_secs_f64() * (1.0 - JITTER));
            prop_assert!(now >= FIRST.mul_f64(1.0 - JITTER));
            prop_assert!(then <= LONGEST.mul_f64(1.0 + JITTER));
        }

        /// A day of tries, more or less by the jitter; then nobody tries any more.
        #[test]
        fn a_day_and_then_parked(chances in prop::collection::vec(0.0..1.0_f64, TRIES as usize - 1)) {
            let mut all = Duration::ZERO;
            for (before, chance) in chances.into_iter().enumerate() {
                let Next::Again(wait) = next(&LATER, before as u32 + 1, chance) else {
                    panic!("parked before the last try");
                };
                all += wait;
            }
            let day = 86_400.0;
            prop_assert!((day * (1.0 - JITTER)..day * (1.0 + JITTER) + 1_000.0).contains(&all.as_secs_f64()), "{all:?}");
            prop_assert_eq!(next(&LATER, TRIES, 0.5), Next::Park);
        }

        /// No count, however absurd, wraps or panics.
        #[test]
        fn any_count_has_an_answer(tries: u32, chance: f64) {
            prop_assert!(matches!(next(&LATER, tries, chance), Next::Again(_) | Next::Park));
        }
    }

    #[test]
    fn a_refusal_parks_at_once() {
        assert_eq!(
            next(&Outcome::Refused(Why::Answered(550)), 1, 0.5),
            Next::Park
        );
    }

    #[test]
    fn poison_is_parked_within_three_tries() {
        assert!(matches!(next(&Outcome::Broken, 1, 0.5), Next::Again(_)));
        assert!(matches!(next(&Outcome::Broken, 2, 0.5), Next::Again(_)));
        assert_eq!(next(&Outcome::Broken, 3, 0.5), Next::Park);
    }

    #[test]
    fn what_is_needless_is_cancelled_at_once() {
        assert_eq!(next(&Outcome::Needless, 1, 0.5), Next::Cancel);
    }

    #[test]
    fn what_was_taken_is_done() {
        assert_eq!(next(&Outcome::Delivered, TRIES + 1, 0.5), Next::Done);
    }
}
