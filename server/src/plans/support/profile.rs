//! What a support profile says (vocabulary 12.6).

use async_graphql::SimpleObject;
use serde::{Deserialize, Serialize};

use crate::access::Class;
use crate::codes;
use crate::graphql::policy;
use crate::plans::content::Field;

codes! {
    /// What can set somebody off (vocabulary 12.6).
    pub enum TriggerKind {
        Words = "words",
        Touch = "touch",
        Tone = "tone",
        Uniform = "uniform",
        GenderOfWorker = "gender_of_worker",
        Place = "place",
        Smell = "smell",
        Noise = "noise",
        Waiting = "waiting",
        BeingWatched = "being_watched",
        PhoneTaken = "phone_taken",
        Restraint = "restraint",
        Topic = "topic",
        DateAnniversary = "date_anniversary",
        Other = "other",
    }
}

codes! {
    /// What calms (vocabulary 12.6).
    pub enum CalmingKind {
        Space = "space",
        Music = "music",
        Food = "food",
        Movement = "movement",
        Breathing = "breathing",
        Art = "art",
        Pet = "pet",
        Person = "person",
        Humour = "humour",
        Silence = "silence",
        InformationFirst = "information_first",
        ChoiceOffered = "choice_offered",
        Other = "other",
    }
}

codes! {
    /// How the young person wants to be reached (vocabulary 12.6).
    pub enum ContactWishKind {
        Phone = "phone",
        Text = "text",
        App = "app",
        Email = "email",
        InPerson = "in_person",
        ViaSupporter = "via_supporter",
        YouthWillContactUs = "youth_will_contact_us",
        None = "none",
    }
}

/// Something that can set the young person off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct Trigger {
    /// Of which kind.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub kind: TriggerKind,
    /// What it is.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub text: String,
}

/// Something that calms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct Calming {
    /// Of which kind.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub kind: CalmingKind,
    /// What it is.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub text: String,
}

/// How the young person wants to be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct ContactWish {
    /// In which way.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub kind: ContactWishKind,
    /// What matters about it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub text: String,
}

/// What was told already and is not asked again (rule 126).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct ToldTopic {
    /// The topic, in a few words without its story.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub topic: String,
    /// Whom to ask instead, or where it is written.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub instead: Option<String>,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub triggers: Vec<Trigger>,
    pub calming: Vec<Calming>,
    pub contact: Vec<ContactWish>,
    pub do_not_ask: Vec<ToldTopic>,
    pub welcome_items: Vec<String>,
}

impl Profile {
    /// Each thing that it says, as a line of a list.
    pub fn lines(&self) -> Vec<(Field, String)> {
        let coded = |code: &str, text: &str| format!("{}: {text}", code.to_uppercase());
        let triggers = self.triggers.iter();
        let triggers = triggers.map(|one| (Field::Triggers, coded(one.kind.code(), &one.text)));
        let calming = self.calming.iter();
        let calming = calming.map(|one| (Field::Calming, coded(one.kind.code(), &one.text)));
        let contact = self.contact.iter();
        let contact = contact.map(|one| (Field::ContactWishes, coded(one.kind.code(), &one.text)));
        let told = self.do_not_ask.iter().map(|one| {
            let text = match &one.instead {
                Some(instead) => format!("{}: {instead}", one.topic),
                None => one.topic.clone(),
            };
            (Field::DoNotAsk, text)
        });
        let welcome = self.welcome_items.iter();
        let welcome = welcome.map(|one| (Field::WelcomeItems, one.clone()));
        triggers
            .chain(calming)
            .chain(contact)
            .chain(told)
            .chain(welcome)
            .collect()
    }

    /// The lines of one list, as a conflict shows them.
    pub fn list(&self, field: Field) -> Option<String> {
        let lines = self.lines().into_iter().filter(|(of, _)| *of == field);
        let lines: Vec<_> = lines.map(|(_, text)| text).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}
