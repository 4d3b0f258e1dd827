//! Inputs of contacts, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, SubsecRound, Utc};

use super::log::ContactLog;
use super::model::{
    ContactChannel, ContactOutcome, ContactType, CrisisType, Direction, FamilyNeed,
};
use super::read::ContactFilter;
use crate::access::Viewer;
use crate::cases::CaseView;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, LINE, STORY};

/// Which contacts. All fields narrow.
#[derive(InputObject, Default)]
#[graphql(name = "ContactFilter")]
pub struct ContactFilterInput {
    /// On whose cases: one's own, or those of one's teams.
    view: Option<CaseView>,
    /// On this case.
    case: Option<ID>,
    /// In the week that begins on this Monday, in UTC.
    week_of: Option<Day>,
}

impl ContactFilterInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ContactFilter, Refusal> {
        let case = self
            .case
            .map(|case| id::field(viewer.app(), "filter.case", Kind::Case, &case));
        Ok(ContactFilter {
            view: self.view,
            case: case.transpose()?,
            week_of: self.week_of.map(|day| day.0),
        })
    }
}

/// Logs a contact with a family, or the attempt at one.
#[derive(InputObject)]
pub struct ContactLogInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// With whom; somebody on the case.
    person: Option<ID>,
    /// When it was; now, when absent.
    occurred_at: Option<DateTime<Utc>>,
    /// How people were in touch.
    channel: ContactChannel,
    /// Who turned to whom.
    direction: Direction,
    /// What came of it.
    outcome: ContactOutcome,
    /// What it was for.
    #[graphql(name = "type")]
    contact_type: ContactType,
    /// How long it took, 0 to 1440 minutes.
    minutes: Option<i32>,
    /// What the family needs.
    needs: Vec<FamilyNeed>,
    /// What was in crisis.
    crises: Vec<CrisisType>,
    /// What was done about it; needed when somebody is in danger (rule 113).
    crisis_action: Option<String>,
    /// What was said, at most 20,000 characters.
    note: Option<String>,
    /// Whether what was said and done is hard to read (rule 126).
    #[graphql(default)]
    graphic: bool,
    /// What is hard to read is about, in calm words, at most 200 characters.
    content_note: Option<String>,
    /// What was agreed, at most 20,000 characters.
    agreed: Option<String>,
    /// The day of the next contact.
    next_contact_on: Option<Day>,
}

impl ContactLogInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ContactLog, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let person = self
            .person
            .map(|person| id::field(viewer.app(), "person", Kind::CasePerson, &person))
            .map(|opened| check.id(opened))
            .transpose()?;
        let crisis_action = check.maybe("crisisAction", self.crisis_action, STORY);
        let note = check.maybe("note", self.note, STORY);
        let content_note = check.maybe("contentNote", self.content_note, LINE);
        let agreed = check.maybe("agreed", self.agreed, STORY);
        check.done()?;
        Ok(ContactLog {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            person,
            // Microseconds, as both databases keep them.
            occurred_at: self.occurred_at.map(|at| at.trunc_subsecs(6)),
            channel: self.channel,
            direction: self.direction,
            outcome: self.outcome,
            contact_type: self.contact_type,
            minutes: self.minutes,
            needs: self.needs.into_iter().collect(),
            crises: self.crises.into_iter().collect(),
            crisis_action,
            note,
            graphic: self.graphic,
            content_note,
            agreed,
            next_contact_on: self.next_contact_on.map(|day| day.0),
        })
    }
}
