//! Makes an immediate plan the one that is lived by, from the hour of recovery (rule 63).

use chrono::{DateTime, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::ImmediateState;
use super::entity::{immediate_plan, immediate_section};
use super::model::ImmediateSection;
use crate::access::{Act, CasePermit, Class, Viewer};
use crate::clock::random;
use crate::error::{Conflict, Fault, FieldCode, MoveRefused, Refusal};
use crate::input::Check;
use crate::plans::change::place;
use crate::store::Tx;
use crate::store::prelude::*;

/// The plan, and when the child was recovered.
#[derive(Debug)]
pub(super) struct ImmediateActivate {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub recovered_at: DateTime<Utc>,
}

/// Activates it: every section says something, or that it is not known yet. Returns the plan.
pub(super) async fn activate(viewer: &Viewer, input: ImmediateActivate) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanActivate, input.key, &input).await?;
    let plan = tx.find::<immediate_plan::Entity>(input.id).await?;
    let permit = tx.case(plan.case_id).await?;
    Conflict::check(input.expected_version, plan.version, Vec::new)?;
    if plan.state != ImmediateState::Draft {
        return Err(Refusal::Move(MoveRefused {
            from: plan.state.code().to_uppercase(),
            to: ImmediateState::Active.code().to_uppercase(),
            allowed: Vec::new(),
        }));
    }
    let sections = sections(&tx, plan.id).await?;
    let mut check = Check::default();
    check.has_been("recoveredAt", Some(input.recovered_at), tx.now());
    for section in silent(&sections) {
        let path = format!("sections.{}", section.code().to_uppercase());
        let message = "Write what is planned, or say that it is not known yet.";
        check.wrong(&path, FieldCode::Required, message);
    }
    check.done()?;
    let id = plan.id;
    live_by(&mut tx, &permit, plan, sections, input.recovered_at).await?;
    tx.commit(id).await
}

/// Tells the immediate plan of the case of `permit` that the child was recovered then: for
/// the act that records a recovery (rule 63). It is part of that act's own change. While some
/// of the plan says nothing it keeps the time of recovery and waits; the recovery stands.
pub async fn recovered(
    tx: &mut Tx,
    permit: &CasePermit,
    recovered_at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let draft = Condition::all()
        .add(immediate_plan::Column::CaseId.eq(permit.case()))
        .add(immediate_plan::Column::State.eq(ImmediateState::Draft));
    let Some(plan) = tx.find_where::<immediate_plan::Entity>(draft).await? else {
        return Ok(());
    };
    let sections = sections(tx, plan.id).await?;
    if silent(&sections).next().is_none() {
        return live_by(tx, permit, plan, sections, recovered_at).await;
    }
    let version = plan.version + 1;
    let mut row = plan.into_active_model();
    row.version = Set(version);
    row.recovered_at = Set(Some(recovered_at));
    tx.update(&permit.grant()?, row).await?;
    Ok(())
}

async fn sections(tx: &Tx, plan: Uuid) -> Result<Vec<immediate_section::Model>, Refusal> {
    let of_plan = immediate_section::Column::ImmediatePlanId.eq(plan);
    let mut rows = tx.find_all::<immediate_section::Entity>(of_plan).await?;
    rows.sort_by_key(|row| row.section);
    Ok(rows)
}

/// Sections that say nothing.
fn silent(sections: &[immediate_section::Model]) -> impl Iterator<Item = ImmediateSection> + '_ {
    let silent = |row: &&immediate_section::Model| row.content.is_none() && !row.unknown_yet;
    sections.iter().filter(silent).map(|row| row.section)
}

/// Stamps each section as a step that is open from now on, and freezes what all of it says.
async fn live_by(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: immediate_plan::Model,
    sections: Vec<immediate_section::Model>,
    recovered_at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let (now, grant, user) = (tx.now(), permit.grant()?, tx.viewer().user());
    let text = told(permit, &plan, &sections, recovered_at)?;
    for section in sections {
        let version = section.version + 1;
        let mut row = section.into_active_model();
        row.version = Set(version);
        row.opened_at = Set(Some(now));
        tx.update(&grant, row).await?;
    }
    let (id, version) = (plan.id, plan.version + 1);
    let snapshot = permit.seal(place("immediate_plan", "snapshot", id), &text)?;
    let mut row = plan.into_active_model();
    row.version = Set(version);
    row.state = Set(ImmediateState::Active);
    row.recovered_at = Set(Some(recovered_at));
    row.activated_at = Set(Some(now));
    row.activated_by = Set(Some(user));
    row.snapshot = Set(Some(snapshot));
    row.content_hash = Set(Some(Sha256::digest(&text).to_vec()));
    tx.update(&grant, row).await?;
    Ok(())
}

#[derive(Serialize)]
struct Told {
    plan: Uuid,
    recovered_at: DateTime<Utc>,
    sections: Vec<(ImmediateSection, Option<String>)>,
    /// Nobody can find out by trying what was said from the hash alone.
    salt: String,
}

/// All that the plan says, as it is frozen (rule 71).
fn told(
    permit: &CasePermit,
    plan: &immediate_plan::Model,
    sections: &[immediate_section::Model],
    recovered_at: DateTime<Utc>,
) -> Result<String, Refusal> {
    let mut says = Vec::with_capacity(sections.len());
    for row in sections {
        let place = place("immediate_section", "content", row.id);
        let content = permit.open_some(Class::Narrative, place, row.content.as_ref())?;
        says.push((row.section, content));
    }
    let told = Told {
        plan: plan.id,
        recovered_at,
        sections: says,
        salt: hex::encode(random::<16>()),
    };
    serde_json::to_string(&told)
        .map_err(|_| Fault::Broken("an immediate plan that cannot be written down").into())
}
