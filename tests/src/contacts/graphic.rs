//! Contacts that are hard to read (rule 126).

use serde_json::json;

use super::phone::log;
use crate::both;

both! {
    async fn rule_126_a_contact_says_that_it_is_hard_to_read_and_what_it_is_about(world) {
        let team = world.team().await;
        let told = json!({ "note": "Her uncle hit her again.", "graphic": true, "contentNote": "about violence at home" });
        log(&world, &team.advocate, &team.case, told).await.done();
        world.later(chrono::Duration::minutes(1));
        log(&world, &team.advocate, &team.case, json!({ "note": "She has slept." })).await.done();
        // Each way to the narrative has the mark beside it, so that no list has to show it open.
        let node = "edges { node { note graphic contentNote } }";
        let kept = json!([
            { "node": { "note": "She has slept.", "graphic": false, "contentNote": null } },
            { "node": { "note": "Her uncle hit her again.", "graphic": true, "contentNote": "about violence at home" } },
        ]);
        let document = format!("query($id: ID!) {{ case(id: $id) {{ contacts {{ {node} }} }} contacts {{ {node} }} }}");
        let seen = world.ask(&team.specialist, &document, json!({ "id": team.case })).await;
        assert_eq!(seen.data()["case"]["contacts"]["edges"], kept);
        assert_eq!(seen.data()["contacts"]["edges"], kept);
    }

    async fn rule_126_the_content_note_is_one_line_and_never_needed(world) {
        let team = world.team().await;
        let long = json!({ "graphic": true, "contentNote": "calm ".repeat(41) });
        assert_eq!(log(&world, &team.advocate, &team.case, long).await.wrong(), ["contentNote TOO_LONG"]);
        log(&world, &team.advocate, &team.case, json!({ "graphic": true, "contentNote": " " })).await.done();
        let document = "query($id: ID!) { case(id: $id) { contacts { edges { node { graphic contentNote } } } } }";
        let seen = world.ask(&team.advocate, document, json!({ "id": team.case })).await;
        let node = &seen.data()["case"]["contacts"]["edges"][0]["node"];
        assert_eq!(*node, json!({ "graphic": true, "contentNote": null }));
    }
}
