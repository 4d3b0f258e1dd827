//! What is told to nobody.

use serde_json::{Value, json};
use server::access::Role;

use super::fixtures::{attribute, id, location, service, term};
use super::{asked, given, in_public, take};
use crate::world::World;

/// Whether `word` is anywhere in the tables that are not sealed.
async fn kept_open(world: &World, word: &str) -> bool {
    let records = format!("SELECT count(*) FROM directory_record WHERE document LIKE '%{word}%'");
    let texts = format!(
        "SELECT count(*) FROM directory_text WHERE lower('{word}') IN (name, organization) \
         OR description LIKE lower('%{word}%')"
    );
    let services = format!(
        "SELECT count(*) FROM service WHERE city LIKE '%{word}%' OR description LIKE '%{word}%'"
    );
    world.number(&records).await + world.number(&texts).await + world.number(&services).await > 0
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

/// Where the house is, in each form in which it is told.
const WHERE: [&str; 4] = ["Brook Lane", "Alderton", "30.25", "-97.75"];

in_public! {
    async fn rule_045_no_error_text_and_no_queue_tells_a_confidential_place(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        // Refused: a location without its type, a service without its name, within what is hidden.
        let mut wrong = hidden();
        wrong["id"] = json!(id(0x90));
        wrong["service_at_locations"][0]["location"]["location_type"] = json!("Brook Lane 7");
        let mut nameless = hidden();
        nameless["name"] = json!(7);
        let mut news = hidden();
        let files = |one: &Value| [("services.json", json!([one, wrong, nameless]))];
        let (done, lines) = take(&world, &files(&news), &asked()).await;
        assert_eq!(done.refused, 2);
        let query = "{ services { edges { node { id version } } } }";
        let found = world.ask(&otter, query, json!({})).await.data()["services"]["edges"][0]["node"].clone();
        let verify = json!({ "id": found["id"], "expectedVersion": found["version"], "capacity": "UNKNOWN", "notes": "At Brook Lane 7, Alderton" });
        world.act(&otter, "serviceVerify", "service { id }", verify).await.done();
        news["alert"] = json!("Closed on Sunday");
        let (_, again) = take(&world, &files(&news), &asked()).await;
        let queue = "{ directoryTasks(kind: SOURCE_CHANGED) { edges { node { changed service { name city details { places { address } \
            accessibility { name } areas { name } contacts { name } } } } } } }";
        let queue = world.ask(&otter, queue, json!({})).await.json;
        assert_eq!(queue["data"]["directoryTasks"]["edges"][0]["node"]["changed"], json!(["alert"]));
        let mut told = format!("{lines:?} {again:?} {queue}");
        let city = json!({
            "name": "Haven", "organizationName": "Moss", "category": "DROP_IN", "description": "Nights", "states": ["TX"], "languages": [],
            "capabilities": ["CONFIDENTIAL_LOCATION"], "capacity": "UNKNOWN", "state": "TX", "city": "Alderton, Brook Lane 7",
        });
        told += &world.act(&otter, "serviceRecord", "service { id }", city).await.json.to_string();
        for path in [format!("services/{}", id(0x14)), format!("service_at_locations/{}", id(0x15)), "service_at_locations?full=true".to_owned(),
            "services?search=Alderton&page=0".to_owned(), "organizations?full=true".to_owned(), "service_at_locations?postcode=00000".to_owned()] {
            let url = format!("{}/hsds/3.0/{path}", world.base);
            told += &world.client().get(url).send().await.unwrap().text().await.unwrap();
        }
        for word in WHERE {
            assert!(!told.contains(word), "{word}: {told}");
        }
    }

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
