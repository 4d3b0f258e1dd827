use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, goal};
use crate::both;
use crate::sharing::desk::added;
use crate::world::text;

const SHOWN: &str = "steps { text needsSharing shareWith missingRelease service { name } }";

both! {
    async fn rule_073_a_step_that_needs_sharing_says_which_release_is_missing(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        desk.step(&goal, json!({ "ownerName": "Aunt Linden" })).await.done();
        let seen = desk.see(&format!("goals {{ {SHOWN} }}")).await;
        let plain = json!({ "text": "Call the stable.", "needsSharing": false, "shareWith": null, "missingRelease": null, "service": null });
        assert_eq!(seen["goals"][0]["steps"], json!([plain]));
        let other = desk.goal("YOUTH", "See Juniper.").await;
        let sharing = json!({ "ownerName": "Aunt Linden", "needsSharing": true, "shareWith": "Moss Hollow" });
        desk.step(&other, sharing).await.done();
        let seen = desk.see(&format!("goals {{ {SHOWN} }}")).await;
        let step = &seen["goals"][1]["steps"][0];
        assert_eq!(step["missingRelease"], "No release on record covers sharing with Moss Hollow.");
    }

    async fn rule_073_a_step_is_held_against_the_releases_of_its_service(world) {
        let desk = crate::sharing::desk::Desk::new(world).await;
        let (team, world) = (&desk.team, &desk.world);
        let started = world.act(&team.specialist, "planStart", "plan { id version }", json!({ "case": team.case })).await;
        let plan = &started.done()["plan"];
        let goal = added(goal("YOUTH", "A safe bed."), json!({ "plan": plan["id"], "expectedVersion": plan["version"] }));
        let goal = world.act(&team.specialist, "planGoalAdd", "plan { goals { id } }", goal).await;
        let goal = text(&goal.done()["plan"]["goals"][0]["id"]);
        let shown = "goal { steps { missingRelease sharing { refusal recipient { name } release { id categories } } } }";
        let step = async |service: Value| {
            let input = json!({
                "goal": goal, "text": "Call the house.", "ownerName": "Wren", "dueOn": "2026-03-20", "needsSharing": true,
                "shareWith": "the house", "service": service,
            });
            world.act(&team.specialist, "planStepAdd", shown, input).await.done()["goal"]["steps"].clone()
        };
        // A name alone is covered by nothing.
        let none = step(Value::Null).await;
        assert_eq!(none[0]["sharing"], json!({ "refusal": "NO_RELEASE", "recipient": null, "release": null }));
        let none = step(json!(desk.service)).await;
        assert_eq!(none[1]["sharing"], json!({ "refusal": "NO_RELEASE", "recipient": { "name": "Fern House" }, "release": null }));
        let seen = async || {
            let document = "query($id: ID!) { case(id: $id) { plan { goals { steps { missingRelease \
                sharing { refusal recipient { name } release { id categories } } } } } } }";
            let answer = world.ask(&team.supervisor, document, json!({ "id": team.case })).await;
            (answer.data()["case"]["plan"]["goals"][0]["steps"][1].clone(), answer.statements)
        };
        desk.release(json!({ "recipient": desk.sibling })).await;
        assert_eq!(seen().await.0["sharing"]["refusal"], "RECIPIENT_MISMATCH");
        let release = desk.release(json!({})).await;
        let (covered, _) = seen().await;
        assert_eq!(covered["sharing"]["release"], json!({ "id": release, "categories": ["IDENTITY", "FAMILY"] }));
        assert_eq!((&covered["sharing"]["refusal"], &covered["missingRelease"]), (&Value::Null, &Value::Null));
        desk.withdraw(&release).await.done();
        let (gone, few) = seen().await;
        assert_eq!(gone["sharing"]["refusal"], "WITHDRAWN");
        assert_eq!(gone["missingRelease"], "No release on record covers sharing with the house.");
        // Many steps cost as many statements as two.
        for _ in 0..28 {
            step(json!(desk.sibling)).await;
        }
        assert_eq!(seen().await.1, few);
    }

    async fn rule_073_a_step_links_to_a_service_and_keeps_what_a_change_does_not_say(world) {
        let desk = Desk::new(world).await;
        let curator = desk.world.person("Maple Moss", &[Role::DirectoryCurator]).await;
        let service = json!({
            "name": "Fern House", "organizationName": "Moss Hollow", "category": "DROP_IN", "description": "Soup",
            "states": ["TX"], "capabilities": [], "languages": [], "capacity": "UNKNOWN", "state": "TX",
        });
        let made = desk.world.act(&curator, "serviceRecord", "service { id }", service).await;
        let service = text(&made.done()["service"]["id"]);
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        let unknown = json!({ "ownerName": "Aunt Linden", "service": goal });
        assert_eq!(desk.step(&goal, unknown).await.wrong(), ["service UNKNOWN_ID"]);
        let with = json!({ "ownerName": "Aunt Linden", "service": service, "needsSharing": true, "shareWith": "Moss Hollow" });
        let added = desk.step(&goal, with).await;
        let id = text(&added.done()["goal"]["steps"][0]["id"]);
        let change = |version: i64, with: Value| {
            let mut input = json!({
                "id": id, "expectedVersion": version, "text": "Call the stable.", "ownerName": "Aunt Linden",
                "dueOn": "2026-03-10", "state": "DOING",
            });
            for (field, value) in with.as_object().unwrap() {
                input[field] = value.clone();
            }
            input
        };
        let who = &desk.team.specialist;
        let shown = "step { needsSharing shareWith service { name } }";
        let kept = desk.world.act(who, "planStepChange", shown, change(1, json!({}))).await;
        let all = json!({ "needsSharing": true, "shareWith": "Moss Hollow", "service": { "name": "Fern House" } });
        assert_eq!(kept.done()["step"], all);
        let stale = change(1, json!({ "needsSharing": false, "shareWith": "Fern House" }));
        let conflict = desk.world.act(who, "planStepChange", shown, stale).await;
        assert_eq!(conflict.outcome()["fields"], json!([
            { "path": ["needsSharing"], "yours": "false", "theirs": "true" },
            { "path": ["shareWith"], "yours": "Fern House", "theirs": "Moss Hollow" },
        ]));
        let cleared = change(2, json!({ "needsSharing": false, "shareWith": null, "service": null }));
        let cleared = desk.world.act(who, "planStepChange", shown, cleared).await;
        assert_eq!(cleared.done()["step"], json!({ "needsSharing": false, "shareWith": null, "service": null }));
    }
}
