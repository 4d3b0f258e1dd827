use serde_json::json;

use super::notes::{SHOWN, added, correct, observation, record, seen};
use crate::both;

both! {
    async fn a_correction_keeps_what_stood_before(world) {
        let team = world.team().await;
        let made = record(&world, &team.advocate, &team.case, json!({})).await.done()["observation"].clone();
        let with = json!({ "narrative": "Her cousin found a second phone.", "observedOn": "2026-03-02" });
        let done = correct(&world, &team.specialist, &made, with).await.done()["observation"].clone();
        assert_eq!(done["narrative"], "Her cousin found a second phone.");
        assert_eq!(done["recordedBy"]["name"], "Wren Cedar");
        let before = json!([{
            "narrative": "Her aunt found a second phone under the bed.", "reason": "Heard it again.",
            "correctedBy": { "name": "Wren Cedar" },
        }]);
        assert_eq!(done["earlier"], before);
        // The list holds it once, as it stands.
        let list = seen(&world, &team.advocate, &team.case, "observations { edges { node { version observedOn } } }").await;
        assert_eq!(list["observations"]["edges"], json!([{ "node": { "version": 2, "observedOn": "2026-03-02" } }]));
        let none = correct(&world, &team.specialist, &done, json!({ "followUp": null, "reason": " " })).await;
        assert_eq!(none.wrong(), ["reason REQUIRED", "followUp REQUIRED"]);
        // Nothing takes one away, and what stood before cannot be changed.
        assert!(!server::graphql::sdl().contains("observationDelete"));
        let held = world.sql().await;
        let changed = sea_orm::ConnectionTrait::execute_unprepared(&held, "UPDATE observation_past SET version = 9").await;
        assert!(changed.is_err());
    }

    async fn a_stale_correction_shows_both(world) {
        let team = world.team().await;
        let made = record(&world, &team.advocate, &team.case, json!({})).await.done()["observation"].clone();
        correct(&world, &team.specialist, &made, json!({ "narrative": "Theirs." })).await.done();
        let input = observation(json!({
            "id": made["id"], "expectedVersion": 1, "reason": "Mine.", "narrative": "Mine.",
        }));
        let document = format!(
            "mutation($input: ObservationCorrectInput!) {{ it: observationCorrect(input: $input) {{ \
                ... on ObservationCorrectSuccess {{ observation {{ {SHOWN} }} }} \
                ... on ConflictProblem {{ currentVersion fields {{ path yours theirs }} }} }} }}"
        );
        let input = added(input, json!({ "clientMutationKey": world.key() }));
        let answer = world.ask(&team.advocate, &document, json!({ "input": input })).await;
        let both = json!({ "currentVersion": 2, "fields": [{ "path": ["narrative"], "yours": "Mine.", "theirs": "Theirs." }] });
        assert_eq!(answer.data()["it"], both);
    }

    async fn a_correction_to_a_mandated_report_starts_its_clock(world) {
        let team = world.team().await;
        let made = record(&world, &team.advocate, &team.case, json!({})).await.done()["observation"].clone();
        correct(&world, &team.advocate, &made, json!({ "followUp": "MANDATED_REPORT" })).await.done();
        let running = seen(&world, &team.advocate, &team.case, "runningClocks { code }").await;
        assert_eq!(running["runningClocks"], json!([{ "code": "cps_report" }]));
    }
}
