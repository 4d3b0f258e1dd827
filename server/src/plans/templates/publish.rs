//! Publishes a template's draft: from then on it is a version that nothing changes.

use uuid::Uuid;

use super::entity::{plan_template, plan_template_version};
use super::model::{Body, hash_of};
use super::{save, terms};
use crate::access::{Act, Viewer};
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::store::prelude::*;

/// The template whose draft is to be published.
#[derive(Debug)]
pub(super) struct TemplatePublish {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
}

/// Publishes it, and offers the template again if it was withdrawn. Returns the template.
pub(super) async fn publish(viewer: &Viewer, input: TemplatePublish) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::PlanTemplateWrite, input.key, &input)
        .await?;
    let grant = tx.may()?;
    let row = tx.find::<plan_template::Entity>(input.id).await?;
    Conflict::check(input.expected_version, row.version, Vec::new)?;
    let Some(text) = row.draft.clone() else {
        let message = "There is no draft to publish.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    };
    let body = Body::read(&text)?;
    if body.goals.is_empty() {
        let message = "Write at least one goal.";
        return Err(Wrong::at("goals", FieldCode::Required, message).into());
    }
    terms::refuse(&body)?;
    let (id, number) = (tx.new_id(), row.number + 1);
    let version = plan_template_version::ActiveModel {
        id: Set(id),
        org_id: Set(viewer.org()),
        template_id: Set(row.id),
        number: Set(number),
        content_hash: Set(hash_of(&text)),
        body: Set(text),
        published_by: Set(Some(viewer.user())),
        published_at: Set(tx.now()),
    };
    tx.insert(&grant, version).await?;
    let next = row.version + 1;
    let mut row = row.into_active_model();
    row.version = Set(next);
    row.situation = Set(body.situation);
    row.title = Set(body.title);
    row.language = Set(body.language);
    row.draft = Set(None);
    row.current_id = Set(Some(id));
    row.number = Set(number);
    row.withdrawn = Set(false);
    row.changed_by = Set(Some(viewer.user()));
    row.changed_at = Set(tx.now());
    tx.update(&grant, row).await?;
    save::about(&mut tx, input.id);
    tx.commit(input.id).await
}
