//! What else five years leave on a case: what was noticed, screened, reported, thought, agreed.

use serde_json::{Value, json};

use super::desk::Desk;

pub const OBSERVATIONS: usize = 60;
const SCREENINGS: usize = 5;
const REPORTS: usize = 10;
const RELEASES: usize = 20;
const CUSTODY: [&str; 5] = ["KIN", "PARENT", "KIN", "PARENT", "KIN"];

/// Writes it all down.
pub async fn live(desk: &mut Desk, case: &str) {
    for n in 0..OBSERVATIONS {
        let input = json!({
            "case": case, "kind": "INDICATOR", "code": "PHYS_SECRET_PHONE_OR_MULTIPLE_NUMBER_APPS",
            "observedOn": day(n), "source": "TOLD_BY_FAMILY", "narrative": "Her aunt found a second phone.", "followUp": "ASK_MORE",
        });
        desk.act("observationRecord", "observation { id }", input)
            .await;
    }
    for n in 0..SCREENINGS {
        let input = json!({
            "case": case, "tool": "A tool", "toolVersion": "2", "administeredOn": day(n), "administrator": "Dr. Rowan",
            "resultText": "To talk again.", "licenceConfirmed": false,
        });
        desk.act("screeningRecord", "screening { id }", input).await;
    }
    for _ in 0..REPORTS {
        let input = json!({ "case": case, "reportedTo": "FBI", "method": "ONLINE" });
        desk.act("reportMadeRecord", "report { id }", input).await;
    }
    for kind in ["FAMILIAL", "GANG_CONTROLLED"] {
        let input = json!({ "case": case, "type": kind, "asOf": day(1), "source": "RECORD" });
        desk.act("traffickingTypeRecord", "entry { id }", input)
            .await;
    }
    releases(desk, case).await;
    for custody in CUSTODY {
        let version = version(desk, case).await;
        let input = json!({
            "id": case, "expectedVersion": version, "legalCustody": custody, "since": "2025-03-01", "reason": "An order.",
        });
        desk.act("caseFactsChange", "case { id }", input).await;
    }
}

/// Whether all of it is on the page that was read.
pub fn is_there(seen: &Value) {
    let count = |list: &Value| list.as_array().map_or(0, Vec::len);
    assert_eq!(
        count(&seen["observations"]["edges"]),
        OBSERVATIONS.min(25),
        "{seen}"
    );
    assert_eq!(
        count(&seen["releases"]["edges"]),
        RELEASES.min(25),
        "{seen}"
    );
    assert_eq!(count(&seen["screenings"]), SCREENINGS, "{seen}");
    assert_eq!(count(&seen["reportsMade"]), REPORTS, "{seen}");
    assert_eq!(count(&seen["traffickingTypes"]), 2, "{seen}");
    assert_eq!(count(&seen["factChanges"]), CUSTODY.len(), "{seen}");
}

async fn releases(desk: &mut Desk, case: &str) {
    let document = "query($id: ID!) { case(id: $id) { people { id role } } services(first: 1) { edges { node { id } } } }";
    let seen = desk.ask(document, &json!({ "id": case })).await;
    let people = seen["case"]["people"].as_array().unwrap();
    let child = people.iter().find(|one| one["role"] == "CHILD").unwrap();
    let service = &seen["services"]["edges"][0]["node"]["id"];
    for _ in 0..RELEASES {
        let input = json!({
            "case": case, "person": child["id"], "recipient": service, "categories": ["IDENTITY", "FAMILY"],
            "purpose": "REFERRAL", "methods": ["PAPER", "VERBAL"], "explainedHow": "Read together, line by line.",
            "explainedLanguage": "English", "consequencesExplained": true, "servicesDoNotDepend": true,
            "signerPolicy": "MINOR_AND_PARENT",
        });
        desk.act("releaseDraft", "release { id }", input).await;
    }
}

async fn version(desk: &mut Desk, case: &str) -> Value {
    let document = "query($id: ID!) { case(id: $id) { version } }";
    desk.ask(document, &json!({ "id": case })).await["case"]["version"].take()
}

fn day(n: usize) -> String {
    format!("2025-{:02}-{:02}", n % 12 + 1, n % 28 + 1)
}
