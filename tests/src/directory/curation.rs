//! What an import leaves for a curator, and how what is known travels with a service.

use serde_json::{Value, json};
use server::access::Role;
use server::directory::hsds::Defaults;

use super::fixtures::{attribute, id, service, term};
use super::{asked, given, in_public, take};
use crate::both;
use crate::world::{Persona, World};

async fn tasks(world: &World, who: &Persona, kind: &str) -> Value {
    let query = "query($kind: DirectoryTaskKind!) { directoryTasks(kind: $kind) { edges { node { changed \
        service { id version name } waiting { id name organizationName description category state source } } } } }";
    let found = world.ask(who, query, json!({ "kind": kind })).await;
    let edges = found.data()["directoryTasks"]["edges"]
        .as_array()
        .unwrap()
        .clone();
    edges.into_iter().map(|edge| edge["node"].clone()).collect()
}

async fn first(world: &World, who: &Persona) -> Value {
    let query = "{ services { edges { node { id version } } } }";
    world.ask(who, query, json!({})).await.data()["services"]["edges"][0]["node"].clone()
}

async fn verify(world: &World, who: &Persona, of: &Value, evidence: Value) -> Value {
    let input = json!({ "id": of["id"], "expectedVersion": of["version"], "capacity": "UNKNOWN",
        "notes": "zq2heronfeather", "evidence": evidence });
    let done = world
        .act(who, "serviceVerify", "service { id version }", input)
        .await;
    done.done()["service"].clone()
}

/// An attribute of ours that says how it is known.
fn proven(n: u32, code: &str, words: &str, day: &str) -> Value {
    let mut attribute = attribute(n, &term(n + 1, code, 0x90));
    attribute["evidence"] =
        json!({ "method": "document_seen", "words": words, "date": day, "by_our_board": true });
    attribute
}

