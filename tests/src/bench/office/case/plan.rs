//! The plan with its strengths, goals and steps.

use chrono::{DateTime, Duration, Utc};
use server::plans::model::{GoalState, PlanDomain, PlanState};
use uuid::Uuid;

use super::{Making, SAID, row};

const GOALS: u64 = 5;
const GOAL_STATES: [GoalState; 5] = [
    GoalState::InProgress,
    GoalState::Accepted,
    GoalState::Proposed,
    GoalState::MetInYouthView,
    GoalState::SetAside,
];

impl Making<'_> {
    pub(super) fn plan(&mut self) {
        let (id, org, case, made) = (
            self.part(),
            self.org,
            self.case,
            self.opened + Duration::minutes(30),
        );
        let active = self.dice(6, 5) > 0;
        let state = if active {
            PlanState::Active
        } else {
            PlanState::AwaitingYouthVoice
        };
        let review =
            self.maker.office.now.date_naive() + Duration::days(self.dice(7, 90) as i64 - 15);
        let words =
            active.then(|| self.sealed("plan", "voice_words", id, SAID[self.dice(8, 5) as usize]));
        let cells = row![
            id,
            org,
            case,
            9,
            state.code(),
            active.then_some(made),
            review,
            active.then_some("own_words"),
            words,
            active.then_some(made),
            active.then_some(self.specialist),
            self.specialist,
            made
        ];
        self.rows.add("plan", cells);
        for kind in ["hope", "skill"] {
            let strength = self.part();
            let text = self.sealed("strength", "text", strength, "Draws birds from memory.");
            self.rows
                .add("strength", row![strength, org, case, id, kind, text, made]);
        }
        for place in 0..GOALS {
            self.goal(id, place, made);
        }
        self.board.plan_state = Some(state.code().to_owned());
        self.board.awaiting_voice = !active;
        self.board.next_review_on = review;
    }

    fn goal(&mut self, plan: Uuid, place: u64, made: DateTime<Utc>) {
        let (id, step, org, case) = (self.part(), self.part(), self.org, self.case);
        let state = GOAL_STATES[place as usize];
        let domain =
            PlanDomain::ALL[self.dice(10 + place, PlanDomain::ALL.len() as u64) as usize].code();
        let text = self.sealed(
            "goal",
            "text",
            id,
            "Find a drawing class that is near and free.",
        );
        let cells = row![
            id,
            org,
            case,
            plan,
            2,
            domain,
            text,
            true,
            "youth",
            state.code(),
            "youth_agrees",
            i64::try_from(place).unwrap(),
            made
        ];
        self.rows.add("goal", cells);
        self.board.open_goals += i32::from(state.is_open());
        let text = self.sealed(
            "step",
            "text",
            step,
            "Call the library and ask about Thursdays.",
        );
        let due =
            self.maker.office.now.date_naive() + Duration::days(self.dice(20 + place, 30) as i64);
        self.rows.add(
            "step",
            row![
                step,
                org,
                case,
                id,
                1,
                text,
                self.specialist,
                due,
                "todo",
                made
            ],
        );
    }
}
