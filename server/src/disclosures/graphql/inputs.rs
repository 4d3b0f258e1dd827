//! Inputs of disclosures, as GraphQL has them, and what they become.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use crate::access::Viewer;
use crate::disclosures::make::{Ask, Confirmed, DisclosureMake, Without};
use crate::disclosures::model::{ReportKind, ToldPerson};
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE, STORY};
use crate::releases::model::{DisclosureMethod, DisclosurePurpose, InformationCategory};

/// Words that are written for one disclosure.
#[derive(InputObject)]
pub struct DisclosureWordsInput {
    /// Of what they are; one of the categories that are shared.
    category: InformationCategory,
    /// The words, at most 20,000 characters.
    text: String,
}

/// What is to be shared, with whom, what for and how.
#[derive(InputObject)]
pub struct DisclosureAskInput {
    /// The case.
    case: ID,
    /// The young person of the case.
    person: ID,
    /// The one recipient: a service of the directory.
    recipient: Option<ID>,
    /// A recipient that is not in the directory, a court or an agency, at most 200
    /// characters; not by consent.
    recipient_name: Option<String>,
    /// What, at least one.
    categories: Vec<InformationCategory>,
    /// What for.
    purpose: DisclosurePurpose,
    /// What for, in words, as the release has it; needed with `OTHER_SPECIFIED`.
    purpose_words: Option<String>,
    /// How.
    method: DisclosureMethod,
    /// What is not kept in fields, in words.
    #[graphql(default)]
    words: Vec<DisclosureWordsInput>,
}

impl DisclosureAskInput {
    fn parse(self, viewer: &Viewer, check: &mut Check) -> Result<Ask, Refusal> {
        let app = viewer.app();
        let person = check.id(id::field(app, "person", Kind::CasePerson, &self.person))?;
        let recipient = self
            .recipient
            .map(|one| check.id(id::field(app, "recipient", Kind::Service, &one)))
            .transpose()?;
        let purpose_words = check.maybe("purposeWords", self.purpose_words, LINE);
        if (self.purpose == DisclosurePurpose::OtherSpecified) != purpose_words.is_some() {
            let message = "Another purpose is said in words, and no other one is.";
            check.wrong("purposeWords", FieldCode::Required, message);
        }
        let words = words(check, &self.categories, self.words);
        Ok(Ask {
            case: id::open(app, Kind::Case, &self.case).or_else(nothing)?,
            person,
            recipient,
            recipient_name: check.maybe("recipientName", self.recipient_name, LINE),
            categories: categories(check, self.categories),
            purpose: self.purpose,
            purpose_words,
            method: self.method,
            words,
            without: None,
        })
    }
}

/// An id that is none is of no case: what is wrong beside it is told first, as elsewhere.
fn nothing(refusal: Refusal) -> Result<Uuid, Refusal> {
    match refusal {
        Refusal::NotFound => Ok(Uuid::nil()),
        other => Err(other),
    }
}

/// What of the young person is shared with the service of a referral, exactly as it was shown
/// before for that service and the purpose `REFERRAL` (rule 87).
#[derive(InputObject)]
#[graphql(name = "ReferralShareContentInput")]
pub struct ReferralShareContent {
    /// The young person of the case.
    person: ID,
    /// What, at least one.
    categories: Vec<InformationCategory>,
    /// How: by the door that a mail leads to, unless something else is said. Otherwise the team
    /// tells it itself, and this is where that is written down.
    #[graphql(default_with = "DisclosureMethod::SecurePortal")]
    method: DisclosureMethod,
    /// What is not kept in fields, in words.
    #[graphql(default)]
    words: Vec<DisclosureWordsInput>,
    /// The `contentHash` of what was shown.
    content_hash: String,
}

/// What is shared with the service of a referral, before it is known which that is.
#[derive(Debug)]
pub(crate) struct ReferralShared {
    person: Uuid,
    categories: BTreeSet<InformationCategory>,
    pub method: DisclosureMethod,
    words: Vec<(InformationCategory, String)>,
    content_hash: Vec<u8>,
}

impl ReferralShareContent {
    pub(crate) fn parse(
        self,
        viewer: &Viewer,
        check: &mut Check,
    ) -> Result<ReferralShared, Refusal> {
        let person = id::field(viewer.app(), "person", Kind::CasePerson, &self.person);
        Ok(ReferralShared {
            person: check.id(person)?,
            words: words(check, &self.categories, self.words),
            categories: categories(check, self.categories),
            method: self.method,
            content_hash: hash(check, &self.content_hash),
        })
    }
}

impl ReferralShared {
    /// As it is asked of the check, for the service of a referral on a case.
    pub(crate) fn with(self, case: Uuid, service: Uuid) -> Confirmed {
        Confirmed {
            ask: Ask {
                case,
                person: self.person,
                recipient: Some(service),
                recipient_name: None,
                categories: self.categories,
                purpose: DisclosurePurpose::Referral,
                purpose_words: None,
                method: self.method,
                words: self.words,
                without: None,
            },
            content_hash: self.content_hash,
        }
    }
}

