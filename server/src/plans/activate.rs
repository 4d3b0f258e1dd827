//! Makes a plan the one that is lived by: only with the young person's voice and a strength
//! (rules 65, 67), and with a day on which it is looked at again (rule 72); each time a version is frozen (rule 71).

use uuid::Uuid;

use super::change::{OpenGoals, place, save};
use super::content::{Content, Occasion, freeze, latest_frozen, material, open_frozen};
use super::entity::{plan, strength};
use super::model::{Agreement, PlanState};
use super::reviews::{first_frozen, latest_day};
use crate::access::{Act, CasePermit, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;

/// The plan that is to be active.
#[derive(Debug)]
pub(super) struct PlanActivate {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    /// What the young person thinks of the plan (rule 71).
    pub agreement: Agreement,
    /// Why there is a new version.
    pub note: Option<String>,
}

/// Activates it. Returns the plan.
pub(super) async fn activate(viewer: &Viewer, input: PlanActivate) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanActivate, input.key, &input).await?;
    let plan = tx.find::<plan::Entity>(input.id).await?;
    let permit = tx.case(plan.case_id).await?;
    let to = PlanState::Active;
    Conflict::check(input.expected_version, plan.version, || {
        vec![moved(to, plan.state)]
    })?;
    let of_plan = strength::Column::PlanId.eq(plan.id);
    let strengths = tx.find_all::<strength::Entity>(of_plan).await?;
    if plan.state != to || !changed(&mut tx, &permit, &plan, &strengths).await? {
        plan.state.check_move(to)?;
    }
    check(&tx, &plan, &strengths)?;
    let now = tx.now();
    // By the cadence, or sooner when the team has said so (rule 72).
    let latest = latest_day(first_frozen(&tx, plan.id).await?, now);
    let review_on = plan.review_on.map_or(latest, |day| Ord::min(day, latest));
    let plan = save(&mut tx, &permit, plan, OpenGoals::Same, |row| {
        row.review_on = Set(Some(review_on));
        row.state = Set(to);
        row.activated_at = Set(Some(now));
    })
    .await?;
    let content = Content::now(&mut tx, &permit, &plan, &strengths).await?;
    let occasion = Occasion {
        agreement: input.agreement,
        why: input.note.as_deref(),
    };
    freeze(&mut tx, &permit, content, occasion).await?;
    if let Some(note) = &input.note {
        let reason = place("audit_entry", "reason", tx.entry_id());
        tx.reason(permit.seal(reason, note)?);
    }
    tx.commit(plan.id).await
}

/// Whether an active plan says something else than when it was frozen last: then there is
/// a draft, and to activate it freezes the next version.
async fn changed(
    tx: &mut Tx,
    permit: &CasePermit,
    plan: &plan::Model,
    strengths: &[strength::Model],
) -> Result<bool, Refusal> {
    let Some(frozen) = latest_frozen(tx, plan.id).await? else {
        return Ok(true);
    };
    let frozen = open_frozen(permit, &frozen)?;
    let now = Content::now(tx, permit, plan, strengths).await?;
    Ok(frozen.is_none_or(|frozen| material(&frozen.content) != material(&now)))
}

/// The state as a conflict shows it.
pub(super) fn moved(to: PlanState, at: PlanState) -> Option<FieldConflict> {
    let shown = |state: PlanState| state.code().to_uppercase();
    FieldConflict::of("to", shown(to), shown(at))
}

/// Everything that is missing, told at once.
fn check(tx: &Tx, plan: &plan::Model, strengths: &[strength::Model]) -> Result<(), Refusal> {
    let mut check = Check::default();
    if plan.voice_kind.is_none() {
        let message = "Record the young person's words, or why they are not there yet.";
        check.wrong("voice", FieldCode::MissingVoice, message);
    }
    if strengths.is_empty() {
        let message = "Write down at least one strength.";
        check.wrong("strengths", FieldCode::MissingStrength, message);
    }
    check.ahead("reviewOn", plan.review_on, tx.now());
    check.done()
}
