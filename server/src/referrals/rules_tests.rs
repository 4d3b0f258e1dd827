//! Rule 88: the table of moves against the sentence it was read from, and random walks.

use proptest::prelude::*;

use super::model::ReferralState::{self, *};
use super::reference::reference;

/// The diagram of the guide, written a second time: arrows rather than rows.
const ARROWS: &str = "\
    draft>requested \
    requested>accepted requested>rejected requested>cancelled \
    accepted>in_progress accepted>on_hold accepted>cancelled accepted>completed accepted>failed \
    in_progress>on_hold in_progress>cancelled in_progress>completed in_progress>failed \
    on_hold>in_progress on_hold>cancelled on_hold>completed on_hold>failed";

fn in_diagram(from: ReferralState, to: ReferralState) -> bool {
    let arrow = format!("{}>{}", from.code(), to.code());
    let anything_to_error = to == EnteredInError && from != EnteredInError;
    anything_to_error || ARROWS.split(' ').any(|known| known == arrow)
}

#[test]
fn rule_088_the_hundred_pairs_of_states_move_as_the_diagram_does() {
    let mut allowed = 0;
    for from in ReferralState::ALL {
        for to in ReferralState::ALL {
            let moved = from.moved(*to);
            assert_eq!(moved.is_ok(), in_diagram(*from, *to), "{from:?} to {to:?}");
            match moved {
                Ok(state) => {
                    assert_eq!(state, *to);
                    allowed += 1;
                }
                Err(refused) => {
                    assert_eq!(refused.from, from.code().to_uppercase());
                    assert_eq!(refused.to, to.code().to_uppercase());
                    assert_eq!(refused.allowed.len(), from.moves().len());
                }
            }
        }
    }
    // 17 arrows, and the way out of nine states.
    assert_eq!(allowed, 26);
}

#[test]
fn rule_088_four_states_need_a_reason() {
    let asked: Vec<_> = ReferralState::ALL
        .iter()
        .filter(|state| state.needs_reason())
        .collect();
    assert_eq!(asked, [&Rejected, &Cancelled, &OnHold, &Failed]);
}

#[test]
fn rule_089_what_has_no_outcome_is_open_and_can_get_one() {
    for state in ReferralState::open() {
        let mut seen = vec![state];
        let mut next = 0;
        while let Some(from) = seen.get(next).copied() {
            next += 1;
            for to in from.moves() {
                if !seen.contains(to) {
                    seen.push(*to);
                }
            }
        }
        assert!(seen.contains(&Completed), "{state:?} never ends");
    }
    for closed in [Rejected, Cancelled, Failed, Completed, EnteredInError] {
        assert!(!closed.is_open());
    }
}

proptest! {
    /// Whatever is asked in whatever order, a referral is only ever where the diagram leads.
    #[test]
    fn rule_088_random_walks_stay_in_the_diagram(asked in prop::collection::vec(0_usize..10, 1..40)) {
        let (mut state, mut model) = (Draft, Draft);
        for to in asked {
            let to = ReferralState::ALL[to];
            if let Ok(moved) = state.moved(to) {
                state = moved;
            }
            if in_diagram(model, to) {
                model = to;
            }
            prop_assert_eq!(state, model);
            prop_assert!(state != Draft || state.is_open(), "nothing comes back to draft");
        }
    }

    /// Eight signs that can be read over the telephone and tell nothing.
    #[test]
    fn rule_091_a_reference_is_neutral(high: u64, low: u64) {
        let reference = reference(uuid::Uuid::from_u64_pair(high, low));
        let signs = reference.strip_prefix("R-").unwrap();
        prop_assert_eq!(signs.len(), 6);
        prop_assert!(signs.chars().all(|c| "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".contains(c)));
    }
}
