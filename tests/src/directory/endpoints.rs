//! The directory for everybody.

use serde_json::{Value, json};
use server::access::Role;

use super::fixtures::{id, service};
use super::{asked, in_public, spec, take};
use crate::both;
use crate::world::World;

async fn get(world: &World, path: &str) -> (u16, Value) {
    let url = format!("{}/hsds/3.0/{path}", world.base);
    let answer = world.client().get(url).send().await.unwrap();
    let status = answer.status().as_u16();
    (
        status,
        serde_json::from_str(&answer.text().await.unwrap()).unwrap_or(Value::Null),
    )
}

async fn names(world: &World, query: &str) -> Vec<String> {
    let (status, page) = get(world, &format!("services?{query}")).await;
    assert_eq!(status, 200, "{query}");
    if let Some(folder) = spec::folder() {
        spec::holds(&spec::page(&folder), &page, query);
        let full = query.contains("full=true");
        let item = if full {
            "compiled/service.json"
        } else {
            "compiled/service_list.json"
        };
        let item = spec::schema(&folder, item);
        for one in page["contents"].as_array().unwrap() {
            spec::holds(&item, one, query);
        }
    }
    let contents = page["contents"].as_array().unwrap().iter();
    contents
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect()
}

/// A service that a curator records.
fn own(name: &str) -> Value {
    json!({
        "name": name, "organizationName": "Willow", "category": "DROP_IN", "description": "Open days",
        "states": ["TX"], "languages": ["Spanish"], "capabilities": ["NO_LOCKDOWN"], "capacity": "UNKNOWN",
        "state": "TX", "city": "Fernville", "phone": "555-0142", "email": "inner@willow.example",
    })
}

in_public! {
    async fn rule_079_lists_are_pages_and_filters_narrow_together(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut old = service(0x30, "Fern Clinic");
        old["last_modified"] = json!("2025-12-31T23:59:59Z");
        old["attributes"] = json!([]);
        take(&world, &[("services.json", json!([service(0x10, "Fern House"), old]))], &asked()).await;
        world.act(&otter, "serviceRecord", "service { id }", own("Drop-in")).await.done();
        let (status, root) = get(&world, "").await;
        assert_eq!((status, &root["version"]), (200, &json!("3.0")));
        assert!(root["profile"].is_string() && root["openapi_url"].is_string());
        assert_eq!(names(&world, "").await, ["Fern House", "Fern Clinic", "Drop-in"]);
        assert_eq!(names(&world, "full=true").await.len(), 3);
        assert_eq!(names(&world, "minimal=true").await.len(), 3);
        assert_eq!(names(&world, "search=fern").await, ["Fern House", "Fern Clinic"]);
        assert_eq!(names(&world, "search=fern%20house").await, ["Fern House"]);
        assert_eq!(names(&world, &format!("taxonomy_term_id={}", id(0x50))).await, ["Fern House"]);
        assert_eq!(names(&world, &format!("taxonomy_id={}&search=clinic", id(0x51))).await, [""; 0]);
        assert_eq!(names(&world, &format!("organization_id={}&search=clinic", id(2))).await, ["Fern Clinic"]);
        // The very instant counts.
        assert_eq!(names(&world, "modified_after=2026-02-01T10:00:00Z").await, ["Fern House", "Drop-in"]);
        assert_eq!(names(&world, "modified_after=2026-02-01T10:00:01Z").await, ["Drop-in"]);
        let (_, page) = get(&world, "services?per_page=2&page=2").await;
        let head: Vec<_> = ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"]
            .iter().map(|field| page[field].clone()).collect();
        assert_eq!(json!(head), json!([3, 2, 2, 1, false, true, false]));
        let (_, none) = get(&world, "services?search=nothing").await;
        assert_eq!((&none["empty"], &none["total_items"]), (&json!(true), &json!(0)));
        let url = format!("{}/hsds/3.0/services?format=ndjson", world.base);
        let lines = world.client().get(url).send().await.unwrap();
        assert_eq!(lines.headers()["content-type"], "application/x-ndjson");
        let lines = lines.text().await.unwrap();
        let each: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(each.len(), 3);
        for (path, wrong) in [("services?page=0", 400), ("services?format=xml", 400), ("services?modified_after=soon", 400),
            ("services/7", 404), (&format!("services/{}", id(0x77)), 404)] {
            assert_eq!(get(&world, path).await.0, wrong, "{path}");
        }
        let (_, one) = get(&world, &format!("services/{}", id(0x10))).await;
        assert_eq!(one["service_at_locations"][0]["location"]["id"], id(0x14));
        if let Some(folder) = spec::folder() {
            spec::holds(&spec::schema(&folder, "compiled/service.json"), &one, "one");
        }
    }

    async fn rule_080_the_public_sees_nothing_that_is_internal(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut inner = service(0x30, "Inner Clinic");
        inner["internal_only"] = json!(true);
        take(&world, &[("services.json", json!([service(0x10, "Fern House"), inner]))], &asked()).await;
        let mut kept = own("Inner Door");
        kept["internalOnly"] = json!(true);
        let done = world.act(&otter, "serviceRecord", "service { id version internalOnly }", kept.clone()).await;
        let kept_id = done.done()["service"].clone();
        assert_eq!(kept_id["internalOnly"], true);
        world.act(&otter, "serviceRecord", "service { id }", own("Drop-in")).await.done();
        assert_eq!(names(&world, "full=true").await, ["Fern House", "Drop-in"]);
        assert_eq!(get(&world, &format!("services/{}", id(0x30))).await.0, 404);
        let (_, page) = get(&world, "services?full=true").await;
        for word in ["Inner", "555-0142", "inner@willow.example", "Fernville"] {
            assert!(!page.to_string().contains(word), "{word}");
        }
        // Who changes it and does not speak of it leaves it so.
        kept.as_object_mut().unwrap().remove("internalOnly");
        kept["id"] = kept_id["id"].clone();
        kept["expectedVersion"] = kept_id["version"].clone();
        let done = world.act(&otter, "serviceRecord", "service { internalOnly version }", kept.clone()).await;
        assert_eq!(done.done()["service"]["internalOnly"], true);
        assert_eq!(names(&world, "").await.len(), 2);
        kept["expectedVersion"] = done.done()["service"]["version"].clone();
        kept["internalOnly"] = json!(false);
        world.act(&otter, "serviceRecord", "service { id }", kept).await.done();
        assert_eq!(names(&world, "").await, ["Fern House", "Inner Door", "Drop-in"]);
    }
}

both! {
    async fn rule_080_no_directory_is_public_unless_it_was_set_up(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        take(&world, &[("services.json", json!([service(0x10, "Fern House")]))], &asked()).await;
        for path in ["", "services", &format!("services/{}", id(0x10))] {
            let (_, answer) = get(&world, path).await;
            let told = ["version", "contents", "name"].iter().any(|field| answer.get(field).is_some());
            assert!(!told, "{path}: {answer}");
        }
    }
}
