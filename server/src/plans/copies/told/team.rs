//! The team's copy: the whole plan, under the working alias.

use super::{Names, by_day, joined, who};
use crate::paper::{BlockKind, Part, Sheet};
use crate::plans::content::{Content, Frame, Goal, Step};
use crate::plans::copies::words::Words;
use crate::plans::model::{StepState, VoiceKind};
use crate::plans::support::{Profile, Safety, SafetySection};

/// The sheet, with the pictures that are wanted at its end.
pub(super) fn sheet(
    content: Content,
    alias: &str,
    names: &Names,
    pictures: Vec<Part>,
    words: Words,
) -> Sheet {
    let mut parts = vec![
        standing(&content.frame, words),
        voice(&content.frame, words),
    ];
    let mut strengths = Part::new(words.say("team", "strengths"));
    for strength in content.strengths {
        let kind = words.say("strength_kind", strength.kind.code());
        strengths.push(BlockKind::Point, strength.text, Some(kind.to_owned()));
    }
    let mut goals = Part::new(words.say("team", "goals"));
    for told in content.goals {
        goal(&mut goals, told, names, words);
    }
    parts.extend([goals, strengths]);
    if let Some(profile) = content.profile {
        parts.extend(support(profile, words));
    }
    if let Some(safety) = content.safety {
        parts.push(safe(&safety, words));
    }
    parts.extend(pictures);
    Sheet {
        language: words.0.code().to_owned(),
        name: words.say("sheet", "name").to_owned(),
        title: Some(words.with("team", "title", alias)),
        notice: Some(words.say("team", "notice").to_owned()),
        foot: None,
        large: false,
        parts,
    }
}

fn standing(frame: &Frame, words: Words) -> Part {
    let mut part = Part::new(words.say("team", "plan"));
    let say = |key, day| words.with("team", key, &words.day(day));
    let state = frame
        .state
        .map(|state| words.say("plan_state", state.code()).to_owned());
    let version = words.with("team", "version", &frame.version.to_string());
    if let Some(line) = joined([state, Some(version)]) {
        part.push(BlockKind::Line, line, None);
    }
    let lines = [
        frame
            .activated_at
            .map(|at| say("active_since", at.date_naive())),
        frame.review_on.map(|day| say("review", day)),
        frame.right.map(|right| say("right", right.explained_on)),
    ];
    for line in lines.into_iter().flatten() {
        part.push(BlockKind::Line, line, None);
    }
    part
}

fn voice(frame: &Frame, words: Words) -> Part {
    let mut part = Part::new(words.say("team", "voice"));
    let voice = &frame.voice;
    if let Some(own) = &voice.words {
        part.push(BlockKind::Words, own, None);
    }
    if let Some(kind) = voice.kind.filter(|kind| *kind != VoiceKind::OwnWords) {
        part.push(BlockKind::Line, words.say("voice_kind", kind.code()), None);
    }
    if let Some(note) = &voice.note {
        let note = words.with("team", "voice_note", note);
        part.push(BlockKind::Line, note, None);
    }
    if let Some(day) = voice.next_offer_on {
        let offer = words.with("team", "offer", &words.day(day));
        part.push(BlockKind::Line, offer, None);
    }
    part
}

fn goal(part: &mut Part, goal: Goal, names: &Names, words: Words) {
    let say = |chapter, code| Some(words.say(chapter, code).to_owned());
    let note = joined([
        say("goal_owner", goal.owner.code()),
        goal.in_youth_words
            .then(|| words.say("team", "own_words").to_owned()),
        say("plan_domain", goal.domain.code()),
        say("goal_state", goal.state.code()),
        say("agreement", goal.agreement.code()),
        goal.target_on.map(|day| by_day(words, "team", day)),
    ]);
    part.push(BlockKind::Head, goal.text, note);
    for told in goal.steps {
        step(part, told, names, words);
    }
}

fn step(part: &mut Part, step: Step, names: &Names, words: Words) {
    let kind = match step.state {
        StepState::Done => BlockKind::Ticked,
        StepState::NotNeeded | StepState::YouthDeclinedForNow => BlockKind::Point,
        StepState::Todo | StepState::Doing | StepState::Waiting => BlockKind::Open,
    };
    let someone = who(step.owner, step.owner_name, names);
    let sharing = step.needs_sharing.then(|| match &step.share_with {
        Some(with) => words.with("team", "sharing", with),
        None => words.say("team", "sharing_needed").to_owned(),
    });
    let note = joined([
        someone.or_else(|| Some(words.say("team", "nobody").to_owned())),
        Some(by_day(words, "team", step.due_on)),
        Some(words.say("step_state", step.state.code()).to_owned()),
        sharing,
    ]);
    part.push(kind, step.text, note);
}

fn support(profile: Profile, words: Words) -> Vec<Part> {
    let part = |key, lines: Vec<(String, Option<String>)>| {
        let mut part = Part::new(words.say("team", key));
        for (line, note) in lines {
            part.push(BlockKind::Point, line, note);
        }
        part
    };
    let plain = |text| (text, None);
    let wish = |code| Some(words.say("contact_wish_kind", code).to_owned());
    let calming = profile.calming.into_iter().map(|one| plain(one.text));
    let triggers = profile.triggers.into_iter().map(|one| plain(one.text));
    let contact = profile.contact.into_iter();
    let contact = contact.map(|one| (one.text, wish(one.kind.code())));
    let told = profile.do_not_ask.into_iter();
    vec![
        part("calming", calming.collect()),
        part("triggers", triggers.collect()),
        part("contact", contact.collect()),
        part(
            "do_not_ask",
            told.map(|one| (one.topic, one.instead)).collect(),
        ),
        part(
            "welcome",
            profile.welcome_items.into_iter().map(plain).collect(),
        ),
    ]
}

fn safe(safety: &Safety, words: Words) -> Part {
    let mut part = Part::new(words.say("team", "safety"));
    for section in SafetySection::ALL {
        let lines = safety.sections.get(section).map_or(&[][..], Vec::as_slice);
        if !lines.is_empty() {
            part.push(
                BlockKind::Head,
                words.say("team_safety", section.code()),
                None,
            );
        }
        for line in lines {
            part.push(BlockKind::Point, line, None);
        }
    }
    if !safety.safe_people.is_empty() {
        part.push(BlockKind::Head, words.say("team", "safe_people"), None);
    }
    for person in &safety.safe_people {
        let chosen = words.say("team", "chosen");
        let chosen = person.chosen_by_youth.then(|| chosen.to_owned());
        let note = joined([person.reach.clone(), chosen]);
        part.push(BlockKind::Point, &person.name, note);
    }
    part
}