both! {
    async fn rule_083_a_waiting_service_is_completed_in_one_act_and_found(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        let heron = world.person("Heron", &[Role::ResourceSpecialist]).await;
        let mut unsaid = asked();
        unsaid.defaults = Defaults::default();
        take(&world, &[("services.json", json!([service(0x10, "Fern House"), service(0x30, "Fern Clinic")]))], &unsaid).await;
        let waiting = tasks(&world, &otter, "INCOMPLETE").await;
        let one = waiting[0]["waiting"].clone();
        assert_eq!((&one["name"], &one["organizationName"], &one["state"], &one["category"], &one["source"]),
            (&json!("Fern House"), &json!("Moss Legal"), &json!("TX"), &Value::Null, &json!("fern")));
        let input = json!({ "id": one["id"], "category": "DROP_IN", "state": "OK" });
        let shown = "service { name category state states city verification }";
        let refused = world.act(&heron, "serviceComplete", shown, input.clone()).await;
        assert!(refused.json.to_string().contains("ForbiddenProblem"));
        let node = "query($id: ID!) { node(id: $id) { id ... on WaitingService { name } } }";
        let seen = async |who: &Persona| world.ask(who, node, json!({ "id": one["id"] })).await.data()["node"]["name"].clone();
        assert_eq!((seen(&otter).await, seen(&heron).await), (json!("Fern House"), Value::Null));
        let done = world.act(&otter, "serviceComplete", shown, input.clone()).await;
        assert_eq!(done.done()["service"], json!({ "name": "Fern House", "category": "DROP_IN", "state": "OK",
            "states": ["OK", "TX"], "city": "Alderton", "verification": "UNVERIFIED" }));
        assert_eq!(tasks(&world, &otter, "INCOMPLETE").await.as_array().unwrap().len(), 1);
        assert_eq!(tasks(&world, &otter, "UNVERIFIED").await[0]["service"]["name"], "Fern House");
        let again = world.act(&otter, "serviceComplete", shown, input).await;
        assert!(again.json.to_string().contains("NotFoundProblem"), "it waits no more");
        let found = world.ask(&heron, "{ services(filter: { words: \"fern house\" }) { edges { node { name } } } }", json!({})).await;
        assert_eq!(found.data()["services"]["edges"].as_array().unwrap().len(), 1);
        // What its source does not say stays as the curator said it, when the source tells it anew.
        let mut anew = service(0x10, "Fern House");
        anew["alert"] = json!("Closed on Sunday");
        take(&world, &[("services.json", json!([anew]))], &unsaid).await;
        assert_eq!(world.number("SELECT count(*) FROM service WHERE category = 'drop_in'").await, 1);
    }

    async fn rule_081_a_source_that_says_something_else_than_was_checked_waits_for_a_curator(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        take(&world, &[("services.json", json!([service(0x10, "Fern House")]))], &asked()).await;
        let mut other = service(0x10, "Fern House");
        other["alert"] = json!("Closed on Sunday");
        take(&world, &[("services.json", json!([other.clone()]))], &asked()).await;
        assert_eq!(tasks(&world, &otter, "SOURCE_CHANGED").await, json!([]), "nobody had checked it");
        let checked = verify(&world, &otter, &first(&world, &otter).await, json!([])).await;
        other["last_modified"] = json!("2026-02-09T10:00:00.000Z");
        take(&world, &[("services.json", json!([other.clone()]))], &asked()).await;
        assert_eq!(tasks(&world, &otter, "SOURCE_CHANGED").await, json!([]), "it says nothing of the service");
        other["maximum_age"] = json!(17);
        other["alert"] = json!("Closed");
        take(&world, &[("services.json", json!([other]))], &asked()).await;
        let task = tasks(&world, &otter, "SOURCE_CHANGED").await[0].clone();
        assert_eq!((&task["changed"], &task["service"]["name"]), (&json!(["alert", "maximum_age"]), &json!("Fern House")));
        assert_ne!(task["service"]["version"], checked["version"]);
        verify(&world, &otter, &task["service"], json!([])).await;
        assert_eq!(tasks(&world, &otter, "SOURCE_CHANGED").await, json!([]), "a curator has looked");
    }

    async fn rule_082_evidence_of_a_source_is_taken_and_what_a_curator_knows_better_stays(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut told = service(0x10, "Fern House");
        told["attributes"] = json!([proven(0xa0, "survivor_led", "Board list", "2026-01-05"),
            proven(0xa4, "confidential_location", "Was there", "2026-01-05"), attribute(0xa8, &term(0xa9, "no_lockdown", 0x90))]);
        take(&world, &[("services.json", json!([told.clone()]))], &asked()).await;
        let query = "{ services { edges { node { statedCapabilities { capability evidence { method words on recordedBy { name } } } } } } }";
        let stated = async || world.ask(&otter, query, json!({})).await.data()["services"]["edges"][0]["node"]["statedCapabilities"].clone();
        let board = json!({ "method": "DOCUMENT_SEEN", "words": "Board list", "on": "2026-01-05", "recordedBy": null });
        assert_eq!(stated().await, json!([{ "capability": "SURVIVOR_LED", "evidence": board },
            { "capability": "NO_LOCKDOWN", "evidence": null }, { "capability": "CONFIDENTIAL_LOCATION", "evidence": null }]));
        let call = json!([{ "capability": "SURVIVOR_LED", "method": "CALL", "words": "Spoke with the board" }]);
        verify(&world, &otter, &first(&world, &otter).await, call).await;
        told["alert"] = json!("Closed on Sunday");
        take(&world, &[("services.json", json!([told]))], &asked()).await;
        assert_eq!(stated().await[0]["evidence"]["words"], "Spoke with the board");
    }
}

in_public! {
    async fn rule_080_evidence_leaves_with_the_entry_and_no_note_and_no_name_does(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut told = service(0x10, "Fern House");
        told["attributes"] = json!([proven(0xa0, "survivor_led", "Board list", "2026-01-05")]);
        take(&world, &[("services.json", json!([told]))], &asked()).await;
        let out = given(&world, true).await;
        let evidence = &out["services"][0]["attributes"][0]["evidence"];
        assert_eq!(evidence, &json!({ "method": "document_seen", "words": "Board list", "date": "2026-01-05", "by_our_board": true }));
        let call = json!([{ "capability": "SURVIVOR_LED", "method": "CALL", "words": "Spoke with the board" }]);
        verify(&world, &otter, &first(&world, &otter).await, call).await;
        let mut told = vec![given(&world, true).await.to_string(), given(&world, false).await.to_string()];
        for path in ["services?full=true", &format!("services/{}", id(0x10)), "organizations?full_service=true",
            "service_at_locations?full=true", "services?format=ndjson&full=true"] {
            let url = format!("{}/hsds/3.0/{path}", world.base);
            told.push(world.client().get(url).send().await.unwrap().text().await.unwrap());
        }
        for text in &told {
            assert!(text.contains("Spoke with the board"), "{text}");
            for word in ["zq2heronfeather", "Otter", "Board list"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}
