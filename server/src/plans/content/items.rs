//! A plan as a list of items with named fields: what comparing and approving work on.

use uuid::Uuid;

use super::{Content, Goal, Part, Step};
use crate::codes;
use crate::plans::support::{Profile, Safety};

codes! {
    /// A field of something in a plan.
    pub enum Field {
        State = "state",
        ReviewOn = "review_on",
        RightExplainedOn = "right_explained_on",
        VoiceKind = "voice_kind",
        VoiceWords = "voice_words",
        VoiceNote = "voice_note",
        VoiceNextOfferOn = "voice_next_offer_on",
        Kind = "kind",
        Text = "text",
        Domain = "domain",
        InYouthWords = "in_youth_words",
        Owner = "owner",
        OwnerName = "owner_name",
        TargetOn = "target_on",
        DueOn = "due_on",
        Agreement = "agreement",
        NeedsSharing = "needs_sharing",
        ShareWith = "share_with",
        Service = "service",
        Triggers = "triggers",
        Calming = "calming",
        ContactWishes = "contact_wishes",
        DoNotAsk = "do_not_ask",
        WelcomeItems = "welcome_items",
        WarningSigns = "warning_signs",
        CopingStrategies = "coping_strategies",
        SafePeople = "safe_people",
        SafePlaces = "safe_places",
        WhatAdultsDo = "what_adults_do",
        IfLeaving = "if_leaving",
        IfContacted = "if_contacted",
        TechSafety = "tech_safety",
        EmergencyContacts = "emergency_contacts",
    }
}

impl Field {
    /// How things go on and when they are looked at again. Everything else is what was
    /// agreed on: a change of it is material, and an approval does not cover it.
    pub fn is_progress(self, part: Part) -> bool {
        match self {
            Self::ReviewOn => true,
            Self::State => matches!(part, Part::Plan | Part::Goal | Part::Step),
            _ => false,
        }
    }
}

/// One thing in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub part: Part,
    /// The same in both of two versions that are compared.
    pub key: String,
    /// By what a reader knows it.
    pub label: String,
    pub fields: Vec<(Field, String)>,
}

/// What was agreed on: everything but how things go on. Two moments of a plan with the
/// same of it need no new agreement and no new approval.
pub(in crate::plans) fn material(content: &Content) -> impl PartialEq + use<> {
    let mut items = items(content);
    for item in &mut items {
        let part = item.part;
        item.fields.retain(|(field, _)| !field.is_progress(part));
    }
    items.sort_by(|one, other| (one.part, &one.key).cmp(&(other.part, &other.key)));
    items
}

/// The plan as items, in the order in which it is read.
pub(super) fn items(content: &Content) -> Vec<Item> {
    let mut items = vec![frame(content)];
    items.extend(content.strengths.iter().map(|strength| {
        let mut item = Item::of(Part::Strength, strength.id, &strength.text);
        item.code(Field::Kind, strength.kind.code());
        item.text(Field::Text, Some(&strength.text));
        item
    }));
    for told in &content.goals {
        items.push(goal(told));
        items.extend(told.steps.iter().map(step));
    }
    items.extend(
        content
            .profile
            .iter()
            .flat_map(Profile::lines)
            .map(line(Part::SupportProfile)),
    );
    items.extend(
        content
            .safety
            .iter()
            .flat_map(Safety::lines)
            .map(line(Part::SafetyPlan)),
    );
    items
}

fn frame(content: &Content) -> Item {
    let (frame, voice) = (&content.frame, &content.frame.voice);
    let mut item = Item::of(Part::Plan, frame.plan, "");
    if let Some(state) = frame.state {
        item.code(Field::State, state.code());
    }
    item.shown(Field::ReviewOn, frame.review_on);
    item.shown(
        Field::RightExplainedOn,
        frame.right.map(|right| right.explained_on),
    );
    if let Some(kind) = voice.kind {
        item.code(Field::VoiceKind, kind.code());
    }
    item.text(Field::VoiceWords, voice.words.as_deref());
    item.text(Field::VoiceNote, voice.note.as_deref());
    item.shown(Field::VoiceNextOfferOn, voice.next_offer_on);
    item
}

fn goal(told: &Goal) -> Item {
    let mut item = Item::of(Part::Goal, told.id, &told.text);
    item.text(Field::Text, Some(&told.text));
    item.code(Field::Domain, told.domain.code());
    item.shown(Field::InYouthWords, Some(told.in_youth_words));
    item.code(Field::Owner, told.owner.code());
    item.code(Field::State, told.state.code());
    item.shown(Field::TargetOn, told.target_on);
    item.code(Field::Agreement, told.agreement.code());
    item
}

fn step(told: &Step) -> Item {
    let mut item = Item::of(Part::Step, told.id, &told.text);
    item.text(Field::Text, Some(&told.text));
    item.shown(Field::Owner, told.owner);
    item.text(Field::OwnerName, told.owner_name.as_deref());
    item.shown(Field::DueOn, Some(told.due_on));
    item.code(Field::State, told.state.code());
    item.shown(Field::NeedsSharing, Some(told.needs_sharing));
    item.text(Field::ShareWith, told.share_with.as_deref());
    item.shown(Field::Service, told.service);
    item
}

/// A line of a list: there, or not there.
fn line(part: Part) -> impl Fn((Field, String)) -> Item {
    move |(field, text)| Item {
        part,
        key: format!("{} {text}", field.code()),
        label: text.clone(),
        fields: vec![(field, text)],
    }
}

impl Item {
    fn of(part: Part, id: Uuid, label: &str) -> Self {
        Self {
            part,
            key: id.to_string(),
            label: label.to_owned(),
            fields: Vec::new(),
        }
    }

    fn code(&mut self, field: Field, code: &str) {
        self.fields.push((field, code.to_uppercase()));
    }

    fn text(&mut self, field: Field, text: Option<&str>) {
        self.fields
            .extend(text.map(|text| (field, text.to_owned())));
    }

    fn shown<T: ToString>(&mut self, field: Field, value: Option<T>) {
        self.fields
            .extend(value.map(|value| (field, value.to_string())));
    }
}
