//! The input of a change of a case's facts.

use async_graphql::{ID, InputObject};

use super::change::FactsChange;
use crate::access::Viewer;
use crate::cases::model::{CommunityType, LegalCustody, State};
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, STORY};

/// Changes facts of a case, at least one. What was is kept.
#[derive(InputObject)]
pub struct CaseFactsChangeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    id: ID,
    /// The case's version that was read.
    expected_version: i32,
    /// Who has custody. Absent leaves it as it is, as with the others.
    legal_custody: Option<LegalCustody>,
    /// The kind of community.
    community_type: Option<CommunityType>,
    /// The state or territory.
    jurisdiction: Option<State>,
    /// Since which day it is so; today or earlier.
    since: Day,
    /// Why: an order, a move, what was found out; at most 20,000 characters.
    reason: String,
}

impl CaseFactsChangeInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<FactsChange, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let reason = check.text("reason", self.reason, STORY);
        check.done()?;
        Ok(FactsChange {
            key,
            id: id::open(viewer.app(), Kind::Case, &self.id)?,
            expected_version: self.expected_version,
            legal_custody: self.legal_custody,
            community_type: self.community_type,
            jurisdiction: self.jurisdiction,
            since: self.since.0,
            reason,
        })
    }
}
