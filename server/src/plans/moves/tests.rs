use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn reachable<S: Copy + Ord>(from: S, moves: fn(S) -> &'static [S]) -> BTreeSet<S> {
    let (mut seen, mut next) = (BTreeSet::from([from]), vec![from]);
    while let Some(state) = next.pop() {
        next.extend(moves(state).iter().filter(|to| seen.insert(**to)));
    }
    seen
}

#[test]
fn every_plan_reaches_its_end_and_a_started_one_every_state_of_work() {
    for state in PlanState::ALL
        .iter()
        .copied()
        .filter(|state| state.is_live())
    {
        let ahead = reachable(state, PlanState::moves);
        assert!(ahead.contains(&PlanState::Completed), "{state:?}");
        assert!(ahead.contains(&PlanState::Active), "{state:?}");
    }
    let from_draft = reachable(PlanState::Draft, PlanState::moves);
    assert_eq!(from_draft.len(), PlanState::ALL.len() - 1);
}

#[test]
fn only_the_system_supersedes_and_nothing_comes_back_from_it() {
    for state in PlanState::ALL {
        assert!(!state.moves().contains(&PlanState::Superseded), "{state:?}");
    }
    assert!(PlanState::Superseded.moves().is_empty());
}

#[test]
fn no_plan_goes_back_to_a_draft_once_it_was_active() {
    let once_active = reachable(PlanState::Active, PlanState::moves);
    assert!(!once_active.contains(&PlanState::Draft));
    assert!(!once_active.contains(&PlanState::AwaitingYouthVoice));
}

#[test]
fn every_goal_reaches_each_way_to_end_and_can_be_taken_up_again() {
    for state in GoalState::ALL {
        let ahead = reachable(*state, GoalState::moves);
        assert!(ahead.contains(&GoalState::MetInYouthView), "{state:?}");
        assert!(ahead.contains(&GoalState::SetAside), "{state:?}");
        assert!(ahead.contains(&GoalState::InProgress), "{state:?}");
    }
}

proptest! {
    /// The check takes exactly the moves of the table, tells the truth about the others,
    /// and no sequence of accepted moves leaves what can be reached.
    #[test]
    fn no_plan_move_outside_the_table_is_accepted(
        wanted in prop::collection::vec(select(PlanState::ALL), 1..40),
    ) {
        let (mut state, from_start) = (PlanState::Draft, reachable(PlanState::Draft, PlanState::moves));
        for to in wanted {
            match state.check_move(to) {
                Ok(()) => {
                    prop_assert!(state.moves().contains(&to));
                    state = to;
                }
                Err(Refusal::Move(refused)) => {
                    prop_assert!(!state.moves().contains(&to));
                    prop_assert_eq!(refused.from, state.code().to_uppercase());
                    prop_assert_eq!(refused.to, to.code().to_uppercase());
                    prop_assert_eq!(refused.allowed.len(), state.moves().len());
                }
                Err(other) => prop_assert!(false, "{other:?}"),
            }
            prop_assert!(from_start.contains(&state));
        }
    }

    #[test]
    fn no_goal_move_outside_the_table_is_accepted(
        wanted in prop::collection::vec(select(GoalState::ALL), 1..40),
    ) {
        let mut state = GoalState::Proposed;
        for to in wanted {
            let accepted = state.check_move(to).is_ok();
            prop_assert_eq!(accepted, to == state || state.moves().contains(&to));
            if accepted {
                state = to;
            }
        }
    }
}
