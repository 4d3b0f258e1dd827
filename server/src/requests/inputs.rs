//! Inputs of the acts on requests, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Duration, SubsecRound, Utc};

use super::answer::RequestAnswer;
use super::model::{RequestTopic, RequesterKind, Urgency};
use super::open_case::RequestOpenCase;
use super::record::RequestRecord;
use crate::access::Viewer;
use crate::cases::model::{CommunityType, LegalCustody, State};
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE, STORY};

/// By how much a client's clock may be ahead.
const AHEAD: Duration = Duration::minutes(5);

/// Records that somebody asked for help. No child is named.
#[derive(InputObject)]
pub struct RequestRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// When it came; now when absent.
    received_at: Option<DateTime<Utc>>,
    /// As what they ask.
    requester_kind: RequesterKind,
    /// Who asks, at most 200 characters.
    requester_name: String,
    /// Their telephone number.
    requester_phone: Option<String>,
    /// Where they work.
    requester_organization: Option<String>,
    /// The state or territory it is about.
    jurisdiction: State,
    /// How soon an answer is needed.
    urgency: Urgency,
    /// What is asked for; at least one.
    topics: Vec<RequestTopic>,
    /// What they said, at most 20,000 characters.
    situation: String,
}

impl RequestRecordInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<RequestRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        if self
            .received_at
            .is_some_and(|at| at > viewer.app().clock().now() + AHEAD)
        {
            check.wrong(
                "receivedAt",
                FieldCode::InTheFuture,
                "It cannot have come yet.",
            );
        }
        if self.topics.is_empty() {
            check.wrong("topics", FieldCode::Required, "Choose at least one.");
        }
        let record = RequestRecord {
            key,
            received_at: self.received_at.map(|at| at.trunc_subsecs(6)),
            requester_kind: self.requester_kind,
            requester_name: check.text("requesterName", self.requester_name, LINE),
            requester_phone: check.maybe("requesterPhone", self.requester_phone, LINE),
            requester_organization: check.maybe(
                "requesterOrganization",
                self.requester_organization,
                LINE,
            ),
            jurisdiction: self.jurisdiction,
            urgency: self.urgency,
            topics: self.topics.into_iter().collect(),
            situation: check.text("situation", self.situation, STORY),
        };
        check.done()?;
        Ok(record)
    }
}

/// Answers a request for the first time.
#[derive(InputObject)]
pub struct RequestAnswerInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The request.
    id: ID,
    /// The request's version that was read.
    expected_version: i32,
    /// What was answered, at most 20,000 characters.
    note: String,
}

impl RequestAnswerInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<RequestAnswer, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.text("note", self.note, STORY);
        check.done()?;
        Ok(RequestAnswer {
            key,
            id: id::open(viewer.app(), Kind::Request, &self.id)?,
            expected_version: self.expected_version,
            note,
        })
    }
}

/// Opens a case from a request. Nothing but an alias needs to be known of the young person.
#[derive(InputObject)]
pub struct RequestOpenCaseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The request.
    id: ID,
    /// The request's version that was read.
    expected_version: i32,
    /// The name the team will work with, at most 200 characters; never the legal name.
    alias: String,
    /// The legal name.
    legal_name: Option<String>,
    /// The birth date as far as it is known: a day, a month or a year.
    birth_date: Option<String>,
    /// How the young person wants to be spoken of.
    pronouns: Option<String>,
    /// The kind of community.
    community_type: Option<CommunityType>,
    /// Who has legal custody.
    legal_custody: LegalCustody,
    /// What is known, at most 20,000 characters.
    summary: Option<String>,
}

impl RequestOpenCaseInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<RequestOpenCase, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let alias = check.text("alias", self.alias, LINE);
        let legal_name = check.maybe("legalName", self.legal_name, LINE);
        let birth_date = check.maybe("birthDate", self.birth_date, LINE);
        let pronouns = check.maybe("pronouns", self.pronouns, LINE);
        let summary = check.maybe("summary", self.summary, STORY);
        check.done()?;
        Ok(RequestOpenCase {
            key,
            id: id::open(viewer.app(), Kind::Request, &self.id)?,
            expected_version: self.expected_version,
            alias,
            legal_name,
            birth_date,
            pronouns,
            community_type: self.community_type,
            legal_custody: self.legal_custody,
            summary,
        })
    }
}
