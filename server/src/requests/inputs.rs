//! Inputs of the acts on requests, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Duration, SubsecRound, Utc};

use super::answers::NewAnswer;
use super::model::{RequestChannel, RequestTopic, RequesterKind, Urgency};
use super::open_case::RequestOpenCase;
use super::record::RequestRecord;
use crate::access::Viewer;
use crate::cases::model::{CommunityType, LegalCustody, State};
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Day, Kind, id};
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
    /// How it came.
    came_by: Option<RequestChannel>,
    /// A child was named to us. The name is not kept here: a case has its guarded place for it.
    #[graphql(default)]
    names_child: bool,
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
            came_by: self.came_by,
            names_child: self.names_child,
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

/// Services in one answer.
const MOST_SERVICES: usize = 20;

/// Answers a request.
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
    /// The services that were named, at most 20.
    #[graphql(default)]
    services: Vec<ID>,
    /// When to ask how it went; nobody will, when absent.
    follow_up_on: Option<Day>,
    /// The answer tells nothing about a child. Needed where a child was named (rule 114).
    #[graphql(default)]
    tells_nothing_of_child: bool,
}

impl RequestAnswerInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<NewAnswer, Refusal> {
        let (app, mut check) = (viewer.app(), Check::default());
        let key = check.key(&self.client_mutation_key);
        let note = check.text("note", self.note, STORY);
        let follow_up_on = self.follow_up_on.map(|day| day.0);
        check.ahead("followUpOn", follow_up_on, app.clock().now());
        if self.services.len() > MOST_SERVICES {
            check.wrong("services", FieldCode::TooLong, "Name at most 20.");
        }
        let mut services = Vec::with_capacity(self.services.len());
        for (at, service) in self.services.iter().enumerate() {
            let path = format!("services.{at}");
            let service = check.id(id::field(app, &path, Kind::Service, service))?;
            if !services.contains(&service) {
                services.push(service);
            }
        }
        check.done()?;
        Ok(NewAnswer {
            key,
            id: id::open(app, Kind::Request, &self.id)?,
            expected_version: self.expected_version,
            note,
            services,
            follow_up_on,
            tells_nothing_of_child: self.tells_nothing_of_child,
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
    /// That it is not clear yet whether there will be a case: it begins as an inquiry.
    #[graphql(default)]
    inquiry: bool,
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
            inquiry: self.inquiry,
        })
    }
}
