//! A directory that stays true: what was checked, how, and what waits for a curator.

use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use super::desk::{Desk, at_both};

async fn version(desk: &Desk, service: &str) -> Value {
    let query = "query($id: ID!) { service(id: $id) { version } }";
    desk.read("otter", query, json!({ "id": service })).await["service"]["version"].clone()
}

async fn verify(desk: &Desk, service: &str, with: Value) -> Value {
    let mut input = json!({ "id": service, "expectedVersion": version(desk, service).await, "capacity": "WAITLIST" });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    desk.act("otter", "serviceVerify", input, "service { id version }")
        .await
}

async fn stated(desk: &Desk, who: &str, service: &str) -> Value {
    let query = "query($id: ID!) { service(id: $id) { capabilities statedCapabilities { capability \
        evidence { method words on recordedBy { name } } } } }";
    desk.read(who, query, json!({ "id": service })).await["service"].clone()
}

const VETTINGS: &str = "query($id: ID!, $first: Int, $after: String) { serviceVettings(service: $id, first: $first, after: $after) { \
    edges { node { verifiedOn verifiedBy { name } method confirmed capacity notes } } pageInfo { hasNextPage endCursor } } }";

async fn tasks(desk: &Desk, kind: &str) -> Vec<Value> {
    desk.all(
        "otter",
        "directoryTasks",
        &format!("kind: {kind}"),
        "changed service { name }",
    )
    .await
}

async fn count(desk: &Desk, kind: &str) -> Value {
    let counts = desk
        .read("otter", "{ directoryTaskCounts { kind count } }", json!({}))
        .await;
    let counts = counts["directoryTaskCounts"].as_array().unwrap();
    counts.iter().find(|one| one["kind"] == kind).unwrap()["count"].clone()
}

