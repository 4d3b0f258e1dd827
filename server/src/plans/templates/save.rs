//! Writes a template's draft.

use uuid::Uuid;

use super::entity::{plan_template, plan_template_version};
use super::model::Body;
use super::read::MOST;
use crate::access::{Act, Trace, Viewer};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::store::Tx;
use crate::store::prelude::*;

/// A draft to be written.
#[derive(Debug)]
pub(super) struct TemplateSave {
    pub key: Uuid,
    /// The template; `None` begins one.
    pub id: Option<Uuid>,
    pub expected_version: i32,
    pub body: Body,
}

/// Writes it. Nobody is offered anything else by it. Returns the template.
pub(super) async fn save(viewer: &Viewer, input: TemplateSave) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::PlanTemplateWrite, input.key, &input)
        .await?;
    let grant = tx.may()?;
    let text = input.body.text_of()?;
    let Some(id) = input.id else {
        return begin(tx, input.body, text).await;
    };
    let row = tx.find::<plan_template::Entity>(id).await?;
    let published = current(&tx, &row).await?;
    let theirs = row.draft.as_ref().or(published.as_ref());
    if input.expected_version != row.version {
        let fields = differences(&input.body, theirs)?;
        Conflict::check(input.expected_version, row.version, || fields)?;
    }
    // A draft that says what is published is none.
    let draft = (published.as_ref() != Some(&text)).then_some(text);
    let (version, first) = (row.version + 1, row.number == 0);
    let mut row = row.into_active_model();
    row.version = Set(version);
    row.draft = Set(draft);
    row.changed_by = Set(Some(viewer.user()));
    row.changed_at = Set(tx.now());
    if first {
        row.situation = Set(input.body.situation);
        row.title = Set(input.body.title);
        row.language = Set(input.body.language);
    }
    tx.update(&grant, row).await?;
    about(&mut tx, id);
    tx.commit(id).await
}

async fn begin(mut tx: Tx, body: Body, text: String) -> Result<Uuid, Refusal> {
    let grant = tx.may()?;
    let org = plan_template::Column::OrgId.eq(tx.viewer().org());
    let there = tx.find_all::<plan_template::Entity>(org).await?.len();
    if u64::try_from(there).unwrap_or(u64::MAX) >= MOST {
        let message = "At most 500 templates. Write over one that is not offered any more.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let id = tx.new_id();
    let row = plan_template::ActiveModel {
        id: Set(id),
        org_id: Set(tx.viewer().org()),
        version: Set(1),
        code: Set(None),
        situation: Set(body.situation),
        title: Set(body.title),
        language: Set(body.language),
        draft: Set(Some(text)),
        current_id: Set(None),
        number: Set(0),
        withdrawn: Set(false),
        changed_by: Set(Some(tx.viewer().user())),
        changed_at: Set(tx.now()),
        created_at: Set(tx.now()),
    };
    tx.insert(&grant, row).await?;
    about(&mut tx, id);
    tx.commit(id).await
}

/// What the version that was published last says, as it is kept.
async fn current(tx: &Tx, row: &plan_template::Model) -> Result<Option<String>, Refusal> {
    let Some(id) = row.current_id else {
        return Ok(None);
    };
    let this = plan_template_version::Column::Id.eq(id);
    let found = tx.find_all::<plan_template_version::Entity>(this).await?;
    Ok(found.into_iter().next().map(|version| version.body))
}

/// Says in the audit entry which template it is.
pub(super) fn about(tx: &mut Tx, id: Uuid) {
    tx.about(Trace {
        kind: "plan_template",
        id,
        case: None,
    });
}

fn differences(
    yours: &Body,
    theirs: Option<&String>,
) -> Result<Vec<Option<FieldConflict>>, Refusal> {
    let Some(theirs) = theirs.map(|text| Body::read(text)).transpose()? else {
        return Ok(Vec::new());
    };
    let code = |path, yours: &'static str, theirs: &'static str| {
        FieldConflict::of(path, yours.to_uppercase(), theirs.to_uppercase())
    };
    let (situation, language) = (theirs.situation.code(), theirs.language.code());
    Ok(vec![
        FieldConflict::of("title", yours.title.clone(), theirs.title.clone()),
        code("situation", yours.situation.code(), situation),
        code("language", yours.language.code(), language),
        FieldConflict::of("about", yours.about.clone(), theirs.about.clone()),
        FieldConflict::of("goals", yours.goal_lines(), theirs.goal_lines()),
    ])
}
