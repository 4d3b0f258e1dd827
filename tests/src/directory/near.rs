//! How far services are, of those whose location may be told.

use serde_json::{Value, json};
use server::access::Role;

use super::fixtures::{id, service};
use super::{asked, take};
use crate::both;
use crate::world::World;

/// A service at a place; its city is named by `n`, and it serves the county.
fn at(n: u32, name: &str, latitude: f64, longitude: f64, county: &str) -> Value {
    let mut one = service(n, name);
    one["id"] = json!(id(n));
    let location = &mut one["service_at_locations"][0]["location"];
    location["latitude"] = json!(latitude);
    location["longitude"] = json!(longitude);
    location["addresses"][0]["city"] = json!(format!("Alderton {n:x}"));
    if !county.is_empty() {
        one["service_areas"] = json!([
            { "id": id(n + 3), "name": county, "extent": "TX", "extent_type": "text" },
        ]);
    }
    one
}

const FOUND: &str = "query($filter: ServiceFilter) { services(filter: $filter) { edges { why distance node { name } } } }";

async fn edges(world: &World, who: &crate::world::Persona, filter: Value) -> Vec<(String, Value)> {
    let found = world.ask(who, FOUND, json!({ "filter": filter })).await;
    let edges = found.data()["services"]["edges"]
        .as_array()
        .unwrap()
        .clone();
    edges
        .iter()
        .map(|edge| {
            (
                edge["node"]["name"].as_str().unwrap().to_owned(),
                edge["distance"].clone(),
            )
        })
        .collect()
}

fn near(kilometers: f64) -> Value {
    json!({ "near": { "latitude": 30.25, "longitude": -97.75, "kilometers": kilometers } })
}

both! {
    async fn rule_083_what_is_near_is_found_the_nearest_first_with_its_distance(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let heron = world.person("Heron", &[Role::ResourceSpecialist]).await;
        let rows = json!([
            at(0x1000, "Far House", 32.7767, -96.7970, ""),
            at(0x2000, "Near House", 30.26, -97.75, ""),
            at(0x3000, "Nearest House", 30.2501, -97.75, ""),
        ]);
        take(&world, &[("services.json", rows)], &asked()).await;
        let found = edges(&world, &heron, near(50.0)).await;
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Nearest House", "Near House"]);
        assert_eq!(found[0].1, json!(11));
        assert_eq!(found[1].1, json!(1112));
        assert_eq!(edges(&world, &heron, near(400.0)).await.len(), 3);
        let mut worded = near(400.0);
        worded["words"] = json!("far");
        assert_eq!(edges(&world, &heron, worded).await.len(), 1);
        assert_eq!(edges(&world, &heron, json!({ "words": "house" })).await[0].1, Value::Null);
        let out = json!({ "near": { "latitude": 91, "longitude": 0, "kilometers": 10 } });
        let refused = world.ask(&heron, FOUND, json!({ "filter": out })).await;
        assert!(refused.json["errors"].is_array());
        // A place that somebody names is one of the directory's own cities.
        let places = "{ directoryPlaces(beginning: \"ALDER\") { city state latitude } none: directoryPlaces(beginning: \"\") { city } }";
        let places = world.ask(&heron, places, json!({})).await;
        assert_eq!(places.data()["directoryPlaces"][1], json!({ "city": "Alderton 2000", "state": "TX", "latitude": 30.26 }));
        assert_eq!(places.data()["none"], json!([]));
        // Told anew elsewhere, it is elsewhere.
        let moved = at(0x2000, "Near House", 40.0, -97.75, "");
        take(&world, &[("services.json", json!([moved]))], &asked()).await;
        assert_eq!(edges(&world, &heron, near(50.0)).await.len(), 1);
    }

    async fn rule_045_no_distance_order_or_filter_tells_where_a_confidential_one_is(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut haven = at(0x1000, "Haven", 30.25, -97.75, "");
        haven["service_at_locations"][0]["location"]["confidential"] = json!(true);
        let later = at(0x2000, "Later Haven", 30.25, -97.75, "");
        take(&world, &[("services.json", json!([haven, later]))], &asked()).await;
        let all = async || edges(&world, &otter, near(1_000.0)).await.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(all().await, ["Later Haven"]);
        let places = "{ directoryPlaces(beginning: \"alderton\") { city } }";
        let cities = async || world.ask(&otter, places, json!({})).await.data()["directoryPlaces"].clone();
        assert_eq!(cities().await, json!([{ "city": "Alderton 2000" }]));
        // A curator says so of the other one: its place is forgotten in the same change.
        let asks = "{ services(filter: { words: \"later\" }) { edges { node { id version } } } }";
        let node = world.ask(&otter, asks, json!({})).await.data()["services"]["edges"][0]["node"].clone();
        let input = json!({
            "id": node["id"], "expectedVersion": node["version"], "name": "Later Haven", "organizationName": "Moss Legal",
            "category": "EMERGENCY_SHELTER", "description": "Nights", "states": ["TX"], "languages": [],
            "capabilities": ["CONFIDENTIAL_LOCATION"], "capacity": "UNKNOWN", "state": "TX",
        });
        world.act(&otter, "serviceRecord", "service { id }", input).await.done();
        assert_eq!(world.number("SELECT count(*) FROM service_place").await, 0);
        assert_eq!((all().await, cities().await), (Vec::new(), json!([])));
        // Nothing comes back by being told again.
        let again = at(0x2000, "Later Haven", 30.26, -97.75, "");
        take(&world, &[("services.json", json!([again]))], &asked()).await;
        assert_eq!(world.number("SELECT count(*) FROM service_place").await, 0);
        // It is found by its words, and by what it serves.
        assert_eq!(edges(&world, &otter, json!({ "words": "haven", "states": ["TX"] })).await.len(), 2);
    }

    async fn rule_045_a_place_that_was_left_by_mistake_is_not_read(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        take(&world, &[("services.json", json!([at(0x1000, "Haven", 30.25, -97.75, "")]))], &asked()).await;
        let sql = "INSERT INTO service_capability (service_id, capability) SELECT id, 'confidential_location' FROM service";
        world.execute(sql).await;
        assert_eq!(world.number("SELECT count(*) FROM service_place").await, 1);
        assert!(edges(&world, &otter, near(1_000.0)).await.is_empty());
        let places = "{ directoryPlaces(beginning: \"alderton\") { city } }";
        assert_eq!(world.ask(&otter, places, json!({})).await.data()["directoryPlaces"], json!([]));
    }

    async fn rule_083_a_county_is_served_by_name_or_with_its_state(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let heron = world.person("Heron", &[Role::ResourceSpecialist]).await;
        let rows = json!([
            at(0x1000, "Whole State", 30.0, -97.0, ""),
            at(0x2000, "One County", 30.0, -97.0, "Travis County"),
            at(0x3000, "Another", 30.0, -97.0, "Bexar County"),
        ]);
        take(&world, &[("services.json", rows)], &asked()).await;
        let names = async |county: &str| {
            let filter = json!({ "states": ["TX"], "county": county });
            let mut names: Vec<String> = edges(&world, &heron, filter).await.into_iter().map(|(name, _)| name).collect();
            names.sort();
            names
        };
        assert_eq!(names("travis").await, ["One County", "Whole State"]);
        assert_eq!(names("Bexar County").await, ["Another", "Whole State"]);
        let alone = world.ask(&heron, FOUND, json!({ "filter": { "county": "Travis" } })).await;
        assert!(alone.json["errors"].is_array(), "a county of which state?");
    }
}
