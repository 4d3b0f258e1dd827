//! What is told to nobody.

use serde_json::{Value, json};
use server::access::Role;

use super::fixtures::{attribute, id, location, service, term};
use super::{asked, given, in_public, take};
use crate::world::World;

/// Whether `word` is anywhere in the tables that are not sealed.
async fn kept_open(world: &World, word: &str) -> bool {
    let records = format!(
        "SELECT count(*) FROM directory_record WHERE document LIKE '%{word}%' OR search_text LIKE '%{word}%'"
    );
    let services = format!(
        "SELECT count(*) FROM service WHERE city LIKE '%{word}%' OR description LIKE '%{word}%'"
    );
    world.number(&records).await + world.number(&services).await > 0
}

async fn told(world: &World, word: &str) -> bool {
    let url = format!("{}/hsds/3.0/services?full=true", world.base);
    let page = world
        .client()
        .get(url)
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let out = given(world, false).await.to_string();
    page.contains(word) || out.contains(word)
}

fn hidden() -> Value {
    let mut haven = service(0x10, "Haven");
    haven["service_at_locations"][0]["location"]["confidential"] = json!(true);
    haven["service_at_locations"][0]["description"] = json!("Behind Brook Lane 7");
    haven
}

in_public! {
    async fn rule_045_a_confidential_location_is_in_no_other_table_and_told_to_nobody(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let (done, lines) = take(&world, &[("services.json", json!([hidden()]))], &asked()).await;
        assert_eq!(done.confidential, 2, "the location and what is there");
        for word in ["Brook Lane", "Alderton", "30.25"] {
            assert!(!kept_open(&world, word).await && !told(&world, word).await, "{word}");
            assert!(!format!("{lines:?}").contains(word), "{word}");
        }
        assert_eq!(world.number("SELECT count(*) FROM confidential_record").await, 2);
        // Nothing becomes open by being told again without saying so.
        let open = [("services.json", json!([service(0x10, "Haven")])), ("locations.json", json!([location(0x14, "Brook Lane 7")]))];
        take(&world, &open, &asked()).await;
        assert!(!kept_open(&world, "Brook Lane").await && !told(&world, "Brook Lane").await);
        assert!(told(&world, "Haven").await, "the service itself is told");
    }

    async fn rule_045_a_service_that_says_so_by_our_term_hides_where_it_is(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut haven = service(0x10, "Haven");
        haven["attributes"] = json!([attribute(0x80, &term(0x81, "confidential_location", 0x82))]);
        take(&world, &[("services.json", json!([haven]))], &asked()).await;
        assert!(!kept_open(&world, "Brook Lane").await && !kept_open(&world, "Alderton").await);
        assert!(!told(&world, "Brook Lane").await && !told(&world, "Alderton").await);
    }

    async fn rule_045_what_a_curator_says_is_confidential_is_taken_out_of_what_was_open(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        take(&world, &[("services.json", json!([service(0x10, "Haven")]))], &asked()).await;
        assert!(told(&world, "Brook Lane").await);
        let asks = "{ services { edges { node { id version } } } }";
        let found = world.ask(&otter, asks, json!({})).await;
        let node = found.data()["services"]["edges"][0]["node"].clone();
        let input = json!({
            "id": node["id"], "expectedVersion": node["version"], "name": "Haven", "organizationName": "Moss Legal",
            "category": "EMERGENCY_SHELTER", "description": "Nights", "states": ["TX"], "languages": [],
            "capabilities": ["CONFIDENTIAL_LOCATION"], "capacity": "UNKNOWN", "state": "TX",
        });
        world.act(&otter, "serviceRecord", "service { id }", input).await.done();
        for word in ["Brook Lane", "Alderton"] {
            assert!(!kept_open(&world, word).await && !told(&world, word).await, "{word}");
        }
        // Also when its source tells it anew.
        let mut again = service(0x10, "Haven");
        again["alert"] = json!("Closed on Sunday");
        take(&world, &[("services.json", json!([again]))], &asked()).await;
        assert!(told(&world, "Closed on Sunday").await && !told(&world, "Brook Lane").await);
        assert!(!kept_open(&world, "Alderton").await);
        assert_eq!(world.number("SELECT count(*) FROM confidential_record").await, 2);
        let one = format!("{}/hsds/3.0/services/{}", world.base, id(0x10));
        let one: Value = world.client().get(one).send().await.unwrap().json().await.unwrap();
        assert_eq!((&one["name"], &one["service_at_locations"]), (&json!("Haven"), &Value::Null));
    }
}
