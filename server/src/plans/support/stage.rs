//! Notes where staff think somebody stands with one goal or topic (rule 70). To go back
//! is as good an entry as to go on; nothing is derived from any of them.

use chrono::NaiveDate;
use uuid::Uuid;

use super::stage_entry;
use crate::access::{Act, Viewer};
use crate::codes;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::plans::change::place;
use crate::plans::entity::goal;
use crate::store::prelude::*;

codes! {
    /// A stage of change (vocabulary 12.6). The way between them goes both ways.
    pub enum StageOfChange {
        Precontemplation = "precontemplation",
        Contemplation = "contemplation",
        Preparation = "preparation",
        Action = "action",
        Maintenance = "maintenance",
    }
}

/// What is noted.
#[derive(Debug)]
pub(super) struct StageNote {
    pub key: Uuid,
    pub case: Uuid,
    pub goal: Option<Uuid>,
    pub topic: Option<String>,
    pub stage: StageOfChange,
    pub noted_on: NaiveDate,
}

/// Notes it beside what was noted before. Returns the entry.
pub(super) async fn note(viewer: &Viewer, input: StageNote) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PlanEdit, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let mut check = Check::default();
    match (input.goal, &input.topic) {
        (None, None) => check.wrong("goal", FieldCode::Required, "Say which goal or topic."),
        (Some(_), Some(_)) => {
            let message = "Either a goal or a topic.";
            check.wrong("topic", FieldCode::NotAllowedHere, message);
        }
        _ => {}
    }
    check.day_has_been("notedOn", input.noted_on, tx.now());
    check.done()?;
    if let Some(id) = input.goal {
        let goal = tx.find::<goal::Entity>(id).await?;
        if goal.case_id != input.case {
            let message = "This goal is on another case.";
            return Err(Wrong::at("goal", FieldCode::UnknownId, message).into());
        }
    }
    let id = tx.new_id();
    let topic = place("stage_entry", "topic", id);
    let row = stage_entry::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        goal_id: Set(input.goal),
        topic: Set(permit.seal_some(topic, input.topic.as_deref())?),
        stage: Set(permit.seal(place("stage_entry", "stage", id), input.stage.code())?),
        noted_on: Set(input.noted_on),
        by_user: Set(viewer.user()),
        at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await?;
    tx.commit(input.case).await
}
