//! The lists of the public directory beside services: each answer as the official schemas have it.

use serde_json::{Value, json};
use server::access::Role;

use super::fixtures::{id, organization, service, term};
use super::{asked, in_public, spec, take};
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

/// The schemas of a list's items: in the list, and of one by itself.
fn schemas(list: &str) -> Option<(jsonschema::Validator, jsonschema::Validator)> {
    let folder = spec::folder()?;
    let compiled = |name: &str| spec::schema(&folder, &format!("compiled/{name}.json"));
    let plain = |name: &str| spec::plain(&folder, &format!("{name}.json"));
    Some(match list {
        "services" => (compiled("service_list"), compiled("service")),
        "organizations" => (compiled("organization_list"), compiled("organization")),
        "service_at_locations" => (
            compiled("service_at_location_list"),
            compiled("service_at_location"),
        ),
        "taxonomies" => (plain("taxonomy"), plain("taxonomy")),
        _ => (plain("taxonomy_term"), plain("taxonomy_term")),
    })
}

/// The items of a page, validated: the page, each item, and each by its id.
async fn items(world: &World, list: &str, query: &str) -> Vec<Value> {
    let (status, page) = get(world, &format!("{list}?{query}")).await;
    assert_eq!(status, 200, "{list}?{query}");
    let contents = page["contents"].as_array().unwrap().clone();
    if let (Some(folder), Some((item, single))) = (spec::folder(), schemas(list)) {
        spec::holds(&spec::page(&folder), &page, list);
        for one in &contents {
            let whole = query.contains("full");
            spec::holds(
                if whole { &single } else { &item },
                one,
                &format!("{list}?{query}"),
            );
            let (_, alone) = get(world, &format!("{list}/{}", one["id"].as_str().unwrap())).await;
            spec::holds(&single, &alone, list);
        }
    }
    contents
}

fn names(items: &[Value]) -> Vec<&str> {
    items
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect()
}

async fn filled(world: &World) {
    let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
    let mut child = term(0x60, "night court", 0x51);
    child["parent_id"] = json!(id(0x50));
    let files = [
        (
            "taxonomies.json",
            json!([{ "id": id(0x51), "name": "Brook", "description": "Kinds of help" }]),
        ),
        (
            "taxonomy_terms.json",
            json!([term(0x50, "court", 0x51), child]),
        ),
        ("organizations.json", json!([organization()])),
        (
            "services.json",
            json!([service(0x10, "Fern House"), service(0x30, "Fern Clinic")]),
        ),
    ];
    take(world, &files, &asked()).await;
    for (name, whose, internal) in [
        ("Drop-in", "Willow", false),
        ("Inner Door", "Hushed Hall", true),
    ] {
        let input = json!({
            "name": name, "organizationName": whose, "category": "DROP_IN", "description": "Open days", "states": ["TX"],
            "languages": [], "capabilities": [], "capacity": "UNKNOWN", "state": "TX", "internalOnly": internal,
        });
        world
            .act(&otter, "serviceRecord", "service { id }", input)
            .await
            .done();
    }
}

