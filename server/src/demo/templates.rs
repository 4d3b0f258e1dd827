//! Templates: those that ship, and one that the organisation wrote and had reviewed.

use serde_json::{Value, json};

use super::actor::Stage;
use super::people::{Cast, ORGANIZATION};
use super::story::text;
use crate::app::App;
use crate::error::Refusal;
use crate::plans::templates::{load, shipped};

/// Makes them.
pub(super) async fn make(app: &App, cast: &Cast) -> Result<(), Refusal> {
    for file in shipped() {
        load(app, ORGANIZATION, file, app.clock().new_id()).await?;
    }
    let mut stage = Stage::new(app, 3);
    let (supervisor, _, _) = cast.team(0);
    let input = json!({
        "expectedVersion": 0, "title": "Moving to another county", "situation": "OTHER", "language": "EN",
        "about": "For a move of school, doctor and friends at once.",
        "goals": [
            { "domain": "FAMILY_RELATIONSHIPS", "owner": "YOUTH", "text": "Stay in touch with the friends whom I choose.",
              "steps": [{ "text": "Write down how, and how often.", "by": "YOUTH", "days": 7 }] },
            { "domain": "TRANSPORT", "owner": "TEAM", "text": "Ways to get around that do not depend on one person.",
              "steps": [{ "text": "Try the bus together once.", "by": "SPECIALIST", "days": 14 }] },
        ],
    });
    let shown = "template { id version current { id } }";
    let made = stage
        .act(supervisor, "planTemplateSave", shown, input)
        .await?;
    let read = |made: &Value, of: &[&str]| made.get("template").map(|one| text(one, of));
    let version = made.pointer("/template/version").cloned();
    let input = json!({ "id": read(&made, &["id"]), "expectedVersion": version });
    let made = stage
        .act(supervisor, "planTemplatePublish", shown, input)
        .await?;
    let current = read(&made, &["current", "id"]);
    for (who, state, note) in [
        (supervisor, "SUBMITTED", None),
        (
            cast.curator,
            "ENDORSED",
            Some("Plain, and nothing is pushed."),
        ),
    ] {
        let input = json!({ "templateVersion": current, "state": state, "note": note });
        stage
            .act(who, "planTemplateReviewRecord", shown, input)
            .await?;
    }
    Ok(())
}
