//! Inputs of the acts that end a request: joined to a case, or closed.

use async_graphql::{ID, InputObject};

use super::close::RequestClose;
use super::join::RequestJoin;
use super::model::RequestOutcome;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, STORY};

/// Joins a request to a case that is there.
#[derive(InputObject)]
pub struct RequestJoinCaseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The request.
    id: ID,
    /// The request's version that was read.
    expected_version: i32,
    /// The case, which is in one's reach.
    case: ID,
}

impl RequestJoinCaseInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<RequestJoin, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(RequestJoin {
            key,
            id: id::open(viewer.app(), Kind::Request, &self.id)?,
            expected_version: self.expected_version,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
        })
    }
}

/// Closes a request.
#[derive(InputObject)]
pub struct RequestCloseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The request.
    id: ID,
    /// The request's version that was read.
    expected_version: i32,
    /// What became of it. That something was done can be said only after an answer.
    outcome: RequestOutcome,
    /// What is to be said of that, at most 20,000 characters.
    note: Option<String>,
    /// When to ask how it went; nobody will, when absent.
    follow_up_on: Option<Day>,
}

impl RequestCloseInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<RequestClose, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.maybe("note", self.note, STORY);
        let follow_up_on = self.follow_up_on.map(|day| day.0);
        check.ahead("followUpOn", follow_up_on, viewer.app().clock().now());
        check.done()?;
        Ok(RequestClose {
            key,
            id: id::open(viewer.app(), Kind::Request, &self.id)?,
            expected_version: self.expected_version,
            outcome: self.outcome,
            note,
            follow_up_on,
        })
    }
}
