//! What a time away means to plans: a review is called for, the first hours are lived by
//! their plan, and nothing is called a failure (rules 63, 69, 72).

use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::world::text;

async fn leaves(desk: &Desk) -> String {
    let input =
        json!({ "case": desk.team.case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
    let who = &desk.team.specialist;
    let opened = desk
        .world
        .act(who, "episodeOpen", "episode { id }", input)
        .await;
    text(&opened.done()["episode"]["id"])
}

async fn is_back(desk: &Desk, episode: &str) {
    let input = json!({ "id": episode, "expectedVersion": 1, "how": "RETURNED_ON_OWN", "location": "PLACEMENT" });
    let who = &desk.team.specialist;
    desk.world
        .act(who, "recoveryRecord", "episode { id }", input)
        .await
        .done();
}

/// Starts an immediate plan; the sections but `silent` say that they are not known yet.
async fn first_hours(desk: &Desk, silent: &str) -> String {
    let who = &desk.team.specialist;
    let input = json!({ "case": desk.team.case });
    let shown = "plan { id sections { section version } }";
    let started = desk
        .world
        .act(who, "immediatePlanStart", shown, input)
        .await;
    let plan = started.done()["plan"].clone();
    for section in plan["sections"].as_array().unwrap() {
        if section["section"] != silent {
            let input = json!({
                "plan": plan["id"], "section": section["section"], "expectedVersion": section["version"], "unknownYet": true,
            });
            desk.world
                .act(who, "immediateSectionWrite", "plan { id }", input)
                .await
                .done();
        }
    }
    text(&plan["id"])
}

both! {
    async fn rule_072_somebody_who_leaves_again_is_asked_again_what_would_help(world) {
        let desk = Desk::new(world).await;
        // A plan that was never lived by is not reviewed: nothing is called for.
        is_back(&desk, &leaves(&desk).await).await;
        assert_eq!(desk.see("reviewCalls { trigger }").await["reviewCalls"], json!([]));
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        desk.active().await;
        leaves(&desk).await;
        let seen = desk.see("state reviewOn reviewCalls { trigger note answered by { name } } goals { id state }").await;
        assert_eq!((&seen["state"], &seen["reviewOn"]), (&json!("ACTIVE"), &json!("2026-03-04")));
        assert_eq!(seen["goals"], json!([{ "id": goal, "state": "PROPOSED" }]));
        let by = json!({ "name": "Wren Cedar" });
        assert_eq!(seen["reviewCalls"], json!([{ "trigger": "MISSING_AGAIN", "note": null, "answered": false, "by": by }]));
    }

    async fn rule_063_recording_the_return_makes_the_plan_of_the_first_hours_the_one_that_is_lived_by(world) {
        let desk = Desk::new(world).await;
        let episode = leaves(&desk).await;
        first_hours(&desk, "NONE").await;
        is_back(&desk, &episode).await;
        let shown = "immediatePlan { state recoveredAt activatedBy { name } contentHash sections { openedAt } }";
        let plan = desk.case(shown).await["immediatePlan"].clone();
        assert_eq!((&plan["state"], &plan["activatedBy"]["name"]), (&json!("ACTIVE"), &json!("Wren Cedar")));
        assert_eq!(plan["recoveredAt"], "2026-03-04T15:00:00+00:00");
        assert_eq!(text(&plan["contentHash"]).len(), 64);
        for section in plan["sections"].as_array().unwrap() {
            assert_eq!(section["openedAt"], "2026-03-04T15:00:00+00:00");
        }
    }

    async fn rule_064_a_silent_section_waits_and_the_return_stands(world) {
        let desk = Desk::new(world).await;
        let episode = leaves(&desk).await;
        let plan = first_hours(&desk, "TRANSPORT").await;
        is_back(&desk, &episode).await;
        let shown = "whereabouts immediatePlan { state recoveredAt version sections { openedAt } }";
        let case = desk.case(shown).await;
        assert_eq!(case["whereabouts"], "RETURNED_ON_OWN");
        let kept = &case["immediatePlan"];
        assert_eq!((&kept["state"], &kept["recoveredAt"]), (&json!("DRAFT"), &json!("2026-03-04T15:00:00+00:00")));
        assert_eq!(kept["sections"][0]["openedAt"], Value::Null);
        let input = json!({ "id": plan, "expectedVersion": kept["version"], "recoveredAt": kept["recoveredAt"] });
        let who = &desk.team.specialist;
        let refused = desk.world.act(who, "immediatePlanActivate", "plan { id }", input.clone()).await;
        assert_eq!(refused.wrong(), ["sections.TRANSPORT REQUIRED"]);
        let says = json!({ "plan": plan, "section": "TRANSPORT", "expectedVersion": 1, "content": "Her aunt drives.", "unknownYet": false });
        desk.world.act(who, "immediateSectionWrite", "plan { id }", says).await.done();
        let active = desk.world.act(who, "immediatePlanActivate", "plan { state }", input).await;
        assert_eq!(active.done()["plan"]["state"], "ACTIVE");
    }
}
