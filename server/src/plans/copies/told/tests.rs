//! Canaries in every text of a plan: which of them come through to which paper.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::*;
use crate::plans::content::{Frame, Right, Strength, Voice};
use crate::plans::model::{
    Agreement, GoalOwner, GoalState, PlanDomain, PlanState, StepState, StrengthKind, VoiceKind,
};
use crate::plans::support::{
    Calming, CalmingKind, ContactWish, ContactWishKind, Profile, SafePerson, SafetySection,
    ToldTopic, Trigger, TriggerKind,
};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 9).unwrap()
}

fn goal(owner: GoalOwner, canary: &str) -> Goal {
    let id = Uuid::nil();
    let step = Step {
        id,
        text: format!("canary-{canary}-step"),
        owner: None,
        owner_name: Some(format!("canary-{canary}-step-owner")),
        due_on: day(),
        state: StepState::Todo,
        needs_sharing: true,
        share_with: Some(format!("canary-{canary}-share-with")),
        service: None,
    };
    Goal {
        id,
        domain: PlanDomain::RecreationJoy,
        text: format!("canary-{canary}-goal"),
        in_youth_words: true,
        owner,
        state: GoalState::InProgress,
        target_on: Some(day()),
        agreement: Agreement::YouthPartly,
        position: 0,
        steps: vec![step],
    }
}

fn some(text: &str) -> String {
    format!("canary-{text}")
}

fn safety() -> Safety {
    let lines = |section: &SafetySection| (*section, vec![some(section.code())]);
    Safety {
        sections: SafetySection::ALL
            .iter()
            .map(lines)
            .collect::<BTreeMap<_, _>>(),
        safe_people: vec![SafePerson {
            name: some("safe-person"),
            reach: Some(some("safe-reach")),
            chosen_by_youth: true,
        }],
    }
}

fn content() -> Content {
    Content {
        frame: Frame {
            plan: Uuid::nil(),
            version: 7,
            state: Some(PlanState::Active),
            activated_at: None,
            review_on: Some(day()),
            voice: Voice {
                kind: Some(VoiceKind::OwnWords),
                words: Some(some("voice-words")),
                note: Some(some("voice-note")),
                next_offer_on: Some(day()),
                recorded_at: None,
                recorded_by: None,
            },
            right: Some(Right {
                explained_on: day(),
                explained_by: Uuid::nil(),
            }),
        },
        strengths: vec![Strength {
            id: Uuid::nil(),
            kind: StrengthKind::Hope,
            text: some("strength"),
        }],
        goals: vec![
            goal(GoalOwner::Youth, "youth"),
            goal(GoalOwner::Team, "team"),
            goal(GoalOwner::Court, "court"),
            goal(GoalOwner::Caregiver, "caregiver"),
        ],
        profile: Some(Profile {
            triggers: vec![Trigger {
                kind: TriggerKind::Topic,
                text: some("trigger"),
            }],
            calming: vec![Calming {
                kind: CalmingKind::Music,
                text: some("calming"),
            }],
            contact: vec![ContactWish {
                kind: ContactWishKind::Phone,
                text: some("contact"),
            }],
            do_not_ask: vec![ToldTopic {
                topic: some("told-topic"),
                instead: Some(some("told-instead")),
            }],
            welcome_items: vec![some("welcome")],
        }),
        safety: Some(safety()),
    }
}

/// Every text with a canary in what is written as JSON.
fn canaries(value: &Value) -> BTreeSet<String> {
    match value {
        Value::String(text) => text
            .split([' ', ','])
            .filter(|word| word.starts_with("canary-"))
            .map(str::to_owned)
            .collect(),
        Value::Array(all) => all.iter().flat_map(canaries).collect(),
        Value::Object(all) => all.values().flat_map(canaries).collect(),
        _ => BTreeSet::new(),
    }
}

fn on_paper(audience: CopyAudience) -> BTreeSet<String> {
    let source = match audience {
        CopyAudience::SafetyPlan => Source::Safety {
            safety: safety(),
            version: 1,
        },
        _ => Source::Plan {
            content: Box::new(content()),
            alias: some("alias"),
            names: Names::new(),
            figures: None,
        },
    };
    let sheet = source.sheet(audience, Locale::En).unwrap();
    canaries(&serde_json::to_value(sheet).unwrap())
}

fn named<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.into_iter().map(some).collect()
}

#[test]
fn rule_077_on_the_youths_copy_stands_what_is_allowed_and_nothing_else() {
    let allowed = named([
        "voice-words",
        "strength",
        "youth-goal",
        "youth-step",
        "youth-step-owner",
        "team-goal",
        "team-step",
        "team-step-owner",
        "court-goal",
        "court-step",
        "court-step-owner",
        "calming",
        "welcome",
    ]);
    assert_eq!(on_paper(CopyAudience::Youth), allowed);
}

#[test]
fn the_teams_copy_has_all_that_a_plan_says() {
    let mut all = canaries(&serde_json::to_value(content()).unwrap());
    all.insert(some("alias"));
    assert_eq!(on_paper(CopyAudience::Team), all);
}

#[test]
fn rule_068_the_plain_copy_has_the_safety_plan_and_nothing_that_says_so() {
    let all = canaries(&serde_json::to_value(safety()).unwrap());
    assert_eq!(on_paper(CopyAudience::SafetyPlan), all);
    for language in [Locale::En, Locale::Es] {
        let source = Source::Safety {
            safety: Safety::default(),
            version: 1,
        };
        assert!(
            source
                .sheet(CopyAudience::SafetyPlan, language)
                .unwrap()
                .parts
                .is_empty()
        );
        let source = Source::Safety {
            safety: safety(),
            version: 1,
        };
        let sheet = source.sheet(CopyAudience::SafetyPlan, language).unwrap();
        assert_eq!(
            (&sheet.title, &sheet.notice, &sheet.foot),
            (&None, &None, &None)
        );
        assert_eq!(sheet.parts.len(), 9);
        for part in &sheet.parts {
            let heading = part.heading.to_lowercase();
            let tells = [
                "safe", "plan", "segur", "traffick", "explot", "warning", "alerta",
            ];
            let telling = tells.iter().find(|word| heading.contains(**word));
            assert_eq!(telling, None, "{heading}");
        }
    }
}

#[test]
fn rule_066_the_young_persons_words_and_goals_come_first() {
    let source = Source::Plan {
        content: Box::new(content()),
        alias: String::new(),
        names: Names::new(),
        figures: None,
    };
    let sheet = source.sheet(CopyAudience::Youth, Locale::Es).unwrap();
    let headings: Vec<_> = sheet
        .parts
        .iter()
        .map(|part| part.heading.as_str())
        .collect();
    assert_eq!(headings[..2], ["Lo que quiero", "Mis metas"]);
    assert_eq!(sheet.parts[0].blocks[0].text, "canary-voice-words");
}
