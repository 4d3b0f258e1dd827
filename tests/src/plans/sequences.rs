//! Random sequences of acts on a plan, each outcome foretold by a model that knows the
//! rules and nothing of the server.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::json;

use super::desk::Desk;
use crate::both;
use crate::world::{Answer, text};

#[derive(Clone, Debug)]
enum Deed {
    Words,
    NotYet,
    AddStrength,
    RemoveStrength,
    Review,
    Activate,
    End,
    Move(&'static str),
}

#[derive(Debug)]
struct Model {
    state: &'static str,
    voice: bool,
    /// Each by a number of its own, oldest first.
    strengths: Vec<u32>,
    next: u32,
    kind: &'static str,
    /// What was agreed on when it was frozen last: the voice, and the strengths.
    frozen: Option<(&'static str, Vec<u32>)>,
}

/// The moves of a plan, written down a second time.
fn moves(state: &str) -> &'static [&'static str] {
    match state {
        "DRAFT" => &["AWAITING_YOUTH_VOICE", "ACTIVE"],
        "AWAITING_YOUTH_VOICE" => &["DRAFT", "ACTIVE"],
        "ACTIVE" => &["UNDER_REVIEW", "PAUSED", "COMPLETED"],
        "UNDER_REVIEW" => &["ACTIVE", "PAUSED", "COMPLETED"],
        "PAUSED" => &["ACTIVE", "UNDER_REVIEW", "COMPLETED"],
        "COMPLETED" => &["UNDER_REVIEW"],
        _ => &[],
    }
}

const STATES: &[&str] = &[
    "DRAFT",
    "AWAITING_YOUTH_VOICE",
    "ACTIVE",
    "UNDER_REVIEW",
    "PAUSED",
    "COMPLETED",
    "SUPERSEDED",
];

impl Model {
    /// What the server has to answer, and what becomes of the plan.
    fn expect(&mut self, deed: &Deed) -> Vec<&'static str> {
        let ended = self.state == "COMPLETED";
        match deed {
            Deed::Words | Deed::NotYet | Deed::Review if ended => vec!["id NOT_ALLOWED_HERE"],
            Deed::AddStrength if ended => vec!["plan NOT_ALLOWED_HERE"],
            Deed::RemoveStrength if ended => vec!["id NOT_ALLOWED_HERE"],
            Deed::Words => {
                self.voice = true;
                self.kind = "words";
                if self.state == "AWAITING_YOUTH_VOICE" {
                    self.state = "DRAFT";
                }
                vec![]
            }
            Deed::NotYet => {
                self.voice = true;
                self.kind = "not yet";
                vec![]
            }
            Deed::Review => vec![],
            Deed::AddStrength => {
                self.strengths.push(self.next);
                self.next += 1;
                vec![]
            }
            Deed::RemoveStrength if self.state == "ACTIVE" && self.strengths.len() == 1 => {
                vec!["id MISSING_STRENGTH"]
            }
            Deed::RemoveStrength => {
                self.strengths.remove(0);
                vec![]
            }
            Deed::Activate => self.go("ACTIVE"),
            // A plan is ended by saying what came of it, not by a move.
            Deed::Move("COMPLETED") if moves(self.state).contains(&"COMPLETED") => {
                vec!["to NOT_ALLOWED_HERE"]
            }
            Deed::Move(to) => self.go(to),
            Deed::End => self.go("COMPLETED"),
        }
    }

    fn go(&mut self, to: &'static str) -> Vec<&'static str> {
        let agreed = Some((self.kind, self.strengths.clone()));
        // An active plan that says something else than when it was frozen is frozen anew.
        let anew = self.state == "ACTIVE" && to == "ACTIVE" && self.frozen != agreed;
        if !anew && !moves(self.state).contains(&to) {
            return vec!["no such move"];
        }
        let missing: Vec<_> = [
            (!self.voice, "voice MISSING_VOICE"),
            (self.strengths.is_empty(), "strengths MISSING_STRENGTH"),
        ]
        .into_iter()
        .filter_map(|(missing, code)| (to == "ACTIVE" && missing).then_some(code))
        .collect();
        if missing.is_empty() {
            self.state = to;
            if to == "ACTIVE" {
                self.frozen = agreed;
            }
        }
        missing
    }
}

fn sequences(count: usize) -> Vec<Vec<Deed>> {
    let deed = prop_oneof![
        2 => Just(Deed::Words),
        1 => Just(Deed::NotYet),
        3 => Just(Deed::AddStrength),
        1 => Just(Deed::RemoveStrength),
        2 => Just(Deed::Review),
        3 => Just(Deed::Activate),
        1 => Just(Deed::End),
        8 => select(STATES).prop_map(Deed::Move),
    ];
    let sequence = prop::collection::vec(deed, 16..24);
    // The same sequences on every run and on both databases.
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    (0..count)
        .map(|_| sequence.new_tree(&mut runner).unwrap().current())
        .collect()
}

fn told(answer: &Answer) -> Vec<String> {
    match answer.outcome()["__typename"].as_str().unwrap() {
        "ValidationProblem" => answer.wrong(),
        "MoveProblem" => vec!["no such move".to_owned()],
        done if done.ends_with("Success") => vec![],
        other => panic!("{other}"),
    }
}

async fn act(desk: &Desk, deed: &Deed) -> Answer {
    match deed {
        Deed::Words => desk.words("My words.").await,
        Deed::NotYet => {
            let input = json!({ "kind": "NOT_YET_REACHABLE", "note": "Asleep.", "nextOfferOn": "2026-03-05" });
            desk.act("planVoiceRecord", input).await
        }
        Deed::Review => desk.review("2026-03-05").await,
        Deed::End => desk.end().await,
        Deed::AddStrength => desk.strength("Draws.").await,
        Deed::RemoveStrength => {
            let seen = desk.see("strengths { id }").await;
            let id = text(&seen["strengths"][0]["id"]);
            desk.act("planStrengthRemove", json!({ "id": id })).await
        }
        Deed::Activate => desk.act("planActivate", json!({})).await,
        Deed::Move(to) => desk.go(to).await,
    }
}

both! {
    async fn every_sequence_of_acts_goes_as_the_rules_say(world) {
        let mut desk = Desk::new(world).await;
        for (number, deeds) in sequences(6).into_iter().enumerate() {
            if number > 0 {
                let case = desk.world.case(&desk.team.supervisor, &format!("River {number}")).await;
                desk.world.assign(&desk.team.supervisor, &case, &desk.team.specialist, "RESOURCE_SPECIALIST").await;
                let start = json!({ "case": case });
                let started = desk.world.act(&desk.team.specialist, "planStart", "plan { id }", start).await;
                desk.plan = text(&started.done()["plan"]["id"]);
                desk.team.case = case;
            }
            let mut model = Model { state: "DRAFT", voice: false, strengths: Vec::new(), next: 0, kind: "", frozen: None };
            for (place, deed) in deeds.iter().enumerate() {
                if matches!(deed, Deed::RemoveStrength) && model.strengths.is_empty() {
                    continue;
                }
                let expected = model.expect(deed);
                let answer = act(&desk, deed).await;
                assert_eq!(told(&answer), expected, "{model:?} at {place} of {deeds:?}");
                let seen = desk.case("planState").await;
                assert_eq!(seen["planState"], model.state, "{model:?} at {place} of {deeds:?}");
            }
        }
    }
}
