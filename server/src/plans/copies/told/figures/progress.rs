//! What moved since the plan was last looked at, goal by goal: the words first, then two rows
//! of pieces, then the same in words. Nothing is added up over the plan.

use crate::paper::{BlockKind, Figure, Key, Mark, MarkLook, Part, Row, SCALE};
use crate::plans::content::{Content, Goal, Step};
use crate::plans::copies::told::joined;
use crate::plans::copies::words::Words;
use crate::plans::model::StepState;
use crate::plans::then::Then;

/// A piece is never wider than this part of the scale.
const WIDEST: i32 = SCALE / 12;

pub(super) fn part(then: &Then, now: &Content, words: Words) -> Part {
    let day = words.day(then.at.date_naive());
    let (heading, at) = match then.review {
        Some(_) => ("moved_since_review", "at_review"),
        None => ("moved_since_active", "at_active"),
    };
    let mut part = Part::new(words.with("figure", heading, &day));
    let mut key = Some(key(words));
    for goal in now.goals.iter().filter(|goal| !goal.steps.is_empty()) {
        let before = then.content.goals.iter().find(|one| one.id == goal.id);
        part.push(BlockKind::Head, &goal.text, stands(before, goal, words));
        let steps_then = before.map_or(&[][..], |goal| &goal.steps);
        let said = |name: &str, steps: &[Step]| {
            format!("{}: {}", words.say("figure", name), told(steps, words))
        };
        let both = [said(at, steps_then), said("now", &goal.steps)];
        let row = |name: &str, steps: &[Step]| Row {
            label: words.say("figure", name).to_owned(),
            marks: pieces(steps),
        };
        let figure = Figure {
            ticks: Vec::new(),
            rows: vec![row(at, steps_then), row("now", &goal.steps)],
            // Once is enough: it stands under the first.
            key: key.take().unwrap_or_default(),
        };
        part.picture(format!("{} · {} · {}", goal.text, both[0], both[1]), figure);
        for line in both {
            part.push(BlockKind::Line, line, None);
        }
    }
    part
}

/// What the young person thinks of the goal, apart from how the team sees it.
fn stands(before: Option<&Goal>, now: &Goal, words: Words) -> Option<String> {
    let change = |now: &str, before: Option<&str>| match before {
        Some(before) if before != now => {
            format!("{now} ({})", words.with("figure", "before", before))
        }
        _ => now.to_owned(),
    };
    let agreement = |goal: &Goal| words.say("agreement", goal.agreement.code());
    let state = |goal: &Goal| words.say("goal_state", goal.state.code());
    let youth = change(agreement(now), before.map(agreement));
    let team = change(state(now), before.map(state));
    joined([
        Some(words.with("figure", "youth", &youth)),
        Some(words.with("figure", "team", &team)),
    ])
}

/// "Done: 2; To do: 1"
fn told(steps: &[Step], words: Words) -> String {
    let of = |state: &StepState| steps.iter().filter(|step| step.state == *state).count();
    let said = |state: &StepState| match of(state) {
        0 => None,
        many => Some(format!("{}: {many}", words.say("step_state", state.code()))),
    };
    let all: Vec<_> = StepState::ALL.iter().filter_map(said).collect();
    if all.is_empty() {
        return words.say("figure", "none").to_owned();
    }
    all.join("; ")
}

/// A piece for each step, in the order in which steps go on.
fn pieces(steps: &[Step]) -> Vec<Mark> {
    let many = i32::try_from(steps.len()).unwrap_or(i32::MAX).max(1);
    let wide = (SCALE / many).min(WIDEST);
    let states = StepState::ALL.iter();
    let in_order = states.flat_map(|state| steps.iter().filter(move |step| step.state == *state));
    (0..)
        .zip(in_order)
        .map(|(nth, step)| Mark {
            look: look(step.state),
            from: nth * wide,
            // A little apart from the next.
            to: nth * wide + wide - wide / 8,
        })
        .collect()
}

fn look(state: StepState) -> MarkLook {
    match state {
        StepState::Done => MarkLook::Full,
        StepState::Doing => MarkLook::Stripes,
        StepState::Waiting => MarkLook::Dots,
        StepState::Todo => MarkLook::Hollow,
        StepState::NotNeeded => MarkLook::Struck,
        StepState::YouthDeclinedForNow => MarkLook::Broken,
    }
}

fn key(words: Words) -> Vec<Key> {
    let entry = |state: &StepState| Key {
        look: look(*state),
        text: words.say("step_state", state.code()).to_owned(),
    };
    StepState::ALL.iter().map(entry).collect()
}
