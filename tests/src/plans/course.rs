//! How plans went, within a time: phases, the plan of the first hours, what was frozen.

use chrono::Duration;
use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;

async fn course(desk: &Desk, span: &str) -> Value {
    let fields = format!(
        "timeline{span} {{ plans {{ phases {{ state from until }} immediate {{ writtenFrom activatedAt endedAt }} \
         versions {{ number frozenAt }} reviews {{ heldAt }} nextReviewOn }} }}"
    );
    desk.case(&fields).await["timeline"]["plans"].clone()
}

/// "ACTIVE 2026-03-05 to 2026-03-07".
fn told(phases: &Value) -> Vec<String> {
    let day = |instant: &Value| {
        instant
            .as_str()
            .map_or("now".to_owned(), |at| at[..10].to_owned())
    };
    let phases = phases.as_array().unwrap().iter();
    phases
        .map(|one| {
            let state = one["state"].as_str().unwrap();
            format!("{state} {} to {}", day(&one["from"]), day(&one["until"]))
        })
        .collect()
}

async fn later(desk: Desk, days: i64) -> Desk {
    desk.world.later(Duration::days(days));
    desk.again().await
}

both! {
    async fn rule_071_the_timeline_tells_what_a_plan_was_from_when_to_when(world) {
        let desk = later(Desk::new(world).await, 1).await;
        desk.active().await;
        let desk = later(desk, 2).await;
        desk.go("PAUSED").await.done();
        let desk = later(desk, 3).await;
        desk.review("2026-03-12").await.done();
        desk.act("planActivate", json!({})).await.done();
        let desk = later(desk, 4).await;
        desk.end().await.done();
        let desk = later(desk, 5).await;
        let all = course(&desk, "").await;
        assert_eq!(told(&all["phases"]), [
            "DRAFT 2026-03-04 to 2026-03-05",
            "ACTIVE 2026-03-05 to 2026-03-07",
            "PAUSED 2026-03-07 to 2026-03-10",
            "ACTIVE 2026-03-10 to 2026-03-14",
        ], "what has ended is nothing that lasts");
        assert_eq!(all["versions"].as_array().unwrap().len(), 2);
        assert_eq!(all["nextReviewOn"], Value::Null);
        // A second plan follows; a pause of the first is told by the time it lies in.
        let started = json!({ "case": desk.team.case });
        desk.world.act(&desk.team.specialist, "planStart", "plan { id }", started).await.done();
        let paused = course(&desk, "(from: \"2026-03-08T00:00:00Z\", to: \"2026-03-09T00:00:00Z\")").await;
        assert_eq!(told(&paused["phases"]), ["PAUSED 2026-03-07 to 2026-03-10"]);
        assert_eq!(paused["versions"], json!([]));
        let now = course(&desk, "(from: \"2026-03-18T00:00:00Z\")").await;
        assert_eq!(told(&now["phases"]), ["DRAFT 2026-03-19 to now"]);
    }

    async fn rule_063_the_timeline_tells_when_the_immediate_plan_was_written_lived_by_and_done(world) {
        let desk = Desk::new(world).await;
        let who = &desk.team.specialist;
        let input = json!({ "case": desk.team.case });
        let shown = "plan { id sections { section version } }";
        let started = desk.world.act(who, "immediatePlanStart", shown, input).await;
        let plan = started.done()["plan"].clone();
        assert_eq!(course(&desk, "").await["immediate"], json!([
            { "writtenFrom": "2026-03-04T15:00:00+00:00", "activatedAt": null, "endedAt": null },
        ]));
        for section in plan["sections"].as_array().unwrap() {
            let input = json!({ "plan": plan["id"], "section": section["section"], "expectedVersion": section["version"], "unknownYet": true });
            desk.world.act(who, "immediateSectionWrite", "plan { id }", input).await.done();
        }
        let desk = later(desk, 1).await;
        let input = json!({ "id": plan["id"], "expectedVersion": 1, "recoveredAt": "2026-03-05T14:00:00Z" });
        let who = &desk.team.specialist;
        let activated = desk.world.act(who, "immediatePlanActivate", shown, input).await.done().clone();
        let desk = later(desk, 1).await;
        let who = &desk.team.specialist;
        let sections = activated["plan"]["sections"].as_array().unwrap().clone();
        for (nth, section) in sections.iter().enumerate() {
            let open = course(&desk, "").await["immediate"][0]["endedAt"].clone();
            assert_eq!(open, Value::Null, "{nth} of its steps are done, and not all");
            let input = json!({ "plan": plan["id"], "section": section["section"], "expectedVersion": section["version"], "doneAt": "2026-03-06T15:00:00Z" });
            desk.world.act(who, "immediateSectionDone", "plan { id }", input).await.done();
        }
        assert_eq!(course(&desk, "").await["immediate"], json!([{
            "writtenFrom": "2026-03-04T15:00:00+00:00",
            "activatedAt": "2026-03-05T15:00:00+00:00",
            "endedAt": "2026-03-06T15:00:00+00:00",
        }]));
        assert_eq!(course(&desk, "(from: \"2026-03-07T00:00:00Z\")").await["immediate"], json!([]));
    }
}
