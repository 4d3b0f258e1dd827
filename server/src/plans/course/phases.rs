//! What a plan was from when to when, read from its history.

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

use crate::access::{Class, Trace, Traced, Viewer};
use crate::cases::CaseRow;
use crate::error::{Fault, Refusal};
use crate::graphql::policy;
use crate::plans::change::place;
use crate::plans::content::Part;
use crate::plans::content::entity::plan_change;
use crate::plans::entity::plan;
use crate::plans::model::PlanState;
use crate::store::prelude::*;
use crate::timeline::Span;
use crate::vault::SealedBytes;

/// A plan stood so for a time.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct PlanPhase {
    /// How it stood.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(in crate::plans) state: PlanState,
    /// Since when.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(in crate::plans) from: DateTime<Utc>,
    /// Until when; null while it goes on.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(in crate::plans) until: Option<DateTime<Utc>>,
}

/// A change of what a plan says of itself. The plan's own row is what the audit notes.
#[derive(FromQueryResult)]
struct Change {
    id: Uuid,
    plan_id: Uuid,
    content: Option<SealedBytes>,
    at: DateTime<Utc>,
}

impl Traced for Change {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// So many changes of the plans of a case are read at most: more than years of work make.
const MOST: u64 = 5_000;

/// Of what a plan says of itself, how it stands.
#[derive(Deserialize)]
struct Stands {
    #[serde(default)]
    state: Option<PlanState>,
}

/// The phases of `plans` within `span`, of each the first first, and whether these are all:
/// of their changes the latest are read, those after `span` too, which end phases.
pub(super) async fn phases(
    viewer: &Viewer,
    case: &CaseRow,
    plans: &[plan::Model],
    span: Span,
) -> Result<(Vec<PlanPhase>, bool), Refusal> {
    use plan_change::Column as C;
    let rows = viewer
        .select::<plan_change::Entity>()
        .filter(C::PlanId.is_in(plans.iter().map(|plan| plan.id)))
        .filter(C::Part.eq(Part::Plan))
        .order(C::Id, Order::Desc)
        .limit(MOST)
        .all_as::<Change>()
        .await?;
    let all = u64::try_from(rows.len()).is_ok_and(|rows| rows < MOST);
    let mut moves: HashMap<Uuid, Vec<(PlanState, DateTime<Utc>)>> = HashMap::new();
    for row in rows.into_iter().rev() {
        let place = place("plan_change", "content", row.id);
        let permit = &case.permit;
        let says = permit.open_some(Class::Narrative, place, row.content.as_ref())?;
        let Some(says) = says else { continue };
        let stands: Stands = serde_json::from_str(&says)
            .map_err(|_| Fault::Broken("a change of a plan that cannot be read"))?;
        let moves = moves.entry(row.plan_id).or_default();
        if let Some(state) = stands.state
            && moves.last().is_none_or(|(last, _)| *last != state)
        {
            moves.push((state, row.at));
        }
    }
    let of_plan = |plan: &plan::Model| {
        let known = moves.remove(&plan.id).unwrap_or_default();
        told(plan, known)
    };
    let mut phases: Vec<_> = plans.iter().flat_map(of_plan).collect();
    phases.retain(|phase| span.has(phase.from, phase.until));
    Ok((phases, all))
}

/// The phases between the moves of a plan. One of which no move is known has stood as it
/// stands since it was begun.
fn told(plan: &plan::Model, mut moves: Vec<(PlanState, DateTime<Utc>)>) -> Vec<PlanPhase> {
    if moves.is_empty() {
        moves.push((plan.state, plan.activated_at.unwrap_or(plan.created_at)));
    }
    let ends = moves.iter().skip(1).map(|(_, at)| Some(*at)).chain([None]);
    let phases = moves
        .iter()
        .zip(ends)
        .map(|((state, from), until)| PlanPhase {
            state: *state,
            from: *from,
            until,
        });
    // What has ended is nothing that lasts.
    phases.filter(|phase| phase.state.is_live()).collect()
}
