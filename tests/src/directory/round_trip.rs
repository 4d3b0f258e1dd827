//! What goes in comes out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Imported, asked, fixtures, given, spec, take};
use crate::both;
use crate::world::World;

/// What each object with an id says by itself, wherever it stands; empty lists say nothing.
fn said(value: &Value, of: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| said(one, of)),
        Value::Object(object) => {
            if let Some(id) = object.get("id").and_then(Value::as_str) {
                let own = of.entry(id.to_owned()).or_default();
                for (field, value) in object {
                    let nested = |one: &Value| one.get("id").is_some();
                    let parts =
                        nested(value) || value.as_array().is_some_and(|all| all.iter().all(nested));
                    if !parts {
                        own.insert(format!("{field}: {value}"));
                    }
                }
            }
            object.values().for_each(|one| said(one, of));
        }
        _ => {}
    }
}

/// Imports, exports and compares; then imports what was exported, which changes nothing.
async fn there_and_back(world: &World, files: &[(&str, Value)]) -> Value {
    let (done, told) = take(world, files, &asked()).await;
    assert_eq!(done.refused, 0, "{told:?}");
    let out = given(world, false).await;
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    files.iter().for_each(|(_, value)| said(value, &mut before));
    said(&out, &mut after);
    for (id, facts) in &before {
        let kept = after
            .get(id)
            .unwrap_or_else(|| panic!("{id} is lost: {facts:?}"));
        let lost: Vec<_> = facts.difference(kept).collect();
        assert!(lost.is_empty(), "{id}: {lost:?}");
    }
    // The same again is nothing new, from the source and from what came out.
    let same = Imported {
        same: done.new,
        ..Imported::default()
    };
    assert_eq!(take(world, files, &asked()).await.0, same);
    let names: Vec<String> = out
        .as_object()
        .unwrap()
        .keys()
        .map(|name| format!("{name}.json"))
        .collect();
    let again: Vec<(&str, Value)> = names
        .iter()
        .map(String::as_str)
        .zip(out.as_object().unwrap().values().cloned())
        .collect();
    let mut other = asked();
    other.organization = "Heath".to_owned();
    server::accounts::users::organization_named(&world.app, "Heath")
        .await
        .unwrap();
    let (done, told) = take(world, &again, &other).await;
    assert_eq!(done.refused, 0, "{told:?}");
    out
}

fn valid(out: &Value) {
    let Some(folder) = spec::folder() else { return };
    let compiled = |name: &str| spec::schema(&folder, &format!("compiled/{name}.json"));
    let plain = |name: &str| spec::plain(&folder, &format!("{name}.json"));
    for (list, schema) in [
        ("services", compiled("service")),
        ("organizations", compiled("organization")),
        ("service_at_locations", compiled("service_at_location")),
        ("locations", plain("location")),
        ("taxonomies", plain("taxonomy")),
        ("taxonomy_terms", plain("taxonomy_term")),
    ] {
        for (n, one) in out[list].as_array().unwrap().iter().enumerate() {
            spec::holds(&schema, one, &format!("{list} {n}"));
        }
    }
}

