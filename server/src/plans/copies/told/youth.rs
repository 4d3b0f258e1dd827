//! The young person's copy. What is not named here does not get on it (rule 77): each
//! struct of the plan is taken apart field by field, so that a new field does not compile
//! until somebody says whether the young person's copy has it.

use chrono::NaiveDate;

use super::{Names, by_day, joined, who};
use crate::paper::{BlockKind, Part, Sheet};
use crate::plans::content::{Content, Frame, Goal, Step, Strength, Voice};
use crate::plans::copies::words::Words;
use crate::plans::model::{GoalOwner, GoalState, PlanState, StepState, VoiceKind};
use crate::plans::support::{Calming, Profile};

/// All that the young person's copy may say.
pub(super) struct ForYouth {
    finished: bool,
    /// Her words, exactly.
    words: Option<String>,
    strengths: Vec<String>,
    own: Vec<Aim>,
    team: Vec<Aim>,
    court: Vec<Aim>,
    helps: Vec<String>,
    welcome: Vec<String>,
    review_on: Option<NaiveDate>,
}

struct Aim {
    text: String,
    reached: bool,
    deeds: Vec<Deed>,
}

struct Deed {
    text: String,
    who: Option<String>,
    due_on: NaiveDate,
    done: bool,
    not_now: bool,
}

impl ForYouth {
    /// What of `content` is for the young person.
    pub fn of(content: Content, names: &Names) -> Self {
        let Content {
            frame,
            strengths,
            goals,
            profile,
            // It has a plain copy of its own, which says nothing of what it is.
            safety: _,
        } = content;
        let Frame {
            plan: _,
            version: _,
            state,
            activated_at: _,
            review_on,
            voice,
            right: _,
        } = frame;
        let Voice {
            kind,
            words,
            // Notes are of staff for staff.
            note: _,
            next_offer_on: _,
            recorded_at: _,
            recorded_by: _,
        } = voice;
        let mut told = Self {
            finished: matches!(
                state,
                Some(PlanState::Active | PlanState::UnderReview | PlanState::Completed)
            ),
            words: words.filter(|_| kind == Some(VoiceKind::OwnWords)),
            strengths: strengths.into_iter().map(strength).collect(),
            own: Vec::new(),
            team: Vec::new(),
            court: Vec::new(),
            helps: Vec::new(),
            welcome: Vec::new(),
            review_on,
        };
        for goal in goals {
            told.goal(goal, names);
        }
        if let Some(profile) = profile {
            told.profile(profile);
        }
        told
    }

    fn goal(&mut self, goal: Goal, names: &Names) {
        let Goal {
            id: _,
            domain: _,
            text,
            in_youth_words: _,
            owner,
            state,
            target_on: _,
            agreement: _,
            position: _,
            steps,
        } = goal;
        if matches!(state, GoalState::SetAside | GoalState::Changed) {
            return;
        }
        let of = match owner {
            GoalOwner::Youth => &mut self.own,
            GoalOwner::Team => &mut self.team,
            GoalOwner::Court => &mut self.court,
            // About somebody else.
            GoalOwner::Caregiver => return,
        };
        of.push(Aim {
            text,
            reached: matches!(state, GoalState::MetInYouthView | GoalState::MetInTeamView),
            deeds: steps
                .into_iter()
                .filter_map(|step| deed(step, names))
                .collect(),
        });
    }

    fn profile(&mut self, profile: Profile) {
        let Profile {
            // These tell what hurt; paper may be found.
            triggers: _,
            calming,
            // How she can be reached is not for whoever finds it.
            contact: _,
            do_not_ask: _,
            welcome_items,
        } = profile;
        self.helps = calming
            .into_iter()
            .map(|Calming { kind: _, text }| text)
            .collect();
        self.welcome = welcome_items;
    }

    /// The sheet: her words and goals first.
    pub fn sheet(self, words: Words) -> Sheet {
        let say = |key| words.say("youth", key);
        let mut parts = Vec::new();
        let mut voice = Part::new(say("words"));
        if let Some(own) = self.words {
            voice.push(BlockKind::Words, own, None);
        }
        parts.push(voice);
        parts.push(aims(say("goals"), self.own, words));
        parts.push(list(say("strengths"), self.strengths));
        parts.push(aims(say("team_goals"), self.team, words));
        parts.push(aims(say("court_goals"), self.court, words));
        parts.push(list(say("helps"), self.helps));
        parts.push(list(say("welcome"), self.welcome));
        let mut later = Part::new(say("later"));
        if let Some(day) = self.review_on {
            let line = words.with("youth", "review", &words.day(day));
            later.push(BlockKind::Line, line, None);
        }
        parts.push(later);
        let mut notice = say("notice").to_owned();
        if !self.finished {
            notice = format!("{} {notice}", say("draft"));
        }
        Sheet {
            language: words.0.code().to_owned(),
            name: words.say("sheet", "name").to_owned(),
            title: Some(say("title").to_owned()),
            notice: Some(notice),
            foot: None,
            large: true,
            parts,
        }
    }
}

fn strength(strength: Strength) -> String {
    let Strength {
        id: _,
        kind: _,
        text,
    } = strength;
    text
}

fn deed(step: Step, names: &Names) -> Option<Deed> {
    let Step {
        id: _,
        text,
        owner,
        owner_name,
        due_on,
        state,
        needs_sharing: _,
        share_with: _,
        service: _,
    } = step;
    (state != StepState::NotNeeded).then(|| Deed {
        text,
        who: who(owner, owner_name, names),
        due_on,
        done: state == StepState::Done,
        not_now: state == StepState::YouthDeclinedForNow,
    })
}

fn list(heading: &str, lines: Vec<String>) -> Part {
    let mut part = Part::new(heading);
    for line in lines {
        part.push(BlockKind::Point, line, None);
    }
    part
}

fn aims(heading: &str, aims: Vec<Aim>, words: Words) -> Part {
    let mut part = Part::new(heading);
    let say = |key| words.say("youth", key).to_owned();
    for aim in aims {
        part.push(
            BlockKind::Head,
            aim.text,
            aim.reached.then(|| say("reached")),
        );
        for deed in aim.deeds {
            let kind = match (deed.done, deed.not_now) {
                (true, _) => BlockKind::Ticked,
                (_, true) => BlockKind::Point,
                _ => BlockKind::Open,
            };
            let due = (!deed.done && !deed.not_now).then(|| by_day(words, "youth", deed.due_on));
            let state = deed.done.then(|| say("done"));
            let state = state.or(deed.not_now.then(|| say("not_now")));
            part.push(kind, deed.text, joined([deed.who, due, state]));
        }
    }
    part
}
