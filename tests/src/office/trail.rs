//! The trail: what is in it, what is not, and who reads it (rules 35, 36).

use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, on_both, request_input, text};
use crate::world::Persona;

const ENTRY: &str = "act outcome targetType changedFields reason actor { name }";

async fn history(desk: &Desk, who: &Persona, case: &str) -> Value {
    let document = format!(
        "query($id: ID!) {{ case(id: $id) {{ history(first: 100) {{ edges {{ node {{ {ENTRY} }} }} }} }} }}"
    );
    let answer = desk.ask(who, &document, json!({"id": case})).await;
    answer["data"]["case"]["history"].clone()
}

async fn trail(desk: &Desk, who: &Persona) -> Vec<Value> {
    let document = format!("{{ auditTrail(first: 100) {{ edges {{ node {{ {ENTRY} }} }} }} }}");
    nodes(&desk.ask(who, &document, json!({})).await["data"]["auditTrail"])
}

fn nodes(connection: &Value) -> Vec<Value> {
    let edges = connection["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{connection}"));
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

fn told(entries: &[Value]) -> Vec<String> {
    let part = |entry: &Value, name: &str| entry[name].as_str().unwrap_or("-").to_owned();
    entries
        .iter()
        .map(|entry| {
            let actor = entry["actor"]["name"].as_str().unwrap_or("-");
            format!(
                "{actor} {} {} {}",
                part(entry, "act"),
                part(entry, "outcome"),
                part(entry, "targetType")
            )
        })
        .collect()
}

/// Shows the case's number for a reason.
async fn reveal_number(desk: &Desk, who: &Persona, case: &str) {
    let input = json!({"id": case, "field": "CASE_NUMBER", "reason": "For the court's form."});
    let shown = desk.act(who, "reveal", input, "revealed { value }").await;
    assert_eq!(shown["__typename"], "RevealSuccess", "{shown}");
}

