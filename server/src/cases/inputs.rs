//! Inputs of the acts on cases, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};

use super::assign::{CaseAssign, CaseUnassign, Part};
use super::model::{BirthPrecision, CaseStatus, PersonRole, TeamRole};
use super::person::{GivenFacts, PersonAdd, PersonChange};
use super::read::{CaseFilter, CaseView};
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE, STORY};

/// Which cases. All fields narrow, none can ask for a number about a child (rule 2).
#[derive(InputObject, Default)]
#[graphql(name = "CaseFilter")]
pub struct CaseFilterInput {
    /// Whose: one's own, or those of one's teams.
    view: Option<CaseView>,
    /// In which states; those with work to do when absent.
    status: Option<Vec<CaseStatus>>,
    /// Of this specialist.
    specialist: Option<ID>,
    /// Without a specialist.
    no_specialist: Option<bool>,
    /// Whose plan waits for the young person's voice.
    without_youth_voice: Option<bool>,
    /// Whose plan should have been reviewed before today.
    review_overdue: Option<bool>,
    /// With a referral that waits for an answer.
    referral_waiting: Option<bool>,
    /// Without contact with the family for this many days (0 to 3660).
    no_contact_days: Option<i32>,
    /// With a staffing within this many days (0 to 3660).
    staffing_within_days: Option<i32>,
}

impl CaseFilterInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<CaseFilter, Refusal> {
        let mut check = Check::default();
        for (path, days) in [
            ("filter.noContactDays", self.no_contact_days),
            ("filter.staffingWithinDays", self.staffing_within_days),
        ] {
            if days.is_some_and(|days| !(0..=3660).contains(&days)) {
                check.wrong(path, FieldCode::NotAllowedHere, "Between 0 and 3660 days.");
            }
        }
        check.done()?;
        let specialist = self
            .specialist
            .map(|user| id::field(viewer.app(), "filter.specialist", Kind::User, &user));
        Ok(CaseFilter {
            view: self.view,
            status: self.status.unwrap_or_default(),
            specialist: specialist.transpose()?,
            no_specialist: self.no_specialist.unwrap_or(false),
            without_youth_voice: self.without_youth_voice.unwrap_or(false),
            review_overdue: self.review_overdue.unwrap_or(false),
            referral_waiting: self.referral_waiting.unwrap_or(false),
            no_contact_days: self.no_contact_days,
            staffing_within_days: self.staffing_within_days,
        })
    }
}

/// Puts a colleague on a case's team; who had that part before leaves it.
#[derive(InputObject)]
pub struct CaseAssignInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    id: ID,
    /// The case's version that was read.
    expected_version: i32,
    /// Who.
    user: ID,
    /// As what.
    role: TeamRole,
    /// Why, at most 20,000 characters.
    reason: Option<String>,
    /// What is handed over, for the one who is assigned, at most 20,000 characters.
    note: Option<String>,
}

impl CaseAssignInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<CaseAssign, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let user = check.id(id::field(viewer.app(), "user", Kind::User, &self.user))?;
        let reason = check.maybe("reason", self.reason, STORY);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        let id = id::open(viewer.app(), Kind::Case, &self.id)?;
        Ok(CaseAssign {
            key,
            id,
            expected_version: self.expected_version,
            part: Part {
                user,
                role: self.role,
                reason,
                note,
            },
        })
    }
}

/// Takes a colleague off a case's team.
#[derive(InputObject)]
pub struct CaseUnassignInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    id: ID,
    /// The case's version that was read.
    expected_version: i32,
    /// Whose part ends.
    assignment: ID,
    /// Why, at most 20,000 characters.
    reason: String,
}

impl CaseUnassignInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<CaseUnassign, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let assignment = check.id(id::field(
            viewer.app(),
            "assignment",
            Kind::Assignment,
            &self.assignment,
        ))?;
        let reason = check.text("reason", self.reason, STORY);
        check.done()?;
        let id = id::open(viewer.app(), Kind::Case, &self.id)?;
        Ok(CaseUnassign {
            key,
            id,
            expected_version: self.expected_version,
            assignment,
            reason,
        })
    }
}