in_public! {
    async fn rule_079_the_root_says_which_hsds_it_is(world) {
        let (status, root) = get(&world, "").await;
        assert_eq!(status, 200);
        assert_eq!(root["version"], "3.0");
        if let Some(folder) = spec::folder() {
            spec::holds(&spec::root(&folder), &root, "root");
        }
    }

    async fn rule_079_organizations_are_listed_found_and_told_with_their_services(world) {
        filled(&world).await;
        let all = items(&world, "organizations", "").await;
        assert_eq!(names(&all), ["Moss Legal", "Willow"]);
        assert_eq!(all[0].get("services"), None);
        assert_eq!(names(&items(&world, "organizations", "search=moss").await), ["Moss Legal"]);
        assert_eq!(names(&items(&world, "organizations", "search=willow").await), ["Willow"]);
        let full = items(&world, "organizations", "full=true").await;
        assert_eq!(full[0]["additional_websites"][0]["label"], "Court");
        assert_eq!(names(full[0]["services"].as_array().unwrap()), ["Fern House", "Fern Clinic"]);
        assert_eq!(full[0]["services"][0].get("phones"), None);
        let whole = items(&world, "organizations", "full_service=true&per_page=1").await;
        assert_eq!(whole.len(), 1);
        assert_eq!(whole[0]["services"][0]["phones"][0]["number"], "555-0101");
        let (_, second) = get(&world, "organizations?per_page=1&page=2").await;
        assert_eq!((&second["contents"][0]["name"], &second["last_page"], &second["total_items"]), (&json!("Willow"), &json!(true), &json!(2)));
    }

    async fn rule_079_services_at_locations_are_listed_with_both_and_narrowed_by_both(world) {
        filled(&world).await;
        let all = items(&world, "service_at_locations", "").await;
        let whose: Vec<_> = all.iter().map(|one| (one["service"]["name"].clone(), one["location"]["name"].clone())).collect();
        assert_eq!(whose, [(json!("Fern House"), json!("House")), (json!("Fern Clinic"), json!("House"))]);
        let full = items(&world, "service_at_locations", "full=true").await;
        assert_eq!(full[0]["location"]["addresses"][0]["city"], "Alderton");
        for (query, many) in [("search=clinic", 1), ("postcode=00000", 2), ("postcode=11111", 0), ("modified_after=2100-01-01", 0),
            (&format!("organization_id={}", id(2)), 2), (&format!("taxonomy_term_id={}", id(0x50)), 2), (&format!("taxonomy_id={}", id(0x77)), 0)] {
            assert_eq!(items(&world, "service_at_locations", query).await.len(), many, "{query}");
        }
        assert_eq!(get(&world, "service_at_locations?postcode=00000&proximity=500").await.0, 400, "nobody here knows where its centre is");
    }

    async fn rule_079_our_own_taxonomy_and_others_are_listed_with_their_terms(world) {
        filled(&world).await;
        let all = items(&world, "taxonomies", "").await;
        assert_eq!(names(&all), ["Trellis services", "Brook"]);
        assert_eq!(names(&items(&world, "taxonomies", "search=brook").await), ["Brook"]);
        let ours = all[0]["id"].as_str().unwrap();
        let (_, head) = get(&world, &format!("taxonomy_terms?taxonomy_id={ours}")).await;
        assert_eq!(head["total_items"], 53, "36 kinds and 17 capabilities");
        let of = async |query: String| items(&world, "taxonomy_terms", &query).await;
        let brook = format!("taxonomy_id={}", id(0x51));
        assert_eq!(names(&of(brook.clone()).await), ["court", "night court"]);
        assert_eq!(names(&of(format!("{brook}&top_only=true")).await), ["court"]);
        assert_eq!(names(&of(format!("parent_id={}", id(0x50))).await), ["night court"]);
        assert_eq!(names(&of("search=survivor%20led".to_owned()).await), ["survivor led"]);
        // From our own on to those of others within a page, and none twice.
        let mut seen = Vec::new();
        for page in 1..=6 {
            let (_, page) = get(&world, &format!("taxonomy_terms?per_page=10&page={page}")).await;
            seen.extend(page["contents"].as_array().unwrap().iter().map(|one| one["id"].to_string()));
        }
        assert_eq!(seen.len(), 55);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 55);
        // What classifies a service is a term of the list.
        let (_, one) = get(&world, &format!("services/{}", id(0x10))).await;
        let term = one["attributes"][1]["taxonomy_term"].clone();
        let (_, same) = get(&world, &format!("taxonomy_terms/{}", term["id"].as_str().unwrap())).await;
        assert_eq!(term, same);
    }

    async fn rule_079_lines_hold_all_of_a_list_each_as_the_schema_has_it(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let services: Value = (0..130_u32).map(|n| service(0x1000 * (n + 1), "Fern House")).collect();
        take(&world, &[("services.json", services)], &asked()).await;
        for (list, many) in [("services", 130), ("organizations", 1), ("service_at_locations", 130), ("taxonomies", 2), ("taxonomy_terms", 54)] {
            let url = format!("{}/hsds/3.0/{list}?format=ndjson", world.base);
            let answer = world.client().get(url).send().await.unwrap();
            assert_eq!(answer.headers()["content-type"], "application/x-ndjson");
            let text = answer.text().await.unwrap();
            assert_eq!(text.lines().count(), many, "{list}");
            for line in text.lines() {
                let one: Value = serde_json::from_str(line).unwrap();
                if let Some((item, _)) = schemas(list) {
                    spec::holds(&item, &one, list);
                }
            }
        }
    }

    async fn rule_080_no_list_tells_what_is_internal_or_licensed(world) {
        filled(&world).await;
        let mut licensed = asked();
        licensed.licence = Some("By subscription".to_owned());
        take(&world, &[("taxonomies.json", json!([{ "id": id(0x51), "name": "Brook", "description": "Kinds of help" }]))], &licensed).await;
        let mut inner = service(0x70, "Inner Clinic");
        inner["internal_only"] = json!(true);
        take(&world, &[("services.json", json!([inner]))], &asked()).await;
        let mut told = String::new();
        for list in ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"] {
            for query in ["full=true&full_service=true", "format=ndjson&full=true"] {
                let url = format!("{}/hsds/3.0/{list}?{query}", world.base);
                told += &world.client().get(url).send().await.unwrap().text().await.unwrap();
            }
        }
        for word in ["Hushed Hall", "Inner", "\"Brook\"", "night court", &id(0x50), &id(0x75)] {
            assert!(!told.contains(word), "{word}");
        }
        for path in [format!("taxonomies/{}", id(0x51)), format!("taxonomy_terms/{}", id(0x50)),
            format!("service_at_locations/{}", id(0x75)), format!("services/{}", id(0x70))] {
            assert_eq!(get(&world, &path).await.0, 404, "{path}");
        }
    }
}
