//! Inputs of the acts on immediate plans.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, SubsecRound, Utc};

use super::activate::ImmediateActivate;
use super::done::SectionDone;
use super::model::ImmediateSection;
use super::start::ImmediateStart;
use super::write::SectionWrite;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::{Check, STORY};

/// Starts an immediate recovery plan.
#[derive(InputObject)]
pub struct ImmediatePlanStartInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
}

impl ImmediatePlanStartInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ImmediateStart, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        let case = id::open(viewer.app(), Kind::Case, &self.case)?;
        Ok(ImmediateStart { key, case })
    }
}

/// Writes a section of an immediate plan.
#[derive(InputObject)]
pub struct ImmediateSectionWriteInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The immediate plan.
    plan: ID,
    /// Which section.
    section: ImmediateSection,
    /// The section's version that was read.
    expected_version: i32,
    /// What is planned, at most 20,000 characters; this or `unknownYet`.
    content: Option<String>,
    /// That it is not known yet.
    unknown_yet: bool,
}

impl ImmediateSectionWriteInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<SectionWrite, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let content = check.maybe("content", self.content, STORY);
        check.done()?;
        Ok(SectionWrite {
            key,
            plan: id::open(viewer.app(), Kind::ImmediatePlan, &self.plan)?,
            section: self.section,
            expected_version: self.expected_version,
            content,
            unknown_yet: self.unknown_yet,
        })
    }
}

/// Makes an immediate plan the one that is lived by.
#[derive(InputObject)]
pub struct ImmediatePlanActivateInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The immediate plan.
    id: ID,
    /// The plan's version that was read.
    expected_version: i32,
    /// When the child was recovered.
    recovered_at: DateTime<Utc>,
}

impl ImmediatePlanActivateInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ImmediateActivate, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(ImmediateActivate {
            key,
            id: id::open(viewer.app(), Kind::ImmediatePlan, &self.id)?,
            expected_version: self.expected_version,
            // Microseconds, as both databases keep them.
            recovered_at: self.recovered_at.trunc_subsecs(6),
        })
    }
}

/// Stamps a step of an active immediate plan.
#[derive(InputObject)]
pub struct ImmediateSectionDoneInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The immediate plan.
    plan: ID,
    /// Which section.
    section: ImmediateSection,
    /// The section's version that was read.
    expected_version: i32,
    /// When it was done; null takes the stamp away again.
    done_at: Option<DateTime<Utc>>,
}

impl ImmediateSectionDoneInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<SectionDone, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(SectionDone {
            key,
            plan: id::open(viewer.app(), Kind::ImmediatePlan, &self.plan)?,
            section: self.section,
            expected_version: self.expected_version,
            done_at: self.done_at.map(|at| at.trunc_subsecs(6)),
        })
    }
}
