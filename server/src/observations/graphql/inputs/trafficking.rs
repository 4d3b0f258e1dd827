//! Inputs of the trafficking type.

use async_graphql::{ID, InputObject};

use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, STORY};
use crate::observations::model::{SourceKind, TraffickingType};
use crate::observations::trafficking::{Known, TypeRecord, TypeRevise};

/// A trafficking type as it is known.
#[derive(InputObject)]
pub struct TraffickingTypeInput {
    /// The type.
    #[graphql(name = "type")]
    trafficking_type: TraffickingType,
    /// The day as of which it is known.
    as_of: Day,
    /// Where it is known from.
    source: SourceKind,
    /// What is known of it, at most 20,000 characters.
    note: Option<String>,
}

impl TraffickingTypeInput {
    fn parse(self, path: &str, check: &mut Check) -> Known {
        Known {
            trafficking_type: self.trafficking_type,
            as_of: self.as_of.0,
            source_kind: self.source,
            note: check.maybe(&format!("{path}note"), self.note, STORY),
        }
    }
}

/// Records a trafficking type.
#[derive(InputObject)]
pub struct TraffickingTypeRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    #[graphql(flatten)]
    known: TraffickingTypeInput,
}

impl TraffickingTypeRecordInput {
    pub(in crate::observations) fn parse(self, viewer: &Viewer) -> Result<TypeRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let known = self.known.parse("", &mut check);
        check.done()?;
        Ok(TypeRecord {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            known,
        })
    }
}

/// Revises a trafficking type.
#[derive(InputObject)]
pub struct TraffickingTypeReviseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The entry.
    id: ID,
    /// The entry's version that was read.
    expected_version: i32,
    /// Why it is thought of differently now, at most 20,000 characters.
    reason: String,
    /// What is known in its place, if anything is.
    instead: Option<TraffickingTypeInput>,
}

impl TraffickingTypeReviseInput {
    pub(in crate::observations) fn parse(self, viewer: &Viewer) -> Result<TypeRevise, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let reason = check.text("reason", self.reason, STORY);
        let known = |known: TraffickingTypeInput| known.parse("instead.", &mut check);
        let instead = self.instead.map(known);
        check.done()?;
        Ok(TypeRevise {
            key,
            id: id::open(viewer.app(), Kind::TraffickingType, &self.id)?,
            expected_version: self.expected_version,
            reason,
            instead,
        })
    }
}
