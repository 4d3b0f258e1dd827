//! The timeline of a case: what reaches into a time, in lanes, at a fixed cost.

use chrono::Duration;
use serde_json::{Value, json};

use super::desk::{Desk, at_both};

const HERON: &[(&str, &str)] = &[
    ("heron", "RESOURCE_SPECIALIST"),
    ("finch", "FAMILY_ADVOCATE"),
];

const DOCUMENT: &str = "query($id: ID!, $from: DateTime, $to: DateTime) { case(id: $id) { \
    timeline(from: $from, to: $to) { beginsAt endsAt cut \
    episodes { id infoReceivedAt recoveredAt } \
    plans { phases { state from until } immediate { writtenFrom activatedAt endedAt } \
        versions { number frozenAt } reviews { heldAt } nextReviewOn } \
    contacts { id occurredAt channel outcome } referrals { id createdAt state } \
    staffings { id at type } clocks { id title status startedAt dueAt metAt endedAt } } } }";

async fn timeline(
    desk: &Desk,
    who: &str,
    case: &str,
    from: Option<&str>,
    to: Option<&str>,
) -> Value {
    let asked = json!({ "id": case, "from": from, "to": to });
    desk.read(who, DOCUMENT, asked).await["case"]["timeline"].clone()
}

/// Logs a contact of then.
async fn contact(desk: &Desk, case: &str, at: &str) {
    let input = json!({
        "case": case, "occurredAt": at, "channel": "PHONE", "direction": "OUT", "needs": [], "crises": [],
        "outcome": "REACHED", "type": "CHECK_IN", "note": "The garden was spoken of.",
    });
    desk.done("finch", "contactLog", input, "contact { id }")
        .await;
}

async fn staffing(desk: &Desk, case: &str, at: &str) -> Value {
    let input = json!({ "type": "ONGOING", "at": at, "cases": [case] });
    desk.done(
        "spruce",
        "staffingSchedule",
        input,
        "staffing { id version }",
    )
    .await["staffing"]
        .clone()
}

fn instants(lane: &Value, field: &str) -> Vec<String> {
    let rows = lane.as_array().unwrap().iter();
    rows.map(|row| row[field].as_str().unwrap()[..10].to_owned())
        .collect()
}