on_both! {
    async fn rule_035_each_read_and_each_change_leaves_its_entry_and_each_refusal(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let sedge = desk.person("sedge", &[Role::Analyst]).await;
        let wren = desk.person("wren", &[Role::PrivacyOfficer]).await;
        let id = desk.request(&fern).await;
        desk.act(&fern, "requestAnswer", json!({"id": id, "expectedVersion": 1, "note": "Yes."}), "__typename").await;
        desk.act(&sedge, "requestRecord", request_input(), "__typename").await;
        let mut entries = told(&trail(&desk, &wren).await);
        entries.retain(|entry| !entry.contains("SIGN_IN") && !entry.contains("USER_CREATE"));
        assert_eq!(entries, [
            "sedge REQUEST_RECORD REFUSED -",
            "fern READ SEEN REQUEST",
            "fern REQUEST_ANSWER DONE REQUEST",
            "fern READ SEEN REQUEST",
            "fern REQUEST_RECORD DONE REQUEST",
        ]);
        // Reading the trail leaves an entry too.
        assert_eq!(told(&trail(&desk, &wren).await)[0], "wren READ SEEN AUDIT_ENTRY");
    }

    async fn rule_035_a_cases_history_is_for_its_supervisor(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let briar = desk.person("briar", &[Role::ResourceSpecialist]).await;
        let case = desk.case(&fern, "Heron").await;
        desk.assign(&fern, &case, &briar, "RESOURCE_SPECIALIST").await;
        reveal_number(&desk, &briar, &case).await;
        assert_eq!(history(&desk, &briar, &case).await, Value::Null);
        let entries = nodes(&history(&desk, &fern, &case).await);
        let revealed = entries.iter().find(|entry| entry["act"] == "IDENTITY_REVEAL").unwrap();
        assert_eq!(revealed, &json!({
            "act": "IDENTITY_REVEAL", "outcome": "DONE", "targetType": "CASE", "changedFields": ["case_number"],
            "reason": "For the court's form.", "actor": {"name": "briar"},
        }));
        let opened = told(&entries);
        assert!(opened.contains(&"fern CASE_OPEN DONE CASE".to_owned()), "{opened:?}");
        assert!(opened.contains(&"fern CASE_ASSIGN DONE ASSIGNMENT".to_owned()), "{opened:?}");
    }

    async fn the_privacy_officer_sees_that_there_was_a_reason_and_not_what_it_was(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let wren = desk.person("wren", &[Role::PrivacyOfficer]).await;
        let case = desk.case(&fern, "Heron").await;
        reveal_number(&desk, &fern, &case).await;
        let entries = trail(&desk, &wren).await;
        let revealed = entries.iter().find(|entry| entry["act"] == "IDENTITY_REVEAL").unwrap();
        assert_eq!((&revealed["changedFields"], &revealed["reason"]), (&json!(["case_number"]), &Value::Null));
        // Who supervises the case as well opens it; the reason of a request's reveal has another key.
        let both = desk.person("rowan", &[Role::PrivacyOfficer, Role::Supervisor]).await;
        let own = desk.case(&both, "Egret").await;
        reveal_number(&desk, &both, &own).await;
        let request = desk.request(&both).await;
        desk.act(&both, "reveal", json!({"id": request, "field": "REQUESTER_PHONE", "reason": "To call."}), "__typename").await;
        let reasons: Vec<Value> = trail(&desk, &both).await.into_iter().map(|entry| entry["reason"].clone()).filter(|reason| !reason.is_null()).collect();
        assert_eq!(reasons, [json!("For the court's form.")]);
    }

    async fn rule_029_the_trail_ends_at_the_organisation(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let reed = desk.stranger("reed", &[Role::PrivacyOfficer, Role::Supervisor]).await;
        let case = desk.case(&fern, "Heron").await;
        let entries = told(&trail(&desk, &reed).await);
        assert!(!entries.is_empty() && entries.iter().all(|entry| !entry.starts_with("fern")), "{entries:?}");
        assert_eq!(history(&desk, &reed, &case).await, Value::Null);
        for (name, role) in [("alder", Role::Admin), ("sedge", Role::Supervisor)] {
            let who = desk.person(name, &[role]).await;
            let refused = desk.ask(&who, "{ auditTrail { edges { cursor } } }", json!({})).await;
            assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{name}");
        }
    }

    async fn the_trail_comes_page_by_page_without_a_gap(desk) {
        let wren = desk.person("wren", &[Role::PrivacyOfficer, Role::Intake]).await;
        for _ in 0..4 {
            desk.request(&wren).await;
        }
        let document = "query($after: String) { auditTrail(first: 3, after: $after) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }";
        let (mut seen, mut after) = (Vec::new(), Value::Null);
        let whole = desk.column("SELECT CAST(count(*) AS text) FROM audit_entry WHERE actor_id IS NOT NULL OR target_type IS NOT NULL").await;
        loop {
            let page = desk.ask(&wren, document, json!({"after": after})).await["data"]["auditTrail"].clone();
            seen.extend(nodes(&page).iter().map(|node| text(&node["id"])));
            assert_eq!(page["pageInfo"]["hasPreviousPage"], json!(!after.is_null()));
            after = page["pageInfo"]["endCursor"].clone();
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
        }
        let mut apart = seen.clone();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), seen.len());
        // What was there before the first page; each page's own read comes before it.
        assert_eq!(seen.len().to_string(), whole[0]);
    }

    async fn rule_036_entries_hold_no_personal_value(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let briar = desk.person("briar", &[Role::ResourceSpecialist]).await;
        let mut input = request_input();
        for (field, value) in [
            ("requesterName", "Canary Willow"), ("requesterPhone", "555-0177 canary"),
            ("requesterOrganization", "Canary County"), ("situation", "canary situation"),
        ] {
            input[field] = json!(value);
        }
        let recorded = desk.act(&fern, "requestRecord", input, "request { id }").await;
        let request = text(&recorded["request"]["id"]);
        desk.act(&fern, "requestAnswer", json!({"id": request, "expectedVersion": 1, "note": "canary note"}), "__typename").await;
        desk.act(&fern, "reveal", json!({"id": request, "field": "REQUESTER_PHONE", "reason": "canary reason"}), "__typename").await;
        let opened = desk.act(&fern, "requestOpenCase", json!({
            "id": request, "expectedVersion": 2, "alias": "Canary", "legalName": "Canary Brook", "birthDate": "canary 2011",
            "pronouns": "canary", "legalCustody": "KIN", "summary": "canary summary",
        }), "case { id people { id name } }").await;
        let case = text(&opened["case"]["id"]);
        let person = text(&opened["case"]["people"][0]["id"]);
        desk.act(&fern, "reveal", json!({"id": person, "field": "LEGAL_NAME", "reason": "canary reason"}), "__typename").await;
        desk.assign(&fern, &case, &briar, "RESOURCE_SPECIALIST").await;
        desk.act(&fern, "draftSave", json!({"form": "case", "version": 0, "content": "\"canary\""}), "__typename").await;
        desk.ask(&fern, "{ find(words: \"Canary\") { alias } requests { edges { node { situation } } } }", json!({})).await;
        // A refusal names no value either.
        desk.act(&briar, "requestOpenCase", json!({"id": request, "expectedVersion": 1, "alias": "Canary", "legalCustody": "KIN"}), "__typename").await;
        let columns = "act outcome why target_type ids fields purpose";
        let mut looked = 0;
        for column in columns.split(' ') {
            for value in desk.column(&format!("SELECT {column} FROM audit_entry")).await {
                assert!(!value.to_lowercase().contains("canary") && !value.contains("555"), "{column}: {value}");
                looked += usize::from(!value.is_empty());
            }
        }
        for reason in desk.bytes("SELECT reason FROM audit_entry WHERE reason IS NOT NULL").await {
            assert!(!reason.windows(6).any(|part| part.eq_ignore_ascii_case(b"canary")));
            looked += 1;
        }
        assert!(looked > 40, "{looked}");
    }
}
