//! Schedules a staffing over one or more cases. Who schedules it facilitates it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::agenda::{self, NewItem};
use super::coming;
use super::entity::{staffing, staffing_case};
use super::model::StaffingType;
use crate::access::{Act, OwnerPermit, Viewer};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::prelude::*;
use crate::vault::Place;

/// When, what for, and over which cases.
#[derive(Debug)]
pub(super) struct StaffingSchedule {
    pub key: Uuid,
    pub kind: StaffingType,
    pub at: DateTime<Utc>,
    pub purpose: Option<String>,
    /// Each once, in order: two servers that staff the same cases cannot lock each other out.
    pub cases: Vec<Uuid>,
    pub agenda: Vec<NewItem>,
    pub invited: BTreeSet<Uuid>,
}

/// The place of a staffing's purpose.
pub(super) fn place(row: Uuid) -> Place {
    Place {
        table: "staffing",
        column: "purpose",
        row,
    }
}

/// Schedules; the policy is asked for every case. Returns the staffing.
pub(super) async fn schedule(viewer: &Viewer, input: StaffingSchedule) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::StaffingSchedule, input.key, &input)
        .await?;
    if input.at < tx.now() {
        return Err(Wrong::at("at", FieldCode::InThePast, "Choose a later time.").into());
    }
    let mut permits = BTreeMap::new();
    for case in &input.cases {
        permits.insert(*case, tx.case(*case).await?);
    }
    let Some(permit) = permits.values().next_back() else {
        return Err(Wrong::at("cases", FieldCode::Required, "Name a case.").into());
    };
    let grant = permit.grant()?;
    let id = tx.new_id();
    let purpose = match input.purpose.as_deref() {
        Some(purpose) => {
            let permit = OwnerPermit::organisation(&tx, grant).await?;
            Some(permit.seal(place(id), purpose)?)
        }
        None => None,
    };
    let row = staffing::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        version: Set(1),
        staffing_type: Set(input.kind),
        at: Set(input.at),
        purpose: Set(purpose),
        facilitator_id: Set(viewer.user()),
        cancelled: Set(false),
        created_at: Set(tx.now()),
    };
    tx.insert(&grant, row).await?;
    let listed = input.cases.iter().map(|case| staffing_case::ActiveModel {
        staffing_id: Set(id),
        case_id: Set(*case),
        org_id: Set(grant.org()),
    });
    tx.insert_all(&grant, listed.collect()).await?;
    agenda::keep(&mut tx, id, &permits, input.agenda).await?;
    agenda::invite(&mut tx, &grant, id, &input.cases, &input.invited).await?;
    coming::keep(&mut tx, &grant, &input.cases).await?;
    tx.commit(id).await
}
