//! Inputs of the acts on what helps a young person.

use async_graphql::{ID, InputObject};

use super::profile::{
    Calming, CalmingKind, ContactWish, ContactWishKind, Profile, ToldTopic, Trigger, TriggerKind,
};
use super::profile_write::ProfileWrite;
use super::safety::{SafePerson, Safety, SafetySection};
use super::safety_settle::SafetySettle;
use super::safety_write::SafetyWrite;
use super::stage::{StageNote, StageOfChange};
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, LINE};
use crate::plans::inputs::SENTENCES;

/// Lines that one list may hold.
const MOST: usize = 50;

fn most<T>(check: &mut Check, path: &str, list: &[T]) {
    if list.len() > MOST {
        check.wrong(path, FieldCode::TooLong, "At most 50 lines.");
    }
}

fn lines(check: &mut Check, path: &str, lines: Vec<String>) -> Vec<String> {
    most(check, path, &lines);
    let lines = lines.into_iter().enumerate();
    lines
        .map(|(n, line)| check.text(&format!("{path}.{n}"), line, SENTENCES))
        .collect()
}

macro_rules! kinded {
    ($(#[$doc:meta])* $input:ident => $of:ident of $kind:ty, $list:literal) => {
        $(#[$doc])*
        #[derive(InputObject)]
        pub struct $input {
            /// Of which kind.
            kind: $kind,
            /// What it is, at most 2,000 characters.
            text: String,
        }

        impl $input {
            fn parse(check: &mut Check, list: Vec<Self>) -> Vec<$of> {
                most(check, $list, &list);
                let each = list.into_iter().enumerate();
                each.map(|(n, one)| $of {
                    kind: one.kind,
                    text: check.text(&format!("{}.{n}.text", $list), one.text, SENTENCES),
                })
                .collect()
            }
        }
    };
}

kinded!(
    /// Something that can set the young person off.
    TriggerInput => Trigger of TriggerKind, "triggers"
);
kinded!(
    /// Something that calms.
    CalmingInput => Calming of CalmingKind, "calming"
);
kinded!(
    /// How the young person wants to be reached.
    ContactWishInput => ContactWish of ContactWishKind, "contact"
);

/// What was told already and is not asked again (rule 126).
#[derive(InputObject)]
pub struct ToldTopicInput {
    /// The topic, in a few words without its story, at most 200 characters.
    topic: String,
    /// Whom to ask instead, or where it is written, at most 2,000 characters.
    instead: Option<String>,
}

/// Writes the support profile of a case, all of it at once.
#[derive(InputObject)]
pub struct SupportProfileWriteInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// The profile's version that was read; 0 while there is none.
    expected_version: i32,
    /// What can set the young person off, at most 50.
    triggers: Vec<TriggerInput>,
    /// What calms, at most 50.
    calming: Vec<CalmingInput>,
    /// How the young person wants to be reached, at most 50.
    contact: Vec<ContactWishInput>,
    /// What was told already and is not asked again, at most 50 (rule 126).
    do_not_ask: Vec<ToldTopicInput>,
    /// What makes a welcome, at most 50 lines of at most 2,000 characters.
    welcome_items: Vec<String>,
}

impl SupportProfileWriteInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ProfileWrite, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        most(&mut check, "doNotAsk", &self.do_not_ask);
        let told = self.do_not_ask.into_iter().enumerate();
        let do_not_ask = told.map(|(n, told)| ToldTopic {
            topic: check.text(&format!("doNotAsk.{n}.topic"), told.topic, LINE),
            instead: check.maybe(&format!("doNotAsk.{n}.instead"), told.instead, SENTENCES),
        });
        let do_not_ask = do_not_ask.collect();
        let profile = Profile {
            triggers: TriggerInput::parse(&mut check, self.triggers),
            calming: CalmingInput::parse(&mut check, self.calming),
            contact: ContactWishInput::parse(&mut check, self.contact),
            do_not_ask,
            welcome_items: lines(&mut check, "welcomeItems", self.welcome_items),
        };
        check.done()?;
        Ok(ProfileWrite {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            expected_version: self.expected_version,
            profile,
        })
    }
}

/// Somebody who is safe.
#[derive(InputObject)]
pub struct SafePersonInput {
    /// Who, as the young person calls them, at most 200 characters.
    name: String,
    /// How to reach them, at most 2,000 characters.
    reach: Option<String>,
    /// Whether the young person chose them.
    chosen_by_youth: bool,
}

/// A section of a safety plan with its lines.
#[derive(InputObject)]
pub struct SafetySectionInput {
    /// Which section, each once.
    section: SafetySection,
    /// Its lines in plain words, at most 50 of at most 2,000 characters.
    lines: Vec<String>,
}

/// Writes the safety plan of a case, all of it at once; sections that are left out are empty.
#[derive(InputObject)]
pub struct SafetyPlanWriteInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// The safety plan's version that was read; 0 while there is none.
    expected_version: i32,
    /// The sections.
    sections: Vec<SafetySectionInput>,
    /// Safe people, at most 50.
    safe_people: Vec<SafePersonInput>,
}

impl SafetyPlanWriteInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<SafetyWrite, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let mut safety = Safety::default();
        for given in self.sections {
            let path = format!("sections.{}", given.section.code().to_uppercase());
            let lines = lines(&mut check, &path, given.lines);
            if safety.sections.insert(given.section, lines).is_some() {
                check.wrong(&path, FieldCode::NotAllowedHere, "Send each section once.");
            }
        }
        safety.sections.retain(|_, lines| !lines.is_empty());
        most(&mut check, "safePeople", &self.safe_people);
        for (n, person) in self.safe_people.into_iter().enumerate() {
            safety.safe_people.push(SafePerson {
                name: check.text(&format!("safePeople.{n}.name"), person.name, LINE),
                reach: check.maybe(&format!("safePeople.{n}.reach"), person.reach, SENTENCES),
                chosen_by_youth: person.chosen_by_youth,
            });
        }
        check.done()?;
        Ok(SafetyWrite {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            expected_version: self.expected_version,
            safety,
        })
    }
}

/// Says that the safety plan was gone through with the young person and stands.
#[derive(InputObject)]
pub struct SafetyPlanSettleInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// The safety plan's version that was read.
    expected_version: i32,
}

impl SafetyPlanSettleInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<SafetySettle, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(SafetySettle {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            expected_version: self.expected_version,
        })
    }
}

/// Notes a stage of change, for staff alone.
#[derive(InputObject)]
pub struct StageNoteInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// With which goal; this or `topic`.
    goal: Option<ID>,
    /// With which topic, at most 200 characters.
    topic: Option<String>,
    /// The stage; it may be before an earlier one.
    stage: StageOfChange,
    /// The day it is about.
    noted_on: Day,
}

impl StageNoteInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<StageNote, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let goal = self
            .goal
            .map(|goal| check.id(id::field(viewer.app(), "goal", Kind::Goal, &goal)))
            .transpose()?;
        let topic = check.maybe("topic", self.topic, LINE);
        check.done()?;
        Ok(StageNote {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            goal,
            topic,
            stage: self.stage,
            noted_on: self.noted_on.0,
        })
    }
}
