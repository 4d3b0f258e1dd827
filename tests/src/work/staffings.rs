use serde_json::{Value, json};

use super::desk::{Desk, at_both};

const HERON: &[(&str, &str)] = &[("heron", "RESOURCE_SPECIALIST")];

fn input(at: &str, cases: &[&str]) -> Value {
    json!({ "type": "ONGOING", "at": at, "purpose": "Where to sleep next week.", "cases": cases })
}

async fn schedule(desk: &Desk, who: &str, at: &str, cases: &[&str]) -> String {
    let made = desk
        .done(who, "staffingSchedule", input(at, cases), "staffing { id }")
        .await;
    made["staffing"]["id"].as_str().unwrap().to_owned()
}

async fn next_of(desk: &Desk, who: &str, case: &str) -> Value {
    let query = "query($id: ID!) { case(id: $id) { nextStaffingAt } }";
    desk.read(who, query, json!({ "id": case })).await["case"]["nextStaffingAt"].clone()
}

at_both! {
    async fn a_staffing_shows_the_cases_one_may_see_and_its_purpose_is_sealed(desk) {
        let juniper = desk.case("Juniper", HERON).await;
        let linden = desk.case("Linden", &[]).await;
        schedule(&desk, "spruce", "2026-06-10T15:00:00Z", &[&juniper, &linden]).await;
        let node = "type at purpose cancelled facilitator { name } cases { alias }";
        let heron = desk.all("heron", "staffings", "", node).await;
        insta::allow_duplicates! {
            insta::assert_json_snapshot!(heron, @r#"
            [
              {
                "at": "2026-06-10T15:00:00+00:00",
                "cancelled": false,
                "cases": [
                  {
                    "alias": "Juniper"
                  }
                ],
                "facilitator": {
                  "name": "spruce"
                },
                "purpose": "Where to sleep next week.",
                "type": "ONGOING"
              }
            ]
            "#);
        }
        let spruce = desk.all("spruce", "staffings", "", node).await;
        assert_eq!(spruce[0]["cases"].as_array().unwrap().len(), 2);
        for name in ["plover", "cedar", "finch"] {
            assert!(desk.all(name, "staffings", "", "at").await.is_empty(), "{name}");
        }
        let volunteer = desk.ask("wren", "{ staffings { edges { node { at } } } }", json!({})).await;
        assert_eq!(volunteer["errors"][0]["extensions"]["code"], "FORBIDDEN");
        let sealed = desk.bytes("SELECT purpose FROM staffing").await;
        assert!(sealed.iter().all(|purpose| !purpose.windows(5).any(|part| part == b"sleep")));
    }

    async fn the_next_staffing_of_a_case_is_the_earliest_that_comes(desk) {
        let juniper = desk.case("Juniper", HERON).await;
        assert_eq!(next_of(&desk, "heron", &juniper).await, Value::Null);
        schedule(&desk, "heron", "2026-06-20T15:00:00Z", &[&juniper]).await;
        let sooner = schedule(&desk, "spruce", "2026-06-02T15:00:00Z", &[&juniper]).await;
        schedule(&desk, "spruce", "2026-06-10T15:00:00Z", &[&juniper]).await;
        assert_eq!(next_of(&desk, "heron", &juniper).await, "2026-06-02T15:00:00+00:00");
        let cancel = json!({ "id": sooner, "expectedVersion": 1, "reason": "The road is closed." });
        let done = desk.done("spruce", "staffingCancel", cancel.clone(), "staffing { cancelled version }").await;
        assert_eq!(done["staffing"], json!({ "cancelled": true, "version": 2 }));
        assert_eq!(next_of(&desk, "heron", &juniper).await, "2026-06-10T15:00:00+00:00");
        // Days go by without anybody writing.
        desk.later(chrono::Duration::days(15));
        assert_eq!(next_of(&desk, "heron", &juniper).await, "2026-06-20T15:00:00+00:00");
        let within = async |days: i32| {
            let filter = format!("filter: {{ staffingWithinDays: {days} }}");
            desk.all("heron", "cases", &filter, "alias").await.len()
        };
        assert_eq!((within(7).await, within(14).await), (0, 1), "the filter looks past what has been, too");
        desk.later(chrono::Duration::days(15));
        assert_eq!(next_of(&desk, "heron", &juniper).await, Value::Null);
    }

    async fn every_case_on_the_agenda_is_asked_for(desk) {
        let juniper = desk.case("Juniper", &[("heron", "RESOURCE_SPECIALIST"), ("finch", "FAMILY_ADVOCATE")]).await;
        let linden = desk.case("Linden", &[]).await;
        let both = desk.act("heron", "staffingSchedule", input("2026-06-10T15:00:00Z", &[&juniper, &linden]), "staffing { id }").await;
        assert_eq!(both["__typename"], "NotFoundProblem", "one case out of reach, and none is staffed");
        let role = desk.act("finch", "staffingSchedule", input("2026-06-10T15:00:00Z", &[&juniper]), "staffing { id }").await;
        assert_eq!(role, json!({ "__typename": "ForbiddenProblem", "why": "role_may_not" }));
        let past = desk.act("heron", "staffingSchedule", input("2026-05-01T15:00:00Z", &[&juniper]), "staffing { id }").await;
        assert_eq!(past["fields"], json!([{ "path": ["at"], "code": "IN_THE_PAST" }]));
        let none = desk.act("heron", "staffingSchedule", input("2026-06-10T15:00:00Z", &[]), "staffing { id }").await;
        assert_eq!(none["fields"], json!([{ "path": ["cases"], "code": "REQUIRED" }]));
        assert!(desk.all("spruce", "staffings", "", "at").await.is_empty());
    }

    async fn a_staffing_is_cancelled_once_and_not_by_the_uninvolved(desk) {
        let juniper = desk.case("Juniper", HERON).await;
        let id = schedule(&desk, "spruce", "2026-06-10T15:00:00Z", &[&juniper]).await;
        let input = |version: i32| json!({ "id": id, "expectedVersion": version, "reason": "Rain." });
        let no = desk.act("cedar", "staffingCancel", input(1), "staffing { id }").await;
        assert_eq!(no["__typename"], "NotFoundProblem");
        let stale = desk.act("heron", "staffingCancel", input(7), "staffing { id }").await;
        assert_eq!(stale["__typename"], "ConflictProblem");
        desk.done("heron", "staffingCancel", input(1), "staffing { id }").await;
        let twice = desk.act("heron", "staffingCancel", input(2), "staffing { id }").await;
        assert_eq!(twice["fields"], json!([{ "path": ["id"], "code": "NOT_ALLOWED_HERE" }]));
    }

    async fn lists_of_staffings_cost_the_same_for_more_rows(desk) {
        let juniper = desk.case("Juniper", HERON).await;
        let linden = desk.case("Linden", HERON).await;
        let list = "{ staffings(first: 100) { edges { node { purpose facilitator { name } cases { alias } } } } }";
        let nested = "{ cases { edges { node { nextStaffingAt staffings(first: 2) { edges { node { at purpose } } pageInfo { hasNextPage } } } } } }";
        let mut costs = Vec::new();
        for rows in [3, 30] {
            for minute in 0..rows {
                let at = format!("2026-06-10T15:{minute:02}:0{}Z", rows / 10);
                schedule(&desk, "spruce", &at, &[&juniper, &linden]).await;
            }
            let (answer, one) = desk.counted("heron", list, json!({})).await;
            assert!(answer.get("errors").is_none(), "{answer:#}");
            let (answer, two) = desk.counted("heron", nested, json!({})).await;
            let page = &answer["data"]["cases"]["edges"][0]["node"]["staffings"];
            assert_eq!((page["edges"].as_array().unwrap().len(), &page["pageInfo"]["hasNextPage"]), (2, &json!(true)));
            costs.push((one, two));
        }
        assert_eq!(costs[0], costs[1]);
    }
}
