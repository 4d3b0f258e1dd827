//! The input of a missing report.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Utc};

use super::inputs::{PLACE, kept};
use crate::access::Viewer;
use crate::episodes::model::{Endangerment, ReportItem, ReportPhoto};
use crate::episodes::report::ReportSave;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};

/// Writes what is told to those who search: all of it, as it is to be (rule 52). What is
/// missing holds nothing up.
#[derive(InputObject)]
pub struct MissingReportSaveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The report.
    id: ID,
    /// The report's version that was read.
    expected_version: i32,
    /// Whether a photo was given.
    photo: Option<ReportPhoto>,
    /// What they look like, at most 20,000 characters.
    description: Option<String>,
    /// What makes it more dangerous to be away.
    #[graphql(default)]
    endangerment: Vec<Endangerment>,
    /// Nothing of that kind is known.
    #[graphql(default)]
    no_endangerment_known: bool,
    /// When they were last seen.
    last_seen_at: Option<DateTime<Utc>>,
    /// Where they were last seen, at most 1,000 characters.
    last_seen_place: Option<String>,
    /// What they wore, at most 1,000 characters.
    clothing: Option<String>,
    /// Who was with them, at most 1,000 characters.
    accompanied_by: Option<String>,
    /// How the guardian is reached, at most 1,000 characters.
    guardian_contact: Option<String>,
    /// How the agency is reached, at most 1,000 characters.
    agency_contact: Option<String>,
    /// What is not known and will not be.
    #[graphql(default)]
    unknown: Vec<ReportItem>,
}

impl MissingReportSaveInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReportSave, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let description = check.maybe("description", self.description, STORY);
        let last_seen_place = check.maybe("lastSeenPlace", self.last_seen_place, PLACE);
        let clothing = check.maybe("clothing", self.clothing, PLACE);
        let accompanied_by = check.maybe("accompaniedBy", self.accompanied_by, PLACE);
        let guardian_contact = check.maybe("guardianContact", self.guardian_contact, PLACE);
        let agency_contact = check.maybe("agencyContact", self.agency_contact, PLACE);
        check.done()?;
        Ok(ReportSave {
            key,
            id: id::open(viewer.app(), Kind::MissingReport, &self.id)?,
            expected_version: self.expected_version,
            photo: self.photo,
            description,
            endangerment: self.endangerment.into_iter().collect(),
            no_endangerment_known: self.no_endangerment_known,
            last_seen_at: kept(self.last_seen_at),
            last_seen_place,
            clothing,
            accompanied_by,
            guardian_contact,
            agency_contact,
            unknown: self.unknown.into_iter().collect(),
        })
    }
}
