use serde_json::{Value, json};

use super::notes::{added, seen};
use crate::both;

const FIELDS: &str =
    "traffickingTypes { type asOf source note revisedReason replacedBy readings { category } }";

fn known(with: Value) -> Value {
    let least =
        json!({ "type": "NOT_YET_KNOWN", "asOf": "2026-03-03", "source": "TOLD_BY_PROFESSIONAL" });
    added(least, with)
}

both! {
    async fn rule_006_the_type_is_several_sourced_dated_and_revised_with_its_history(world) {
        let team = world.team().await;
        let record = async |with| {
            let input = added(known(with), json!({ "case": team.case }));
            world.act(&team.specialist, "traffickingTypeRecord", "entry { id version frameworkVersion }", input).await
        };
        // A case has none until somebody knows something; nothing asks for it.
        assert_eq!(seen(&world, &team.specialist, &team.case, FIELDS).await["traffickingTypes"], json!([]));
        let first = record(json!({})).await.done()["entry"].clone();
        assert_eq!(first["frameworkVersion"], "ncmec-four-types");
        assert_eq!(record(json!({})).await.wrong(), ["type NOT_ALLOWED_HERE"]);
        world.later(chrono::Duration::minutes(1));
        record(json!({ "type": "FAMILIAL" })).await.done();
        world.later(chrono::Duration::minutes(1));
        let revise = async |id: &Value, version: i64, with| {
            let input = added(json!({ "id": id, "expectedVersion": version, "reason": "She told us more." }), with);
            world.act(&team.specialist, "traffickingTypeRevise", "entry { id version type }", input).await
        };
        let taken = known(json!({ "type": "FAMILIAL" }));
        assert_eq!(revise(&first["id"], 1, json!({ "instead": taken })).await.wrong(), ["instead.type NOT_ALLOWED_HERE"]);
        let instead = known(json!({ "type": "GANG_CONTROLLED", "note": "A group in the next county." }));
        let new = revise(&first["id"], 1, json!({ "instead": instead })).await.done()["entry"].clone();
        assert_eq!(new["type"], "GANG_CONTROLLED");
        assert_eq!(revise(&first["id"], 1, json!({})).await.problem(), "ConflictProblem");
        assert_eq!(revise(&first["id"], 2, json!({})).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        let all = json!([
            { "type": "GANG_CONTROLLED", "asOf": "2026-03-03", "source": "TOLD_BY_PROFESSIONAL", "note": "A group in the next county.",
              "revisedReason": null, "replacedBy": null, "readings": [{ "category": "NONFAMILIAL" }] },
            { "type": "FAMILIAL", "asOf": "2026-03-03", "source": "TOLD_BY_PROFESSIONAL", "note": null,
              "revisedReason": null, "replacedBy": null, "readings": [{ "category": "FAMILIAL" }] },
            { "type": "NOT_YET_KNOWN", "asOf": "2026-03-03", "source": "TOLD_BY_PROFESSIONAL", "note": null,
              "revisedReason": "She told us more.", "replacedBy": new["id"], "readings": [] },
        ]);
        assert_eq!(seen(&world, &team.specialist, &team.case, FIELDS).await["traffickingTypes"], all);
        // What was thought no longer may be thought again, or be set aside with nothing in its place.
        let again = record(json!({})).await.done()["entry"]["id"].clone();
        revise(&again, 1, json!({})).await.done();
        let refused = world.act(&team.advocate, "traffickingTypeRecord", "entry { id }", added(known(json!({})), json!({ "case": team.case }))).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
    }
}

/// Neither a request nor the opening of a case has a field for it.
#[test]
fn rule_006_intake_has_no_place_for_the_type() {
    let schema = server::graphql::sdl();
    for input in ["RequestRecordInput", "RequestOpenCaseInput"] {
        let fields = schema.split(&format!("input {input} {{")).nth(1).unwrap();
        let fields = fields.split("\n}").next().unwrap().to_lowercase();
        assert!(fields.contains("clientmutationkey"));
        assert!(!fields.contains("trafficking"), "{input}");
    }
}
