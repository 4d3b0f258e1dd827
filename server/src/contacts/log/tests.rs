use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::boards::never;

fn noon() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    day.and_hms_opt(12, 0, 0).unwrap().and_utc()
}

fn empty_board() -> board::Model {
    board::Model {
        case_id: Uuid::nil(),
        org_id: Uuid::nil(),
        supervisor_id: Uuid::nil(),
        specialist_id: None,
        advocate_id: None,
        status: "open".to_owned(),
        open: true,
        opened_at: noon(),
        plan_state: None,
        awaiting_voice: false,
        open_goals: 0,
        open_referrals: 0,
        waiting_referrals: 0,
        contacts_logged: 0,
        last_contact_at: noon(),
        has_contact: false,
        next_contact_on: None,
        next_review_on: never(),
        next_staffing_at: never().and_time(NaiveTime::MIN).and_utc(),
    }
}

fn contact(hours: i64, outcome: ContactOutcome, next: Option<i64>) -> support_contact::Model {
    let at = noon() + Duration::hours(hours);
    support_contact::Model {
        id: Uuid::nil(),
        org_id: Uuid::nil(),
        case_id: Uuid::nil(),
        person_id: None,
        occurred_at: at,
        recorded_at: at,
        channel: ContactChannel::Phone,
        direction: Direction::Out,
        outcome,
        contact_type: ContactType::CheckIn,
        minutes: None,
        crisis_action: None,
        note: None,
        agreed: None,
        graphic: false,
        content_note: None,
        next_contact_on: next.map(|days| at.date_naive() + Duration::days(days)),
        logged_by: Uuid::nil(),
    }
}

#[test]
fn an_attempt_counts_as_work_and_leaves_the_family_without_contact() {
    let mut board = empty_board();
    on_board(&mut board, &contact(5, ContactOutcome::NoAnswer, Some(1)));
    assert_eq!(board.contacts_logged, 1);
    assert!(!board.has_contact);
    assert_eq!(board.last_contact_at, noon());
    assert_eq!(board.next_contact_on, NaiveDate::from_ymd_opt(2026, 4, 1));
}

#[test]
fn the_first_contact_counts_even_from_before_the_case_was_opened() {
    let mut board = empty_board();
    on_board(&mut board, &contact(-2, ContactOutcome::Reached, None));
    assert!(board.has_contact);
    assert_eq!(board.last_contact_at, noon() - Duration::hours(2));
}

#[test]
fn being_in_touch_keeps_the_promise_for_that_day_and_leaves_later_ones() {
    let mut board = empty_board();
    on_board(&mut board, &contact(0, ContactOutcome::Reached, Some(2)));
    on_board(&mut board, &contact(24, ContactOutcome::Reached, None));
    assert_eq!(board.next_contact_on, NaiveDate::from_ymd_opt(2026, 4, 2));
    on_board(&mut board, &contact(48, ContactOutcome::Reached, None));
    assert_eq!(board.next_contact_on, None);
}

proptest! {
    /// In whatever order contacts are logged, the last one is the latest in touch, and each is counted.
    #[test]
    fn the_order_of_logging_does_not_matter(
        hours in prop::collection::vec((-500_i64..500, any::<bool>()), 1..20),
    ) {
        let mut board = empty_board();
        for (hour, reached) in &hours {
            let outcome = if *reached { ContactOutcome::Reached } else { ContactOutcome::NoAnswer };
            on_board(&mut board, &contact(*hour, outcome, None));
        }
        let last = hours.iter().filter(|(_, reached)| *reached).map(|(hour, _)| hour).max();
        prop_assert_eq!(board.contacts_logged, i32::try_from(hours.len()).unwrap());
        prop_assert_eq!(board.has_contact, last.is_some());
        prop_assert_eq!(board.last_contact_at, noon() + Duration::hours(last.copied().unwrap_or(0)));
    }
}

#[test]
fn rule_113_danger_to_life_needs_an_action() {
    let endangering: Vec<_> = CrisisType::ALL
        .iter()
        .filter(|crisis| crisis.endangers())
        .map(|crisis| crisis.code())
        .collect();
    assert_eq!(
        endangering,
        [
            "trafficker_at_location",
            "threat_to_family",
            "suicidal_statement_child",
            "suicidal_statement_caregiver",
            "self_harm",
            "overdose",
            "violence_at_home",
        ]
    );
}
