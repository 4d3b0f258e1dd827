//! Searching the directory by words: what is found, in which order, and why it stands there.

use serde_json::{Value, json};
use server::directory::catch_up;

use super::desk::{Desk, at_both};

const FOUND: &str = "query($words: String!, $exact: Boolean) { services(filter: { words: $words, exact: $exact }) \
    { searchedInstead edges { why node { name } } } }";

async fn search(desk: &Desk, words: &str, exact: bool) -> Value {
    let data = desk
        .read("heron", FOUND, json!({ "words": words, "exact": exact }))
        .await;
    data["services"].clone()
}

/// The names that are found, in order, and what was searched instead.
async fn found(desk: &Desk, words: &str) -> (Vec<String>, Option<String>) {
    let answer = search(desk, words, false).await;
    let edges = answer["edges"].as_array().unwrap().iter();
    let names = edges.map(|edge| edge["node"]["name"].as_str().unwrap().to_owned());
    let instead = answer["searchedInstead"].as_str().map(str::to_owned);
    (names.collect(), instead)
}

async fn verify(desk: &Desk, service: &str) {
    let input = json!({ "id": service, "expectedVersion": 1, "capacity": "WAITLIST" });
    desk.done("otter", "serviceVerify", input, "service { id }")
        .await;
}

at_both! {
    async fn typing_errors_are_forgiven_and_said(desk) {
        desk.service("Fern Shelter", json!({ "organizationName": "Caf\u{e9} Ni\u{f1}os" })).await;
        desk.service("Moss Therapist", json!({ "description": "\u{41f}\u{43e}\u{43c}\u{43e}\u{449}\u{44c} \u{434}\u{435}\u{442}\u{44f}\u{43c}" })).await;
        let one = |name: &str, instead: &str| (vec![name.to_owned()], Some(instead.to_owned()));
        assert_eq!(found(&desk, "shetler").await, one("Fern Shelter", "shelter"), "two letters in the wrong order");
        assert_eq!(found(&desk, "FERN sheltr").await, one("Fern Shelter", "fern shelter"), "one is right, one is not");
        assert_eq!(found(&desk, "terapist").await, one("Moss Therapist", "therapist"));
        assert_eq!(found(&desk, "therapi").await, (vec!["Moss Therapist".to_owned()], None), "it begins a word");
        assert_eq!(found(&desk, "ni\u{f1}so").await, one("Fern Shelter", "ninos"), "marks are no errors");
        assert_eq!(found(&desk, "\u{43f}\u{43e}\u{43c}\u{43e}\u{448}\u{44c}").await,
            one("Moss Therapist", "\u{43f}\u{43e}\u{43c}\u{43e}\u{449}\u{44c}"));
        assert_eq!(found(&desk, "zebra").await, (Vec::new(), None), "nothing is near");
        let exact = search(&desk, "shetler", true).await;
        assert_eq!((&exact["edges"], &exact["searchedInstead"]), (&json!([]), &Value::Null));
        let why = search(&desk, "shetler", false).await["edges"][0]["why"].clone();
        assert_eq!(why, json!(["UNVERIFIED", "SPELLING_CORRECTED", "NAME_MATCHES", "HAS_CAPACITY"]));
    }

    async fn a_word_that_no_service_has_any_more_is_no_correction(desk) {
        let id = desk.service("Orchard House", json!({})).await;
        desk.service("Fern House", json!({})).await;
        assert_eq!(found(&desk, "orchrad").await.1.as_deref(), Some("orchard"));
        let input = json!({
            "id": id, "expectedVersion": 1, "name": "Willow House", "organizationName": "Moss Hollow",
            "category": "DROP_IN", "description": "Warm meals and showers", "states": ["TX"], "capabilities": [],
            "languages": ["English"], "capacity": "HAS_CAPACITY", "state": "TX",
        });
        desk.done("otter", "serviceRecord", input, "service { id }").await;
        assert_eq!(found(&desk, "orchrad").await, (Vec::new(), None));
        assert_eq!(found(&desk, "wilow").await.1.as_deref(), Some("willow"));
        for table in ["directory_word", "directory_gram"] {
            assert_eq!(desk.world.number(&format!("SELECT count(*) FROM {table} WHERE word = 'orchard'")).await, 0);
        }
        assert_eq!(desk.world.number("SELECT CAST(uses AS bigint) FROM directory_word WHERE word = 'house'").await, 2);
    }

    async fn rule_081_names_stand_first_and_what_is_stale_below_all_that_is_verified(desk) {
        let name = desk.service("Fern House", json!({ "capacity": "NO_CAPACITY" })).await;
        verify(&desk, &name).await;
        let organization = desk.service("Alder House", json!({ "organizationName": "Fern Trust" })).await;
        verify(&desk, &organization).await;
        let description = desk.service("Brook House", json!({ "description": "By the fern" })).await;
        verify(&desk, &description).await;
        let special = desk.service("Fern Zoo", json!({ "category": "SPECIALISED_CSEC_PROGRAM" })).await;
        verify(&desk, &special).await;
        desk.service("A Fern", json!({})).await;
        let order = ["Fern Zoo", "Fern House", "Alder House", "Brook House", "A Fern"];
        assert_eq!(found(&desk, "fern").await.0, order);
        let why = search(&desk, "fern", false).await;
        let why: Vec<Value> = why["edges"].as_array().unwrap().iter().map(|edge| edge["why"].clone()).collect();
        assert_eq!(json!(why), json!([
            ["VERIFIED", "NAME_MATCHES", "SPECIALISED"],
            ["VERIFIED", "NAME_MATCHES"],
            ["VERIFIED", "ORGANIZATION_MATCHES"],
            ["VERIFIED", "DESCRIPTION_MATCHES"],
            ["UNVERIFIED", "NAME_MATCHES", "HAS_CAPACITY"],
        ]));
        desk.later(chrono::Duration::days(181));
        verify_again(&desk, &description).await;
        let order = ["Brook House", "Fern Zoo", "A Fern", "Fern House", "Alder House"];
        assert_eq!(found(&desk, "fern").await.0, order, "a stale name is below a verified description");
    }

    async fn pages_of_what_words_find_hold_each_once_at_a_fixed_cost(desk) {
        let (mut made, mut costs) = (0, Vec::new());
        for rows in [30, 300] {
            while made < rows {
                // Many share a name, and words that decide nothing.
                let name = format!("Fern {}", made % 5);
                desk.service(&name, json!({ "organizationName": format!("Trust {}", made % 3) })).await;
                made += 1;
            }
            let all = desk.all("heron", "services", "filter: { words: \"fern\" }", "id name").await;
            let mut ids: Vec<&str> = all.iter().map(|row| row["id"].as_str().unwrap()).collect();
            let names: Vec<&str> = all.iter().map(|row| row["name"].as_str().unwrap()).collect();
            assert!(names.is_sorted());
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), rows);
            let (_, right) = desk.counted("heron", FOUND, json!({ "words": "fern trust" })).await;
            let (answer, wrong) = desk.counted("heron", FOUND, json!({ "words": "fren tursts" })).await;
            assert_eq!(answer["data"]["services"]["searchedInstead"], "fern trust");
            costs.push((right, wrong));
        }
        assert_eq!(costs[0], costs[1]);
        assert_eq!(costs[0].1 - costs[0].0, 3, "words that are misspelt cost three more");
    }

    async fn rule_083_filters_by_how_far_it_can_be_relied_on_and_by_what_is_made_for_our_youth(desk) {
        let old = desk.service("Alder House", json!({ "category": "SPECIALISED_PLACEMENT" })).await;
        verify(&desk, &old).await;
        desk.later(chrono::Duration::days(181));
        let new = desk.service("Birch House", json!({})).await;
        verify(&desk, &new).await;
        desk.service("Cedar House", json!({ "category": "FOSTER_SPECIALISED" })).await;
        let names = async |filter: &str| {
            let rows = desk.all("heron", "services", &format!("filter: {{ {filter} }}"), "name").await;
            let mut names: Vec<String> = rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
            names.sort();
            names
        };
        assert_eq!(names("verifications: [VERIFIED]").await, ["Birch House"]);
        assert_eq!(names("verifications: [STALE, UNVERIFIED]").await, ["Alder House", "Cedar House"]);
        assert_eq!(names("verifications: [CLOSED]").await, [""; 0]);
        assert_eq!(names("specialised: true").await, ["Alder House", "Cedar House"]);
        assert_eq!(names("specialised: false, words: \"house\"").await, ["Birch House"]);
    }

    async fn services_from_before_are_found_after_catching_up_once(desk) {
        desk.service("Fern House", json!({})).await;
        for table in ["directory_text", "directory_gram", "directory_word"] {
            desk.world.execute(&format!("DELETE FROM {table}")).await;
        }
        assert_eq!(found(&desk, "fern").await.0, [""; 0]);
        assert_eq!(catch_up(desk.world.app.store()).await.unwrap(), 1);
        assert_eq!(catch_up(desk.world.app.store()).await.unwrap(), 0);
        assert_eq!(found(&desk, "frn").await.0, ["Fern House"]);
    }
}

async fn verify_again(desk: &Desk, service: &str) {
    let input = json!({ "id": service, "expectedVersion": 2, "capacity": "WAITLIST" });
    desk.done("otter", "serviceVerify", input, "service { id }")
        .await;
}