/// The categories, of which there has to be one.
fn categories(
    check: &mut Check,
    categories: Vec<InformationCategory>,
) -> BTreeSet<InformationCategory> {
    if categories.is_empty() {
        let message = "Say what is to be shared.";
        check.wrong("categories", FieldCode::Required, message);
    }
    categories.into_iter().collect()
}

/// The words, each of a category that is shared.
fn words(
    check: &mut Check,
    categories: &[InformationCategory],
    words: Vec<DisclosureWordsInput>,
) -> Vec<(InformationCategory, String)> {
    let mut said = Vec::with_capacity(words.len());
    for (at, one) in words.into_iter().enumerate() {
        if !categories.contains(&one.category) {
            let message = "These words are of a category that is not shared.";
            let path = format!("words.{at}.category");
            check.wrong(&path, FieldCode::NotAllowedHere, message);
        }
        let text = check.text(&format!("words.{at}.text"), one.text, STORY);
        said.push((one.category, text));
    }
    said
}

/// What is to be shared, to be looked at before.
#[derive(InputObject)]
pub struct DisclosurePreviewInput {
    #[graphql(flatten)]
    ask: DisclosureAskInput,
}

impl DisclosurePreviewInput {
    /// What is asked for, by consent or without.
    pub(super) fn parse(self, viewer: &Viewer, without: Option<Without>) -> Result<Ask, Refusal> {
        let mut check = Check::default();
        let ask = self.ask.parse(viewer, &mut check)?;
        check.done()?;
        Ok(Ask { without, ..ask })
    }
}

fn hash(check: &mut Check, text: &str) -> Vec<u8> {
    hex::decode(text).unwrap_or_else(|_| {
        let message = "Send the hash as the preview has it.";
        check.wrong("contentHash", FieldCode::Malformed, message);
        Vec::new()
    })
}

/// Shares by consent exactly what was shown before (rules 12, 28).
#[derive(InputObject)]
pub struct DisclosureMakeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    #[graphql(flatten)]
    ask: DisclosureAskInput,
    /// The `contentHash` of what was shown.
    content_hash: String,
}

impl DisclosureMakeInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<DisclosureMake, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let ask = self.ask.parse(viewer, &mut check)?;
        let content_hash = hash(&mut check, &self.content_hash);
        check.done()?;
        let confirmed = Confirmed { ask, content_hash };
        Ok(DisclosureMake { key, confirmed })
    }
}

/// On what something rests that is shared without consent (rule 22).
#[derive(InputObject)]
pub struct DisclosureWithoutConsentInput {
    /// The report that a statute demands; absent of a court's paper.
    report: Option<ReportKind>,
    /// Whether the court's paper is a subpoena, which is no order.
    #[graphql(default)]
    subpoena: bool,
    /// Who of counsel approved, and when, at most 200 characters; needed with a subpoena.
    counsel_approval: Option<String>,
    /// The supervisor who approved what a court demands; somebody else than who shares it. A
    /// report needs none: the supervisor who makes it answers for it.
    approved_by: Option<ID>,
    /// The reference of the document or the statute, at most 200 characters.
    document: Option<String>,
    /// Whether the person heard of it.
    told_person: Option<ToldPerson>,
    /// How it was tried, or why it was unsafe, at most 20,000 characters; needed unless they
    /// were told.
    told_person_words: Option<String>,
    /// What was done to keep them safe, at most 20,000 characters.
    safety_steps: Option<String>,
}

impl DisclosureWithoutConsentInput {
    pub(super) fn parse(self, viewer: &Viewer, check: &mut Check) -> Result<Without, Refusal> {
        let approved_by = self
            .approved_by
            .map(|one| check.id(id::field(viewer.app(), "approvedBy", Kind::User, &one)))
            .transpose()?;
        if self.subpoena && self.report.is_some() {
            let message = "A subpoena belongs to a court's paper.";
            check.wrong("subpoena", FieldCode::NotAllowedHere, message);
        }
        Ok(Without {
            report: self.report,
            subpoena: self.subpoena,
            counsel_approval: check.maybe("counselApproval", self.counsel_approval, LINE),
            approved_by,
            document: check.maybe("document", self.document, LINE),
            told_person: self.told_person,
            told_person_words: check.maybe("toldPersonWords", self.told_person_words, STORY),
            safety_steps: check.maybe("safetySteps", self.safety_steps, STORY),
        })
    }
}

/// Shares what a statute or a court demands, exactly as it was shown before (rules 22, 23).
/// The supervisor who does it answers for it.
#[derive(InputObject)]
pub struct DisclosureCompelInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    #[graphql(flatten)]
    ask: DisclosureAskInput,
    #[graphql(flatten)]
    without: DisclosureWithoutConsentInput,
    /// The `contentHash` of what was shown.
    content_hash: String,
}

impl DisclosureCompelInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<DisclosureMake, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let ask = self.ask.parse(viewer, &mut check)?;
        let without = self.without.parse(viewer, &mut check)?;
        let content_hash = hash(&mut check, &self.content_hash);
        check.done()?;
        let ask = Ask {
            without: Some(without),
            ..ask
        };
        let confirmed = Confirmed { ask, content_hash };
        Ok(DisclosureMake { key, confirmed })
    }
}
