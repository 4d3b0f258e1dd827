//! What is put on an agenda, as GraphQL has it.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::super::model::AgendaKind;
use super::say::YouthInput;
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};

/// Items on one agenda; more is no staffing.
const MOST_ITEMS: usize = 200;

/// Something to talk over.
#[derive(InputObject)]
pub struct StaffingItemInput {
    /// The case that it is about; one of the staffing's.
    case: ID,
    /// What it is about.
    kind: AgendaKind,
    /// What is to be said of it, at most 20,000 characters. A question, a goal, a referral,
    /// what is overdue and anything else say nothing without.
    text: Option<String>,
}

/// Something to talk over.
#[derive(Debug)]
pub(in crate::staffings) struct NewItem {
    pub case: Uuid,
    pub kind: AgendaKind,
    pub text: Option<String>,
}

/// The items, each with its own path where it is wrong.
pub(in crate::staffings) fn parse_items(
    viewer: &Viewer,
    check: &mut Check,
    items: Vec<StaffingItemInput>,
) -> Result<Vec<NewItem>, Refusal> {
    if items.len() > MOST_ITEMS {
        check.wrong("agenda", FieldCode::TooLong, "At most 200 items.");
        return Ok(Vec::new());
    }
    let mut parsed = Vec::with_capacity(items.len());
    for (nth, item) in items.into_iter().enumerate() {
        let path = format!("agenda.{nth}.text");
        let text = check.maybe(&path, item.text, STORY);
        if item.kind.needs_text() && text.is_none() {
            check.wrong(&path, FieldCode::Required, "Say what it is about.");
        }
        parsed.push(NewItem {
            case: id::open(viewer.app(), Kind::Case, &item.case)?,
            kind: item.kind,
            text,
        });
    }
    Ok(parsed)
}

/// Writes down what the young person of a case wants the team to know, and does not want
/// shared.
#[derive(InputObject)]
pub struct StaffingYouthInputRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The staffing.
    id: ID,
    /// The staffing's version that was read.
    expected_version: i32,
    /// The case; one on its agenda.
    case: ID,
    /// What they want the team to know, as they said it, at most 20,000 characters; null
    /// while they were not asked.
    wants_known: Option<String>,
    /// What they do not want shared there, at most 20,000 characters.
    not_shared: Option<String>,
}

impl StaffingYouthInputRecordInput {
    pub(in crate::staffings) fn parse(self, viewer: &Viewer) -> Result<YouthInput, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let wants_known = check.maybe("wantsKnown", self.wants_known, STORY);
        let not_shared = check.maybe("notShared", self.not_shared, STORY);
        check.done()?;
        Ok(YouthInput {
            key,
            id: id::open(viewer.app(), Kind::Staffing, &self.id)?,
            expected_version: self.expected_version,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            wants_known,
            not_shared,
        })
    }
}
