use serde_json::{Value, json};

use super::notes::{added, seen};
use crate::both;

fn screening(case: &str, with: Value) -> Value {
    added(
        json!({
            "case": case, "tool": "A tool of the clinic", "toolVersion": "2", "administeredOn": "2026-03-01",
            "administrator": "Dr. Rowan, Example County clinic", "resultText": "They see a need to talk again.",
            "licenceConfirmed": true,
        }),
        with,
    )
}

both! {
    async fn rule_008_screening_done_elsewhere_is_a_reference_and_nothing_more(world) {
        let team = world.team().await;
        let record = async |with| world.act(&team.specialist, "screeningRecord", "screening { id }", screening(&team.case, with)).await;
        record(json!({})).await.done();
        // There is no place for a tool's items or for what they add up to.
        for field in ["items", "answers", "score", "total", "scoring"] {
            let refused = record(json!({ field: 3 })).await;
            assert_eq!(refused.codes(), ["VALIDATION_FAILED"], "{field}");
        }
        for number in ["14", "14/20", " 0.7 "] {
            assert_eq!(record(json!({ "resultText": number })).await.wrong(), ["resultText NOT_ALLOWED_HERE"]);
        }
        assert_eq!(record(json!({ "tool": " " })).await.wrong(), ["tool REQUIRED"]);
        assert_eq!(record(json!({ "administeredOn": "2026-04-01" })).await.wrong(), ["administeredOn IN_THE_FUTURE"]);
        let fields = "screenings { tool toolVersion administeredOn administrator resultText licenceConfirmed recordedBy { name } }";
        let kept = json!([{
            "tool": "A tool of the clinic", "toolVersion": "2", "administeredOn": "2026-03-01",
            "administrator": "Dr. Rowan, Example County clinic", "resultText": "They see a need to talk again.",
            "licenceConfirmed": true, "recordedBy": { "name": "Wren Cedar" },
        }]);
        assert_eq!(seen(&world, &team.advocate, &team.case, fields).await["screenings"], kept);
        let refused = world.act(&team.advocate, "screeningRecord", "screening { id }", screening(&team.case, json!({}))).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
        assert_eq!(columns_of_screening(), ["administered_on", "administrator", "licence_confirmed", "result_text", "tool", "tool_version"]);
    }

    async fn a_report_says_to_whom_when_by_whom_and_its_number(world) {
        let team = world.team().await;
        let record = async |with| {
            let input = added(json!({ "case": team.case, "reportedTo": "CYBERTIPLINE", "method": "ONLINE" }), with);
            world.act(&team.advocate, "reportMadeRecord", "report { id }", input).await
        };
        assert_eq!(record(json!({})).await.wrong(), ["kind REQUIRED"]);
        assert_eq!(record(json!({ "reportedTo": "OTHER" })).await.wrong(), ["agency REQUIRED"]);
        let ahead = json!({ "kind": "SEXTORTION", "filedAt": "2026-03-05T00:00:00Z" });
        assert_eq!(record(ahead).await.wrong(), ["filedAt IN_THE_FUTURE"]);
        let first = json!({ "kind": "CHILD_SEX_TRAFFICKING", "filedAt": "2026-03-02T10:00:00Z", "filedBy": "The school", "reference": "CT-0142" });
        record(first).await.done();
        record(json!({ "reportedTo": "LAW_ENFORCEMENT", "method": "PHONE" })).await.done();
        let fields = "reportsMade { reportedTo kind filedAt filedBy reference recordedBy { name } }";
        let kept = json!([
            { "reportedTo": "LAW_ENFORCEMENT", "kind": null, "filedAt": "2026-03-04T15:00:00+00:00", "filedBy": null,
              "reference": null, "recordedBy": { "name": "Fern Fir" } },
            { "reportedTo": "CYBERTIPLINE", "kind": "CHILD_SEX_TRAFFICKING", "filedAt": "2026-03-02T10:00:00+00:00",
              "filedBy": "The school", "reference": "CT-0142", "recordedBy": { "name": "Fern Fir" } },
        ]);
        assert_eq!(seen(&world, &team.specialist, &team.case, fields).await["reportsMade"], kept);
    }
}

/// What the input of a screening asks for, beside where it belongs.
fn columns_of_screening() -> Vec<String> {
    let schema = server::graphql::sdl();
    let input = schema.split("input ScreeningRecordInput {").nth(1).unwrap();
    let input = input.split("\n}").next().unwrap();
    let fields = input
        .lines()
        .filter_map(|line| line.trim().split_once(": "));
    let mut names: Vec<String> = fields
        .map(|(name, _)| name.chars().flat_map(snake).collect())
        .filter(|name: &String| !["case", "client_mutation_key"].contains(&name.as_str()))
        .collect();
    names.sort();
    names
}

fn snake(letter: char) -> Vec<char> {
    if letter.is_uppercase() {
        vec!['_', letter.to_ascii_lowercase()]
    } else {
        vec![letter]
    }
}