both! {
    async fn rule_078_what_goes_in_comes_out_with_what_we_do_not_know_and_what_is_of_3_1(world) {
        world.person("Otter", &[server::access::Role::DirectoryCurator]).await;
        let files = [("services.json", json!([fixtures::service(0x10, "Fern House"), fixtures::service(0x30, "Fern Clinic")]))];
        let out = there_and_back(&world, &files).await;
        assert_eq!(out["services"].as_array().unwrap().len(), 2);
        assert_eq!(out["services"][0]["organization"]["additional_websites"][0]["label"], "Court");
        assert_eq!(out["services"][0]["service_at_locations"][0]["location"]["addresses"][0]["city"], "Alderton");
        assert_eq!(out["services"][0]["not_in_any_standard"], json!({ "colour": "green", "steps": [1, 2.5, null] }));
        valid(&out);
    }

    async fn rule_078_what_a_curator_changed_between_comes_out_and_is_valid(world) {
        let otter = world.person("Otter", &[server::access::Role::DirectoryCurator]).await;
        let mut files = vec![fixtures::service(0x10, "Fern House")];
        files.extend(spec::folder().map(|folder| spec::read(&folder.join("3.0/examples/service_full.json"))));
        let files = [("services.json", json!(files))];
        take(&world, &files, &asked()).await;
        let query = "{ services(filter: { words: \"fern\" }) { edges { node { id version } } } }";
        let found = world.ask(&otter, query, json!({})).await.data()["services"]["edges"][0]["node"].clone();
        let change = json!({
            "id": found["id"], "expectedVersion": found["version"], "name": "Fern Home", "organizationName": "Moss Legal",
            "category": "LEGAL_REPRESENTATION", "description": "Papers, court days and rides", "states": ["TX", "OK"],
            "capabilities": ["SURVIVOR_LED", "NO_LOCKDOWN"], "languages": ["Spanish"], "capacity": "WAITLIST", "state": "TX",
            "maximumAge": 24, "evidence": [{ "capability": "SURVIVOR_LED", "method": "CALL", "words": "Spoke with the board" }],
        });
        let done = world.act(&otter, "serviceRecord", "service { id version }", change).await;
        let done = done.done()["service"].clone();
        let verify = json!({ "id": done["id"], "expectedVersion": done["version"], "capacity": "WAITLIST", "notes": "Nice people" });
        world.act(&otter, "serviceVerify", "service { id }", verify).await.done();
        let out = given(&world, false).await;
        valid(&out);
        let one = out["services"].as_array().unwrap().iter().find(|one| one["name"] == "Fern Home").unwrap().clone();
        assert_eq!((&one["maximum_age"], &one["description"]), (&json!(24), &json!("Papers, court days and rides")));
        assert!(one["minimum_age"].is_null(), "what a curator took away is away");
        assert!(one["assured_date"].is_string());
        assert_eq!(one["not_in_any_standard"], json!({ "colour": "green", "steps": [1, 2.5, null] }));
        let proven = one["attributes"].as_array().unwrap().iter().find(|one| one["value"] == "survivor_led").unwrap();
        assert_eq!(proven["evidence"]["words"], "Spoke with the board");
        // What came out goes in elsewhere with all of it, and comes out of there valid.
        let mut other = asked();
        other.organization = "Heath".to_owned();
        server::accounts::users::organization_named(&world.app, "Heath").await.unwrap();
        let services = [("services.json", out["services"].clone())];
        let (done, told) = take(&world, &services, &other).await;
        assert_eq!(done.refused, 0, "{told:?}");
        assert_eq!(world.number("SELECT count(*) FROM capability_evidence").await, 2);
        assert_eq!(world.number("SELECT count(*) FROM capability_evidence WHERE recorded_by IS NULL").await, 1);
    }

    async fn rule_078_the_official_examples_come_out_as_they_went_in(world) {
        let Some(folder) = spec::folder() else { return };
        world.person("Otter", &[server::access::Role::DirectoryCurator]).await;
        let examples = folder.join("3.0/examples");
        // Not `location.json`: it tells another identifier of the location than all the others do.
        let names = ["organization_full.json", "service_full.json", "service_at_location_full.json",
            "taxonomy.json", "taxonomy_term.json"];
        let files: Vec<_> = names.iter().map(|name| (*name, spec::read(&examples.join(name)))).collect();
        valid(&there_and_back(&world, &files).await);
    }

    async fn rule_078_the_mock_data_of_3_1_comes_out_as_it_went_in(world) {
        let Some(folder) = spec::folder() else { return };
        world.person("Otter", &[server::access::Role::DirectoryCurator]).await;
        let mut files = Vec::new();
        for (kind, name) in [("organizations", "organization.json"), ("services", "service.json"),
            ("service_at_locations", "service_at_location.json"), ("taxonomies", "taxonomy.json"),
            ("taxonomy_terms", "taxonomy_term.json")] {
            let mut entries = std::fs::read_dir(folder.join("mock/data").join(kind)).unwrap();
            files.push((name, spec::read(&entries.next().unwrap().unwrap().path())));
        }
        let out = there_and_back(&world, &files).await;
        assert!(out["services"][0]["capacities"][0]["unit"]["name"].is_string(), "3.1");
        valid(&out);
    }
}
