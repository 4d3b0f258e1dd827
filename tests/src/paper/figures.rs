//! Pictures on the team's copy: drawn where they are wanted, told in words beside them, and
//! never on the young person's.

use chrono::Duration;
use serde_json::{Value, json};

use super::print::{Pdf, fetch};
use crate::both;
use crate::plans::Desk;
use crate::world::text;

const PREVIEW: &str = "query($id: ID!, $for: CopyAudience!, $figures: Boolean) { case(id: $id) { \
    planCopyPreview(audience: $for, figures: $figures) { language contentHash \
    parts { heading blocks { kind text note figure { ticks { at text } rows { label marks { look from to } } key { look text } } } } } } }";

async fn preview(desk: &Desk, audience: &str, figures: bool) -> Value {
    let asked = json!({ "id": desk.team.case, "for": audience, "figures": figures });
    let answer = desk.world.ask(&desk.team.specialist, PREVIEW, asked).await;
    answer.json["data"]["case"]["planCopyPreview"].clone()
}

/// The pictures of a preview, with the heading that each stands under.
fn pictures(shown: &Value) -> Vec<(String, Value)> {
    let parts = shown["parts"].as_array().unwrap().iter();
    let blocks = parts.flat_map(|part| {
        let blocks = part["blocks"].as_array().unwrap().iter();
        blocks.map(|block| (text(&part["heading"]), block.clone()))
    });
    blocks
        .filter(|(_, block)| block["kind"] == "FIGURE")
        .collect()
}

/// A plan that was reviewed, and of which a step moved since.
async fn moved(world: crate::world::World) -> Desk {
    let desk = Desk::new(world).await;
    let horse = desk.goal("YOUTH", "Ride a horse.").await;
    desk.step(
        &horse,
        json!({ "text": "Call the stable.", "ownerName": "Aunt Fern" }),
    )
    .await
    .done();
    desk.active().await;
    let hold = json!({ "changed": "We began.", "youthAgreement": "YOUTH_AGREES" });
    desk.act("planReviewHold", hold).await.done();
    desk.world.later(Duration::days(3));
    let desk = desk.again().await;
    let seen = desk.see("goals { steps { id version text dueOn } }").await;
    let step = &seen["goals"][0]["steps"][0];
    let change = json!({
        "id": step["id"], "expectedVersion": step["version"], "text": step["text"], "dueOn": step["dueOn"],
        "ownerName": "Aunt Fern", "state": "DONE",
    });
    let who = &desk.team.specialist;
    desk.world
        .act(who, "planStepChange", "step { id }", change)
        .await
        .done();
    desk
}

both! {
    async fn what_moved_and_the_timeline_are_drawn_and_told_on_the_teams_copy(world) {
        let desk = moved(world).await;
        assert!(pictures(&preview(&desk, "TEAM", false).await).is_empty(), "where nobody asked for them");
        let shown = preview(&desk, "TEAM", true).await;
        let drawn = pictures(&shown);
        let headings: Vec<_> = drawn.iter().map(|(heading, _)| heading.split(',').next().unwrap()).collect();
        assert_eq!(headings, ["What moved since the last review", "Timeline"]);
        let (_, goal) = &drawn[0];
        assert_eq!(goal["text"], "Ride a horse. · At the last review: To do: 1 · Now: Done: 1");
        let looks: Vec<_> = goal["figure"]["rows"].as_array().unwrap().iter().map(|row| (&row["label"], &row["marks"][0]["look"])).collect();
        assert_eq!(looks, [(&json!("At the last review"), &json!("HOLLOW")), (&json!("Now"), &json!("FULL"))]);
        let (_, time) = &drawn[1];
        let lanes: Vec<_> = time["figure"]["rows"].as_array().unwrap().iter().map(|row| text(&row["label"])).filter(|label| !label.is_empty()).collect();
        assert_eq!(lanes, ["Times away", "Immediate plan", "Plan", "Contacts", "Referrals", "Staffings", "What is due"]);
        let all = shown["parts"].to_string();
        assert!(all.contains("Plan: Active"), "the list says the same");

        let input = json!({
            "case": desk.team.case, "audience": "TEAM", "language": shown["language"],
            "contentHash": shown["contentHash"], "figures": true,
        });
        let who = &desk.team.specialist;
        let made = desk.world.act(who, "planCopyMake", "copy { id }", input).await;
        let response = fetch(&desk.world, Some(who), &text(&made.done()["copy"]["id"])).await;
        let pdf = Pdf::read(&response.bytes().await.unwrap());
        let figures = pdf.structure().into_iter().filter(|kind| kind == "Figure").count();
        assert_eq!(figures, 2);
        let told: Vec<_> = pdf.dictionaries().filter_map(|one| one.get(b"Alt").ok()).collect();
        assert_eq!(told.len(), 2, "each says what it shows to those who hear it");
    }

    async fn what_was_shown_without_pictures_is_not_made_with_them(world) {
        let desk = moved(world).await;
        let shown = preview(&desk, "TEAM", false).await;
        let input = json!({
            "case": desk.team.case, "audience": "TEAM", "language": shown["language"],
            "contentHash": shown["contentHash"], "figures": true,
        });
        let made = desk.world.act(&desk.team.specialist, "planCopyMake", "copy { id }", input).await;
        assert_eq!(made.wrong(), ["contentHash NOT_ALLOWED_HERE"]);
    }

    async fn rule_077_no_picture_stands_on_the_young_persons_copy(world) {
        let desk = moved(world).await;
        for audience in ["YOUTH", "SAFETY_PLAN"] {
            let asked = json!({ "id": desk.team.case, "for": audience, "figures": true });
            let answer = desk.world.ask(&desk.team.specialist, PREVIEW, asked).await;
            assert_eq!(answer.codes(), ["BAD_REQUEST"], "{audience}");
            let input = json!({
                "case": desk.team.case, "audience": audience, "language": "EN", "contentHash": "00", "figures": true,
            });
            let made = desk.world.act(&desk.team.specialist, "planCopyMake", "copy { id }", input).await;
            assert_eq!(made.wrong(), ["figures NOT_ALLOWED_HERE"], "{audience}");
        }
    }
}
