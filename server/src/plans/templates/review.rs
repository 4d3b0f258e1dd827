//! Records how the review of a version with survivor experts stands (rule 118). What was
//! said before stays.

use uuid::Uuid;

use super::entity::{plan_template_review, plan_template_version};
use super::model::ReviewState;
use super::save::about;
use crate::access::{Act, Viewer};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::prelude::*;

/// What is said of a version.
#[derive(Debug)]
pub(super) struct TemplateReview {
    pub key: Uuid,
    pub version: Uuid,
    pub state: ReviewState,
    pub note: Option<String>,
}

impl TemplateReview {
    /// The act that it is: who writes templates asks for a review, an expert gives it.
    pub fn act(state: ReviewState) -> Act {
        if state == ReviewState::Submitted {
            Act::PlanTemplateWrite
        } else {
            Act::PlanTemplateReview
        }
    }
}

/// Records it. Returns the template.
pub(super) async fn review(viewer: &Viewer, input: TemplateReview) -> Result<Uuid, Refusal> {
    let act = TemplateReview::act(input.state);
    let mut tx = viewer.begin(act, input.key, &input).await?;
    let grant = tx.may()?;
    let version = tx
        .find::<plan_template_version::Entity>(input.version)
        .await?;
    if input.state == ReviewState::ChangesRequested && input.note.is_none() {
        let message = "Say what is to be changed.";
        return Err(Wrong::at("note", FieldCode::Required, message).into());
    }
    let row = plan_template_review::ActiveModel {
        id: Set(tx.new_id()),
        org_id: Set(viewer.org()),
        template_version_id: Set(version.id),
        state: Set(input.state),
        note: Set(input.note),
        by_user: Set(viewer.user()),
        at: Set(tx.now()),
    };
    tx.insert(&grant, row).await?;
    about(&mut tx, version.template_id);
    tx.commit(version.template_id).await
}
