//! Inputs of the links between records of one person.

use async_graphql::{ID, InputObject};

use super::link::{PersonLink, PersonUnlink};
use crate::access::Viewer;
use crate::cases::model::PersonRole;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE};

/// Puts somebody of another case on this one, too.
#[derive(InputObject)]
pub struct CasePersonLinkInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case on which they come.
    case: ID,
    /// The person on the other case.
    person: ID,
    /// What they are to this case.
    role: PersonRole,
    /// What they are to the young person of this case: "sister".
    relation: Option<String>,
}

impl CasePersonLinkInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<PersonLink, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let relation = check.maybe("relation", self.relation, LINE);
        check.done()?;
        Ok(PersonLink {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            person: id::open(viewer.app(), Kind::CasePerson, &self.person)?,
            role: self.role,
            relation,
        })
    }
}

/// Parts a person's record from those of other cases.
#[derive(InputObject)]
pub struct CasePersonUnlinkInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The person.
    id: ID,
    /// The person's version that was read.
    expected_version: i32,
}

impl CasePersonUnlinkInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<PersonUnlink, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(PersonUnlink {
            key,
            id: id::open(viewer.app(), Kind::CasePerson, &self.id)?,
            expected_version: self.expected_version,
        })
    }
}
