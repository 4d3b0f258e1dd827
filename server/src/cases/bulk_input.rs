//! The input of an assignment on several cases.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::assign::Part;
use super::bulk::{CasesAssign, MOST};
use super::model::TeamRole;
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};

/// A case as it was read.
#[derive(InputObject)]
pub struct CaseReadInput {
    /// The case.
    id: ID,
    /// The case's version that was read.
    expected_version: i32,
}

/// Puts a colleague on the teams of several cases; who had that part before leaves it. All of
/// it is done, or nothing.
#[derive(InputObject)]
pub struct CasesAssignInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The cases, each once, at most 50.
    cases: Vec<CaseReadInput>,
    /// Who.
    user: ID,
    /// As what.
    role: TeamRole,
    /// Why, at most 20,000 characters.
    reason: String,
    /// What is handed over, for the one who is assigned, at most 20,000 characters; the same
    /// on each case.
    note: Option<String>,
}

impl CasesAssignInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<CasesAssign, Refusal> {
        let app = viewer.app();
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        if self.cases.is_empty() {
            check.wrong("cases", FieldCode::Required, "Choose a case.");
        }
        if self.cases.len() > MOST {
            check.wrong("cases", FieldCode::TooLong, "At most 50 cases at once.");
        }
        let user = check.id(id::field(app, "user", Kind::User, &self.user))?;
        let reason = check.text("reason", self.reason, STORY);
        let note = check.maybe("note", self.note, STORY);
        let mut seen = BTreeSet::<Uuid>::new();
        let mut cases = Vec::with_capacity(self.cases.len());
        for (at, case) in self.cases.iter().enumerate().take(MOST) {
            let id = id::open(app, Kind::Case, &case.id)?;
            if !seen.insert(id) {
                let message = "This case is among them already.";
                check.wrong(&format!("cases.{at}"), FieldCode::NotAllowedHere, message);
            }
            cases.push((id, case.expected_version));
        }
        check.done()?;
        Ok(CasesAssign {
            key,
            cases,
            part: Part {
                user,
                role: self.role,
                reason: Some(reason),
                note,
            },
        })
    }
}