at_both! {
    async fn rule_081_each_time_that_somebody_checked_is_kept_newest_first(desk) {
        let id = desk.service("Fern House", json!({})).await;
        verify(&desk, &id, json!({})).await;
        desk.later(chrono::Duration::days(3));
        verify(&desk, &id, json!({
            "capacity": "NO_CAPACITY", "method": "VISIT", "confirmed": ["CAPACITY", "CONTACT"],
            "notes": "Behind the brook: ask for zq1heronfeather",
        })).await;
        let of = async |who: &str| desk.read(who, VETTINGS, json!({ "id": id, "first": 5 })).await["serviceVettings"].clone();
        let kept = json!([
            { "node": { "verifiedOn": "2026-05-31", "verifiedBy": { "name": "otter" }, "method": "VISIT",
                "confirmed": ["CONTACT", "CAPACITY"], "capacity": "NO_CAPACITY", "notes": "Behind the brook: ask for zq1heronfeather" } },
            { "node": { "verifiedOn": "2026-05-28", "verifiedBy": { "name": "otter" }, "method": null,
                "confirmed": ["CAPACITY"], "capacity": "WAITLIST", "notes": null } },
        ]);
        assert_eq!(of("otter").await["edges"], kept);
        // Who works with cases sees that it was checked, and not what curators note (rule 80).
        let seen = of("heron").await;
        assert_eq!(seen["edges"][0]["node"]["verifiedOn"], "2026-05-31");
        assert_eq!(seen["edges"][0]["node"]["notes"], Value::Null);
        let notes = desk.bytes("SELECT notes FROM service_vetting WHERE notes IS NOT NULL").await;
        assert!(!notes.iter().any(|note| String::from_utf8_lossy(note).contains("heronfeather")), "sealed");
        let page = desk.read("otter", VETTINGS, json!({ "id": id, "first": 1 })).await["serviceVettings"].clone();
        assert_eq!(page["pageInfo"]["hasNextPage"], true);
        let next = json!({ "id": id, "first": 1, "after": page["pageInfo"]["endCursor"] });
        let next = desk.read("otter", VETTINGS, next).await["serviceVettings"]["edges"].clone();
        assert_eq!(next, json!([kept[1]]));
        for name in ["wren", "sorrel"] {
            let none = desk.ask(name, VETTINGS, json!({ "id": id })).await;
            assert_eq!(none["errors"][0]["extensions"]["code"], "NOT_FOUND", "{name}: {none}");
        }
    }

    async fn rule_081_what_was_checked_is_never_changed_or_taken_away(desk) {
        let id = desk.service("Fern House", json!({})).await;
        verify(&desk, &id, json!({})).await;
        for sql in ["UPDATE service_vetting SET confirmed = ''", "DELETE FROM service_vetting"] {
            let db = desk.world.sql().await;
            let done = db.execute_raw(Statement::from_string(db.get_database_backend(), sql)).await;
            assert!(done.is_err(), "{sql}");
            db.close().await.unwrap();
        }
    }

    async fn rule_082_a_capability_is_what_it_says_of_itself_until_there_is_evidence(desk) {
        let evidence = json!([{ "capability": "LICENSED_FOR_MINORS", "method": "DOCUMENT_SEEN",
            "words": "License to 2027, seen at intake", "on": "2026-05-01" }]);
        let id = desk.service("Fern House", json!({
            "capabilities": ["LICENSED_FOR_MINORS", "NO_LOCKDOWN"], "evidence": evidence,
        })).await;
        let seen = json!({ "method": "DOCUMENT_SEEN", "words": "License to 2027, seen at intake", "on": "2026-05-01",
            "recordedBy": { "name": "otter" } });
        let found = stated(&desk, "heron", &id).await;
        assert_eq!(found["capabilities"], json!(["LICENSED_FOR_MINORS", "NO_LOCKDOWN"]));
        assert_eq!(found["statedCapabilities"], json!([
            { "capability": "LICENSED_FOR_MINORS", "evidence": seen },
            { "capability": "NO_LOCKDOWN", "evidence": null },
        ]));
        // To check adds, and leaves what is known of others.
        let call = json!({ "evidence": [{ "capability": "NO_LOCKDOWN", "method": "CALL", "words": "Doors open from inside" }] });
        assert_eq!(verify(&desk, &id, call).await["__typename"], "ServiceVerifySuccess");
        let found = stated(&desk, "heron", &id).await["statedCapabilities"].clone();
        assert_eq!(found[0]["evidence"], seen);
        assert_eq!((&found[1]["evidence"]["method"], &found[1]["evidence"]["on"]), (&json!("CALL"), &json!("2026-05-28")));
        // What is not stated any more has no evidence any more either.
        let mut change = json!({
            "id": id, "expectedVersion": version(&desk, &id).await, "name": "Fern House", "organizationName": "Moss Hollow",
            "category": "DROP_IN", "description": "Tea", "states": ["TX"], "capabilities": ["LICENSED_FOR_MINORS"],
            "languages": [], "capacity": "UNKNOWN", "state": "TX",
        });
        desk.done("otter", "serviceRecord", change.clone(), "service { id }").await;
        assert_eq!(stated(&desk, "heron", &id).await["statedCapabilities"], json!([{ "capability": "LICENSED_FOR_MINORS", "evidence": seen }]));
        change["expectedVersion"] = version(&desk, &id).await;
        change["evidence"] = json!([]);
        desk.done("otter", "serviceRecord", change, "service { id }").await;
        assert_eq!(stated(&desk, "heron", &id).await["statedCapabilities"][0]["evidence"], Value::Null);
    }

    async fn rule_082_evidence_is_for_what_is_stated_has_been_and_tells_no_confidential_place(desk) {
        let id = desk.service("Fern House", json!({ "capabilities": ["NO_LOCKDOWN", "CONFIDENTIAL_LOCATION"] })).await;
        let of = |capability: &str, words: &str, on: &str| json!({ "evidence": [{
            "capability": capability, "method": "VISIT", "words": words, "on": on }] });
        for (with, path) in [
            (of("SURVIVOR_LED", "Met them", "2026-05-01"), json!(["evidence"])),
            (of("NO_LOCKDOWN", "Met them", "2026-06-30"), json!(["evidence", 0, "on"])),
            (of("NO_LOCKDOWN", " ", "2026-05-01"), json!(["evidence", 0, "words"])),
            (of("CONFIDENTIAL_LOCATION", "Was there", "2026-05-01"), json!(["evidence", 0, "capability"])),
        ] {
            let refused = verify(&desk, &id, with.clone()).await;
            let told: Vec<String> = refused["fields"][0]["path"].as_array().unwrap().iter().map(|part| part.to_string().replace('"', "")).collect();
            let wanted: Vec<String> = path.as_array().unwrap().iter().map(|part| part.to_string().replace('"', "")).collect();
            assert_eq!(told, wanted, "{with}: {refused}");
        }
        assert_eq!(desk.world.number("SELECT count(*) FROM capability_evidence").await, 0);
        assert_eq!(desk.world.number("SELECT count(*) FROM service_vetting").await, 0, "nothing of it stays");
    }

    async fn rule_081_what_nobody_checked_or_long_ago_waits_for_a_curator_until_it_is_done(desk) {
        let old = desk.service("Alder House", json!({})).await;
        verify(&desk, &old, json!({})).await;
        desk.later(chrono::Duration::days(181));
        let new = desk.service("Birch House", json!({})).await;
        desk.service("Cedar House", json!({ "state": "OK", "states": ["OK"] })).await;
        let named = |rows: Vec<Value>| rows.iter().map(|row| row["service"]["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        assert_eq!(named(tasks(&desk, "STALE").await), ["Alder House"]);
        assert_eq!(named(tasks(&desk, "UNVERIFIED").await), ["Birch House", "Cedar House"]);
        let narrowed = desk.all("otter", "directoryTasks", "kind: UNVERIFIED, state: OK", "service { name }").await;
        assert_eq!(named(narrowed), ["Cedar House"]);
        assert_eq!((count(&desk, "STALE").await, count(&desk, "UNVERIFIED").await), (json!(1), json!(2)));
        verify(&desk, &old, json!({})).await;
        assert_eq!(count(&desk, "STALE").await, 0);
        let close = json!({ "id": new, "expectedVersion": version(&desk, &new).await });
        let refused = desk.act("heron", "serviceClose", close.clone(), "service { id }").await;
        assert_eq!(refused, json!({ "__typename": "ForbiddenProblem", "why": "role_may_not" }));
        let closed = desk.done("otter", "serviceClose", close.clone(), "service { verification }").await;
        assert_eq!(closed["service"]["verification"], "CLOSED");
        assert_eq!(named(tasks(&desk, "UNVERIFIED").await), ["Cedar House"]);
        assert_eq!(desk.act("otter", "serviceClose", close, "service { id }").await["__typename"], "ConflictProblem");
        for name in ["heron", "wren", "spruce"] {
            for query in ["{ directoryTasks(kind: STALE) { edges { cursor } } }", "{ directoryTaskCounts { count } }"] {
                let none = desk.ask(name, query, json!({})).await;
                assert_eq!(none["errors"][0]["extensions"]["code"], "FORBIDDEN", "{name}");
            }
        }
    }

    async fn a_page_of_work_costs_as_many_statements_with_300_rows_as_with_30(desk) {
        let list = "query($kind: DirectoryTaskKind!) { directoryTasks(kind: $kind, first: 100) { edges { node { since changed \
            service { name statedCapabilities { evidence { recordedBy { name } } } verifiedBy { name } } waiting { name organizationName } } } } \
            directoryTaskCounts { count } }";
        let mut costs = Vec::new();
        let mut made = 0;
        for rows in [30, 300] {
            while made < rows {
                desk.service(&format!("House {made}"), json!({ "capabilities": ["SURVIVOR_LED"], "evidence": [
                    { "capability": "SURVIVOR_LED", "method": "CALL", "words": "Board list" }] })).await;
                made += 1;
            }
            desk.world.execute("DELETE FROM service_mark").await;
            desk.world.execute("INSERT INTO service_mark (service_id, why, org_id, fields, since) \
                SELECT id, 'answered', org_id, 'capacity', created_at FROM service").await;
            let mut cost = Vec::new();
            for kind in ["UNVERIFIED", "ANSWERED"] {
                let (answer, statements) = desk.counted("otter", list, json!({ "kind": kind })).await;
                let edges = answer["data"]["directoryTasks"]["edges"].as_array().unwrap();
                assert_eq!(edges.len(), rows.min(100), "{kind}");
                cost.push(statements);
            }
            costs.push(cost);
        }
        assert_eq!(costs[0], costs[1]);
        assert_eq!(count(&desk, "ANSWERED").await, 100, "nobody counts further");
    }
}
