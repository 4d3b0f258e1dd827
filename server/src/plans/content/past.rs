//! Reads a plan back to any day: the version that was frozen last by then, and what
//! changed since.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::entity::plan_change;
use super::{Content, Frame, Part, StepOf, open_frozen};
use crate::access::{CasePermit, Class, Viewer};
use crate::error::{Fault, Refusal};
use crate::plans::change::place;
use crate::plans::entity::plan_version;
use crate::store::prelude::*;

/// What `plan` said at the end of `day` (UTC); `None` when it was not there yet, or for
/// one who may not read it. Two statements, however long the plan's history is.
pub(in crate::plans) async fn at(
    viewer: &Viewer,
    permit: &CasePermit,
    plan: Uuid,
    day: NaiveDate,
) -> Result<Option<Content>, Refusal> {
    match day.checked_add_days(Days::new(1)) {
        Some(next) => {
            before(
                viewer,
                permit,
                plan,
                next.and_time(NaiveTime::MIN).and_utc(),
            )
            .await
        }
        None => Ok(None),
    }
}

/// What `plan` said right before `end`; as [`at`] otherwise.
pub(in crate::plans) async fn before(
    viewer: &Viewer,
    permit: &CasePermit,
    plan: Uuid,
    end: DateTime<Utc>,
) -> Result<Option<Content>, Refusal> {
    if !permit.sees(Class::Narrative) {
        return Ok(None);
    }
    let version = viewer
        .select::<plan_version::Entity>()
        .filter(plan_version::Column::PlanId.eq(plan))
        .filter(plan_version::Column::FrozenAt.lt(end))
        .order(plan_version::Column::Number, Order::Desc)
        .limit(1)
        .one()
        .await?;
    let mut changes = viewer
        .select::<plan_change::Entity>()
        .filter(plan_change::Column::PlanId.eq(plan))
        .filter(plan_change::Column::At.lt(end))
        .order(plan_change::Column::Id, Order::Asc);
    let mut content = None;
    if let Some(version) = &version {
        // Whoever changes a plan holds its row, and ids ascend: what is later has a later id.
        changes = changes.filter(plan_change::Column::Id.gt(version.id));
        content = open_frozen(permit, version)?.map(|frozen| frozen.content);
    }
    for change in changes.all().await? {
        let place = place("plan_change", "content", change.id);
        let says = permit.open_some(Class::Narrative, place, change.content.as_ref())?;
        apply(&mut content, &change, says.as_deref())?;
    }
    Ok(content.map(Content::in_order))
}

fn read<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, Refusal> {
    serde_json::from_str(text).map_err(|_| Fault::Broken("a change that cannot be read").into())
}

/// Lets `change` happen to what the plan said before it. A plan begins with its frame.
fn apply(
    content: &mut Option<Content>,
    change: &plan_change::Model,
    says: Option<&str>,
) -> Result<(), Refusal> {
    if change.part == Part::Plan {
        let Some(says) = says else { return Ok(()) };
        let frame: Frame = read(says)?;
        match content {
            Some(content) => content.frame = frame,
            None => *content = Some(Content::of(frame)),
        }
        return Ok(());
    }
    let Some(content) = content else {
        return Ok(());
    };
    let item = change.item_id;
    match change.part {
        Part::Plan => {}
        Part::Strength => {
            content.strengths.retain(|strength| strength.id != item);
            content.strengths.extend(says.map(read).transpose()?);
        }
        Part::Goal => {
            let mut before = content.goals.extract_if(.., |goal| goal.id == item);
            let steps = before.next().map(|goal| goal.steps).unwrap_or_default();
            drop(before);
            if let Some(says) = says {
                let goal = super::Goal {
                    steps,
                    ..read(says)?
                };
                content.goals.push(goal);
            }
        }
        Part::Step => {
            for goal in &mut content.goals {
                goal.steps.retain(|step| step.id != item);
            }
            let told: Option<StepOf> = says.map(read).transpose()?;
            if let Some(StepOf { goal, step }) = told
                && let Some(goal) = content.goals.iter_mut().find(|of| of.id == goal)
            {
                goal.steps.push(step);
            }
        }
        Part::SupportProfile => content.profile = says.map(read).transpose()?,
        Part::SafetyPlan => content.safety = says.map(read).transpose()?,
    }
    Ok(())
}

impl Content {
    /// A plan that says nothing but this of itself.
    fn of(frame: Frame) -> Self {
        Self {
            frame,
            strengths: Vec::new(),
            goals: Vec::new(),
            profile: None,
            safety: None,
        }
    }
}
