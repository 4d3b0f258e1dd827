use serde_json::{Value, json};

use super::desk::{Desk, at_both};

async fn verify(desk: &Desk, service: &str, version: i32) {
    let input = json!({ "id": service, "expectedVersion": version, "capacity": "WAITLIST" });
    desk.done("otter", "serviceVerify", input, "service { id }")
        .await;
}

async fn names(desk: &Desk, filter: &str) -> Vec<String> {
    let mut names: Vec<String> = desk
        .all(
            "heron",
            "services",
            &format!("filter: {{ {filter} }}"),
            "name",
        )
        .await
        .iter()
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

at_both! {
    async fn rule_081_stale_is_labelled_says_by_whom_and_sorts_below_verified(desk) {
        let old = desk.service("Alder House", json!({})).await;
        verify(&desk, &old, 1).await;
        desk.later(chrono::Duration::days(181));
        let new = desk.service("Willow House", json!({})).await;
        verify(&desk, &new, 1).await;
        desk.service("Birch House", json!({})).await;
        let rows = desk
            .all("heron", "services", "", "name verification verifiedOn verifiedBy { name }")
            .await;
        insta::allow_duplicates! {
            insta::assert_json_snapshot!(rows, @r#"
            [
              {
                "name": "Willow House",
                "verification": "VERIFIED",
                "verifiedBy": {
                  "name": "otter"
                },
                "verifiedOn": "2026-11-25"
              },
              {
                "name": "Alder House",
                "verification": "STALE",
                "verifiedBy": {
                  "name": "otter"
                },
                "verifiedOn": "2026-05-28"
              },
              {
                "name": "Birch House",
                "verification": "UNVERIFIED",
                "verifiedBy": null,
                "verifiedOn": null
              }
            ]
            "#);
        }
    }

    async fn rule_083_filters_narrow_together_and_words_begin_words(desk) {
        desk.service("Fern House", json!({
            "states": ["TX", "OK"], "capabilities": ["ACCEPTS_MALE", "NO_LOCKDOWN"], "minimumAge": 12,
            "maximumAge": 17, "languages": ["English", "Spanish"],
        })).await;
        desk.service("Fern Clinic", json!({
            "category": "TRAUMA_THERAPY", "capabilities": ["ACCEPTS_MALE"], "capacity": "NO_CAPACITY",
        })).await;
        desk.service("Ca\u{f1}on Legal", json!({
            "category": "LEGAL_REPRESENTATION", "states": ["NM"], "description": "Court dates, \"papers\"",
        })).await;
        let of = async |filter: &str| names(&desk, filter).await;
        assert_eq!(of("words: \"fer hou\"").await, ["Fern House"]);
        assert_eq!(of("words: \"CANON pap\"").await, ["Ca\u{f1}on Legal"]);
        assert_eq!(of("words: \"moss\"").await.len(), 3, "the organisation's words count");
        assert_eq!(of("words: \"ouse\", exact: true").await, [""; 0], "words begin words");
        assert_eq!(of("words: \"'\\\"*:&|!() OR\"").await, [""; 0], "nothing in words commands");
        assert_eq!(of("states: [OK, NM]").await, ["Ca\u{f1}on Legal", "Fern House"]);
        assert_eq!(of("capabilities: [ACCEPTS_MALE, NO_LOCKDOWN]").await, ["Fern House"]);
        assert_eq!(of("categories: [TRAUMA_THERAPY, LEGAL_REPRESENTATION]").await.len(), 2);
        assert_eq!(of("age: 11, capabilities: [ACCEPTS_MALE]").await, ["Fern Clinic"]);
        assert_eq!(of("language: \"Spanish\"").await, ["Fern House"]);
        assert_eq!(of("capacities: [NO_CAPACITY]").await, ["Fern Clinic"]);
        assert_eq!(of("words: \"fern\", states: [TX], categories: [DROP_IN]").await, ["Fern House"]);
        assert_eq!(of("words: \"fern\", states: [NM]").await, [""; 0]);
    }

    async fn rule_045_a_confidential_city_is_neither_kept_nor_found(desk) {
        let input = json!({
            "name": "Haven", "organizationName": "Moss Hollow", "category": "EMERGENCY_SHELTER",
            "description": "Nights", "states": ["TX"], "capabilities": ["CONFIDENTIAL_LOCATION"],
            "languages": [], "capacity": "UNKNOWN", "state": "TX", "city": "Fernville",
        });
        let refused = desk.act("otter", "serviceRecord", input, "service { id }").await;
        assert_eq!(refused["fields"], json!([{ "path": ["city"], "code": "NOT_ALLOWED_HERE" }]));
        let open = desk.service("Open House", json!({ "city": "Fernville" })).await;
        let query = "query($id: ID!) { service(id: $id) { city } }";
        let city = async || desk.read("heron", query, json!({ "id": open })).await["service"]["city"].clone();
        assert_eq!(city().await, "Fernville");
        assert_eq!(names(&desk, "words: \"fernville\"").await, [""; 0]);
        // As if it had come from elsewhere: what is there is not shown.
        let sql = "INSERT INTO service_capability (service_id, capability) SELECT id, 'confidential_location' FROM service";
        desk.world.execute(sql).await;
        assert_eq!(city().await, Value::Null);
    }

    async fn only_curators_record_and_a_stale_write_gets_both_values(desk) {
        let id = desk.service("Fern House", json!({})).await;
        let mut input = json!({
            "id": id, "expectedVersion": 1, "name": "Fern Home", "organizationName": "Moss Hollow",
            "category": "DROP_IN", "description": "Warm meals and showers", "states": ["TX"],
            "capabilities": ["SURVIVOR_LED"], "languages": ["English"], "capacity": "WAITLIST", "state": "TX",
        });
        let refused = desk.act("heron", "serviceRecord", input.clone(), "service { id }").await;
        assert_eq!(refused, json!({ "__typename": "ForbiddenProblem", "why": "role_may_not" }));
        desk.done("otter", "serviceRecord", input.clone(), "service { id }").await;
        assert_eq!(names(&desk, "words: \"home\", capabilities: [SURVIVOR_LED]").await, ["Fern Home"]);
        assert_eq!(names(&desk, "words: \"house\"").await, [""; 0], "found by its new words alone");
        input["name"] = "Fern Place".into();
        let stale = desk.act("otter", "serviceRecord", input, "service { id }").await;
        assert_eq!(stale["__typename"], "ConflictProblem");
        assert_eq!((&stale["expectedVersion"], &stale["currentVersion"]), (&json!(1), &json!(2)));
        assert_eq!(stale["fields"], json!([{ "path": ["name"], "yours": "Fern Place", "theirs": "Fern Home" }]));
    }

    async fn what_has_ended_is_shown_by_its_id_and_not_offered(desk) {
        let id = desk.service("Fern House", json!({ "closed": true })).await;
        assert_eq!(names(&desk, "").await, [""; 0]);
        let query = "query($id: ID!) { service(id: $id) { name verification } }";
        let found = desk.read("heron", query, json!({ "id": id })).await;
        assert_eq!(found["service"], json!({ "name": "Fern House", "verification": "CLOSED" }));
    }

    async fn who_has_no_part_in_the_work_sees_no_service(desk) {
        let id = desk.service("Fern House", json!({})).await;
        for name in ["wren", "sorrel"] {
            let list = desk.ask(name, "{ services { edges { node { name } } } }", json!({})).await;
            assert_eq!(list["errors"][0]["extensions"]["code"], "FORBIDDEN", "{name}");
            let one = desk.read(name, "query($id: ID!) { service(id: $id) { name } }", json!({ "id": id })).await;
            assert_eq!(one["service"], Value::Null, "{name}");
        }
    }

    async fn a_list_costs_as_many_statements_with_300_rows_as_with_30(desk) {
        let document = "{ services(first: 100) { edges { node { name states capabilities languages verifiedBy { name } } } } }";
        let mut costs = Vec::new();
        let mut made = 0;
        for rows in [30, 300] {
            while made < rows {
                let id = desk.service(&format!("House {made}"), json!({ "capabilities": ["SURVIVOR_LED"] })).await;
                if made % 3 == 0 {
                    verify(&desk, &id, 1).await;
                }
                made += 1;
            }
            let (answer, statements) = desk.counted("heron", document, json!({})).await;
            assert_eq!(answer["data"]["services"]["edges"].as_array().unwrap().len(), rows.min(100));
            costs.push(statements);
        }
        assert_eq!(costs[0], costs[1]);
    }
}