at_both! {
    async fn a_time_is_asked_for_and_what_reaches_into_it_is_told(desk) {
        let case = desk.case("Juniper", HERON).await;
        for at in ["2026-01-10T15:00:00Z", "2026-03-10T15:00:00Z", "2026-05-10T15:00:00Z"] {
            contact(&desk, &case, at).await;
        }
        staffing(&desk, &case, "2026-06-10T15:00:00Z").await;
        let off = staffing(&desk, &case, "2026-06-12T15:00:00Z").await;
        let cancel = json!({ "id": off["id"], "expectedVersion": off["version"], "reason": "Rain." });
        desk.done("spruce", "staffingCancel", cancel, "staffing { id }").await;
        let all = timeline(&desk, "heron", &case, None, None).await;
        assert_eq!(instants(&all["contacts"], "occurredAt"), ["2026-01-10", "2026-03-10", "2026-05-10"]);
        assert_eq!(instants(&all["staffings"], "at"), ["2026-06-10"], "a cancelled one is not there");
        assert_eq!((&all["beginsAt"].as_str().unwrap()[..10], &all["endsAt"].as_str().unwrap()[..10]), ("2026-01-10", "2026-06-10"));
        let spring = timeline(&desk, "heron", &case, Some("2026-03-10T15:00:00Z"), Some("2026-05-10T15:00:00Z")).await;
        assert_eq!(instants(&spring["contacts"], "occurredAt"), ["2026-03-10"], "with its beginning, without its end");
        assert_eq!((&spring["staffings"], &spring["cut"]), (&json!([]), &json!([])));
        let wrong = json!({ "id": case, "from": "2026-03-10T15:00:00Z", "to": "2026-03-10T15:00:00Z" });
        let answer = desk.ask("heron", DOCUMENT, wrong).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_REQUEST", "{answer:#}");
    }

    async fn what_lasts_is_told_wherever_it_reaches_into_the_time(desk) {
        let case = desk.case("Juniper", HERON).await;
        let away = json!({ "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
        let opened = desk.done("heron", "episodeOpen", away, "episode { id }").await;
        desk.later(Duration::days(20));
        let seen = timeline(&desk, "heron", &case, Some("2026-06-10T00:00:00Z"), None).await;
        assert_eq!(seen["episodes"][0]["recoveredAt"], Value::Null, "it goes on");
        assert!(!seen["clocks"].as_array().unwrap().is_empty(), "and so do its clocks");
        let back = json!({ "id": opened["episode"]["id"], "expectedVersion": 1, "how": "RETURNED_ON_OWN", "location": "PLACEMENT" });
        desk.done("heron", "recoveryRecord", back, "episode { id }").await;
        desk.later(Duration::days(20));
        let before = timeline(&desk, "heron", &case, None, Some("2026-05-20T00:00:00Z")).await;
        let after = timeline(&desk, "heron", &case, Some("2026-07-01T00:00:00Z"), None).await;
        assert_eq!((&before["episodes"], &after["episodes"]), (&json!([]), &json!([])));
        let within = timeline(&desk, "heron", &case, Some("2026-06-01T00:00:00Z"), Some("2026-06-02T00:00:00Z")).await;
        assert_eq!(within["episodes"].as_array().unwrap().len(), 1);
    }

    async fn what_one_may_not_see_is_empty_and_a_case_out_of_reach_is_not_there(desk) {
        let case = desk.case("Juniper", HERON).await;
        contact(&desk, &case, "2026-03-10T15:00:00Z").await;
        let none = desk.read("plover", DOCUMENT, json!({ "id": case })).await;
        assert_eq!(none["case"], Value::Null);
        let volunteer = desk.case("Linden", &[("wren", "VOLUNTEER")]).await;
        let seen = desk.read("wren", DOCUMENT, json!({ "id": volunteer })).await;
        assert_eq!(seen["case"], json!({ "timeline": null }), "rule 32");
    }

    async fn the_timeline_costs_the_same_for_more_rows(desk) {
        let case = desk.case("Juniper", HERON).await;
        let mut costs = Vec::new();
        for rows in [30, 300] {
            for minute in 0..rows {
                contact(&desk, &case, &format!("2026-03-{:02}T1{}:{:02}:00Z", 1 + minute / 60, rows / 100, minute % 60)).await;
            }
            for minute in 0..rows / 10 {
                staffing(&desk, &case, &format!("2026-07-0{}T15:{minute:02}:00Z", 1 + rows / 100)).await;
            }
            let (answer, cost) = desk.counted("heron", DOCUMENT, json!({ "id": case })).await;
            assert!(answer.get("errors").is_none(), "{answer:#}");
            costs.push((cost, answer["data"]["case"]["timeline"]["contacts"].as_array().unwrap().len()));
        }
        assert_eq!(costs[0].0, costs[1].0);
        assert_eq!((costs[0].1, costs[1].1), (30, 330));
    }

    async fn a_lane_with_more_than_fits_says_so_and_a_shorter_time_tells_the_rest(desk) {
        let case = desk.case("Juniper", HERON).await;
        contact(&desk, &case, "2026-03-01T10:00:00Z").await;
        for n in 0..500 {
            contact(&desk, &case, &format!("2026-04-{:02}T{:02}:00:00Z", 1 + n / 24, n % 24)).await;
        }
        let all = timeline(&desk, "heron", &case, None, None).await;
        assert_eq!((all["contacts"].as_array().unwrap().len(), &all["cut"]), (500, &json!(["CONTACTS"])));
        let later = timeline(&desk, "heron", &case, Some("2026-04-21T00:00:00Z"), None).await;
        assert_eq!((later["contacts"].as_array().unwrap().len(), &later["cut"]), (20, &json!([])));
    }
}