/// What is known of a person on a case.
#[derive(InputObject)]
struct PersonFactsInput {
    /// What they are to the case.
    role: PersonRole,
    /// The name in daily use, at most 200 characters.
    name: String,
    /// What they are to the young person: "grandmother".
    relation: Option<String>,
    /// The legal name. Absent leaves it as it is.
    legal_name: Option<String>,
    /// The birth date as far as it is known: a day, a month or a year. Absent leaves it as it is.
    birth_date: Option<String>,
    /// A telephone number. Absent leaves it as it is.
    phone: Option<String>,
    /// An address. Absent leaves it as it is.
    address: Option<String>,
    /// How they want to be spoken of.
    pronouns: Option<String>,
    /// The nation or tribe, in plain words. Absent leaves it as it is, blank takes it away.
    tribe: Option<String>,
    /// How precisely the birth date is known; the date is written to match:
    /// `2011-04-23`, `2011-04` or `2011`. A date without it is kept as it was written.
    birth_precision: Option<BirthPrecision>,
    /// The language they speak, in plain words; of several, the first. `languages` has all.
    language: Option<String>,
    /// The languages they speak, the one they like best first, at most 20. Absent leaves them
    /// as they are, unless `language` is another.
    languages: Option<Vec<String>>,
    /// Whether they have said that this number may be called.
    safe_to_contact: bool,
    /// That they may not be contacted at all. Absent leaves it as it is.
    no_contact: Option<bool>,
    /// Why not, at most 20,000 characters; needed with it. Absent leaves it as it is.
    no_contact_reason: Option<String>,
    /// That they may have done what happened. Absent leaves it as it is; so says the role, too.
    alleged_offender: Option<bool>,
    /// That they may not sign for the young person (rule 12). Absent leaves it as it is; who
    /// may have done it never does.
    disqualified_signer: Option<bool>,
}

impl PersonFactsInput {
    fn parse(self, check: &mut Check) -> GivenFacts {
        let languages = self.languages.map(|spoken| spoken_languages(check, spoken));
        // Blank is said: that it is none.
        let tribe = self
            .tribe
            .map(|tribe| check.maybe("tribe", Some(tribe), LINE).unwrap_or_default());
        GivenFacts {
            role: self.role,
            name: check.text("name", self.name, LINE),
            relation: check.maybe("relation", self.relation, LINE),
            legal_name: check.maybe("legalName", self.legal_name, LINE),
            birth_date: check.maybe("birthDate", self.birth_date, LINE),
            phone: check.maybe("phone", self.phone, LINE),
            address: check.maybe("address", self.address, 1000),
            pronouns: check.maybe("pronouns", self.pronouns, LINE),
            tribe,
            birth_precision: self.birth_precision,
            language: check.maybe("language", self.language, LINE),
            languages,
            safe_to_contact: self.safe_to_contact,
            no_contact: self.no_contact,
            no_contact_reason: check.maybe("noContactReason", self.no_contact_reason, STORY),
            alleged_offender: self.alleged_offender,
            disqualified_signer: self.disqualified_signer,
        }
    }
}

fn spoken_languages(check: &mut Check, spoken: Vec<String>) -> Vec<String> {
    if spoken.len() > 20 {
        check.wrong("languages", FieldCode::TooLong, "At most 20 languages.");
    }
    let spoken = spoken.into_iter().take(20).enumerate();
    spoken
        .map(|(at, one)| check.text(&format!("languages.{at}"), one, LINE))
        .collect()
}

/// Adds a person to a case.
#[derive(InputObject)]
pub struct CasePersonAddInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    #[graphql(flatten)]
    facts: PersonFactsInput,
}

impl CasePersonAddInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<PersonAdd, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let facts = self.facts.parse(&mut check);
        check.done()?;
        Ok(PersonAdd {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            facts,
        })
    }
}

/// Changes what is known of a person on a case.
#[derive(InputObject)]
pub struct CasePersonChangeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The person.
    id: ID,
    /// The person's version that was read.
    expected_version: i32,
    #[graphql(flatten)]
    facts: PersonFactsInput,
}

impl CasePersonChangeInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<PersonChange, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let facts = self.facts.parse(&mut check);
        check.done()?;
        let id = id::open(viewer.app(), Kind::CasePerson, &self.id)?;
        Ok(PersonChange {
            key,
            id,
            expected_version: self.expected_version,
            facts,
        })
    }
}
