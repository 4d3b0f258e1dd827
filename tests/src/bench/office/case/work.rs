//! Referrals and contacts.

use chrono::{DateTime, Duration};
use server::boards::{Counter, Measure, week_of};
use server::referrals::model::ReferralState;
use uuid::Uuid;

use super::super::{Cell, Of};
use super::{Making, SAID, Sums, row};

const CONTACTS: u64 = 10;
const REFERRALS: [[ReferralState; 4]; 2] = [
    [
        ReferralState::Requested,
        ReferralState::Completed,
        ReferralState::InProgress,
        ReferralState::Rejected,
    ],
    [
        ReferralState::Accepted,
        ReferralState::Completed,
        ReferralState::OnHold,
        ReferralState::Completed,
    ],
];

impl Making<'_> {
    pub(super) fn referrals(&mut self) {
        let states = REFERRALS[self.dice(30, 2) as usize];
        for (place, state) in (0_u32..).zip(states) {
            let (id, org, case) = (self.part(), self.org, self.case);
            let made = self.opened + Duration::hours(2 + i64::from(place));
            let service = self.maker.office.id(
                Of::Service,
                self.dice(31 + u64::from(place), self.maker.office.services),
            );
            let need = self.sealed(
                "referral",
                "need",
                id,
                "Somebody to talk with, after school.",
            );
            let outcome = (state == ReferralState::Completed).then_some("service_received");
            let reference = format!("R-{:06}-{place}", self.number);
            self.rows.add(
                "referral",
                row![
                    id,
                    org,
                    case,
                    3,
                    reference,
                    service,
                    state.code(),
                    need,
                    outcome,
                    made,
                    state.waits().then_some(made),
                    self.specialist,
                    made
                ],
            );
            let mut moves = vec![(None, ReferralState::Requested)];
            if state != ReferralState::Requested {
                moves.push((Some("requested"), state));
            }
            for (from, to) in moves {
                let event = self.part();
                self.rows.add(
                    "referral_event",
                    row![event, org, case, id, from, to.code(), made, self.specialist],
                );
            }
            self.board.open_referrals += i32::from(state.is_open());
            self.board.waiting_referrals += i32::from(state.waits());
        }
    }

    pub(super) fn contacts(&mut self, sums: &mut Sums) {
        let (org, case, now) = (self.org, self.case, self.maker.office.now);
        let caregiver = self.maker.office.id(Of::Caregiver, self.number);
        let spread = (now - self.opened) / i32::try_from(CONTACTS).unwrap();
        for place in 0..CONTACTS {
            let id = self.part();
            let at = self.opened + spread * i32::try_from(place).unwrap() + spread / 2;
            // As the clock of the server: to the microsecond.
            let at = DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap();
            let reached = self.dice(40 + place, 5) > 0;
            let note = self.sealed(
                "support_contact",
                "note",
                id,
                SAID[self.dice(60 + place, 5) as usize],
            );
            let agreed = self.sealed(
                "support_contact",
                "agreed",
                id,
                "A call on Thursday evening.",
            );
            let outcome = if reached { "reached" } else { "no_answer" };
            let cells = row![
                id,
                org,
                case,
                caregiver,
                at,
                at,
                "phone",
                "out",
                outcome,
                "check_in",
                20,
                note,
                agreed,
                Cell::Null,
                self.advocate
            ];
            self.rows.add("support_contact", cells);
            self.rows.add("support_contact_need", row![id, "respite"]);
            self.board.contacts_logged += 1;
            if reached {
                self.board.last_contact_at = at;
                self.board.has_contact = true;
            }
            let counter = Counter {
                supervisor: self.board.supervisor_id,
                specialist: Uuid::nil(),
                measure: Measure::ContactsInWeek,
                day: week_of(at),
            };
            *sums.entry(counter).or_default() += 1;
        }
    }
}
