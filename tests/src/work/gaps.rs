//! Unmet needs and deserts.

use serde_json::{Value, json};

use super::desk::{Desk, at_both};

const LIST: &str = "{ unmetNeeds(first: 100) { edges { node { recordedOn category state county \
    ageBand accepts languages } } } }";

async fn need(desk: &Desk, state: &str, with: Value) {
    let mut input = json!({ "state": state, "category": "DENTAL" });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    desk.done("heron", "unmetNeedRecord", input, "unmetNeed { id }")
        .await;
}

/// What the deserts of `arguments` tell of `states`; an empty one is the tribal programs.
async fn deserts(desk: &Desk, arguments: &str, state: &str) -> Value {
    let document = format!(
        "{{ resourceDeserts({arguments}) {{ state services coverage unmetNeedsAtLeast atCapacityAtLeast }} }}"
    );
    let found = desk.read("sorrel", &document, json!({})).await;
    let rows = found["resourceDeserts"].as_array().unwrap();
    assert_eq!(
        rows.len(),
        57,
        "56 states and territories, and the tribal programs"
    );
    let is = |row: &&Value| row["state"].as_str().unwrap_or_default() == state;
    let row = rows.iter().find(is).unwrap();
    json!([
        row["services"],
        row["coverage"],
        row["unmetNeedsAtLeast"],
        row["atCapacityAtLeast"]
    ])
}

/// A service that was verified today with this capacity.
async fn verified(desk: &Desk, name: &str, capacity: &str, with: Value) -> String {
    let id = desk.service(name, with).await;
    let input = json!({ "id": id, "expectedVersion": 1, "capacity": capacity });
    desk.done("otter", "serviceVerify", input, "service { id }")
        .await;
    id
}

at_both! {
    async fn rule_084_an_unmet_need_takes_no_person_and_few_are_not_placed(desk) {
        let facts = json!({
            "county": "113",
            "population": { "ageBand": "FROM_16_TO_17", "accepts": ["ACCEPTS_MALE"], "languages": ["SPANISH"] },
        });
        for _ in 0..4 {
            need(&desk, "TX", facts.clone()).await;
        }
        need(&desk, "OK", json!({})).await;
        let states = async || {
            let list = desk.read("sorrel", LIST, json!({})).await;
            let edges = list["unmetNeeds"]["edges"].as_array().unwrap().clone();
            edges.into_iter().map(|edge| edge["node"].clone()).collect::<Vec<_>>()
        };
        assert!(states().await.iter().all(|row| row["state"].is_null() && row["county"].is_null()), "four, and one");
        need(&desk, "TX", facts).await;
        let rows = states().await;
        let placed: Vec<_> = rows.iter().filter(|row| row["state"] == "TX").collect();
        assert_eq!((rows.len(), placed.len()), (6, 5));
        assert_eq!(*placed[0], json!({
            "recordedOn": "2026-05-28", "category": "DENTAL", "state": "TX", "county": "113",
            "ageBand": "FROM_16_TO_17", "accepts": ["ACCEPTS_MALE"], "languages": ["SPANISH"],
        }));
        desk.later(chrono::Duration::days(367));
        assert_eq!(states().await, Vec::<Value>::new(), "twelve months are looked back on");
    }

    async fn rule_084_words_and_who_may_not_are_refused_and_a_retry_records_once(desk) {
        let refused = async |who: &str, with: Value| {
            let mut input = json!({ "state": "TX", "category": "DENTAL" });
            for (field, value) in with.as_object().unwrap() {
                input[field] = value.clone();
            }
            desk.act(who, "unmetNeedRecord", input, "unmetNeed { id }").await
        };
        let words = refused("heron", json!({ "county": "Example" })).await;
        assert_eq!(words["fields"], json!([{ "path": ["county"], "code": "MALFORMED" }]));
        let place = refused("heron", json!({ "population": { "accepts": ["CONFIDENTIAL_LOCATION"] } })).await;
        assert_eq!(place["fields"], json!([{ "path": ["population", "accepts"], "code": "NOT_ALLOWED_HERE" }]));
        for who in ["otter", "wren", "sorrel"] {
            assert_eq!(refused(who, json!({})).await["why"], "role_may_not", "{who}");
        }
        let key = json!({ "clientMutationKey": desk.key() });
        let once = refused("heron", key.clone()).await;
        let twice = refused("heron", key).await;
        assert_eq!(once, twice);
        let list = desk.read("spruce", LIST, json!({})).await;
        assert_eq!(list["unmetNeeds"]["edges"].as_array().unwrap().len(), 1);
        for who in ["finch", "wren"] {
            let list = desk.ask(who, LIST, json!({})).await;
            assert_eq!(list["errors"][0]["extensions"]["code"], "FORBIDDEN", "{who}");
        }
    }

    async fn rule_085_deserts_count_open_verified_accepting_services_of_each_state(desk) {
        let dental = json!({ "category": "DENTAL", "states": ["TX", "OK"], "minimumAge": 12, "maximumAge": 17,
            "capabilities": ["ACCEPTS_MALE"], "languages": ["Spanish"] });
        verified(&desk, "Fern Dental", "HAS_CAPACITY", dental.clone()).await;
        verified(&desk, "Full Dental", "NO_CAPACITY", dental.clone()).await;
        verified(&desk, "Moss Dental", "WAITLIST", dental.clone()).await;
        desk.service("Never Checked", dental).await;
        for name in ["Alder", "Birch"] {
            verified(&desk, name, "UNKNOWN", json!({ "category": "DENTAL" })).await;
        }
        verified(&desk, "Tribal Dental", "HAS_CAPACITY", json!({
            "category": "DENTAL", "states": ["OK", "NM"], "state": "OK", "capabilities": ["ICWA_COMPETENT"],
        })).await;
        let all = "category: DENTAL";
        assert_eq!(deserts(&desk, all, "TX").await, json!([3, "SERVED", null, null]));
        assert_eq!(deserts(&desk, "category: DENTAL, thinAtMost: 3", "TX").await[1], "THIN");
        assert_eq!(deserts(&desk, all, "OK").await, json!([2, "THIN", null, null]));
        assert_eq!(deserts(&desk, all, "GU").await, json!([0, "DESERT", null, null]));
        assert_eq!(deserts(&desk, all, "").await, json!([1, "THIN", null, null]), "of tribes, once");
        let of = async |population: &str| {
            deserts(&desk, &format!("category: DENTAL, population: {{ {population} }}"), "TX").await[0].clone()
        };
        assert_eq!(of("accepts: [ACCEPTS_MALE]").await, 1);
        assert_eq!(of("languages: [SPANISH]").await, 1);
        assert_eq!(of("ageBand: FROM_16_TO_17").await, 3);
        assert_eq!(of("ageBand: FROM_18_TO_20").await, 2);
        desk.later(chrono::Duration::days(181));
        assert_eq!(deserts(&desk, all, "TX").await[1], "DESERT", "what is stale does not count");
        let ask = "{ resourceDeserts(category: DENTAL, thinAtMost: 0) { coverage } }";
        assert_eq!(desk.ask("sorrel", ask, json!({})).await["errors"][0]["extensions"]["code"], "BAD_REQUEST");
        for who in ["finch", "wren"] {
            let answer = desk.ask(who, "{ resourceDeserts(category: DENTAL) { coverage } }", json!({})).await;
            assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{who}");
        }
    }

    async fn rule_085_small_numbers_are_not_told_and_the_cost_stays(desk) {
        let case = desk.case("River", &[("heron", "RESOURCE_SPECIALIST")]).await;
        let clinic = desk.service("Fern Dental", json!({ "category": "DENTAL" })).await;
        let refusal = async || {
            let input = json!({ "case": case, "service": clinic, "need": "A chair.", "send": true });
            let made = desk.done("heron", "referralMake", input, "referral { id version }").await;
            let input = json!({ "id": made["referral"]["id"], "expectedVersion": made["referral"]["version"],
                "to": "REJECTED", "reason": "AT_CAPACITY", "text": "Full." });
            desk.done("heron", "referralMove", input, "referral { id }").await;
        };
        let document = "{ resourceDeserts(category: DENTAL) { coverage } }";
        let cost = async || desk.counted("sorrel", document, json!({})).await.1;
        let before = (cost().await, desk.counted("sorrel", LIST, json!({})).await.1);
        for _ in 0..4 {
            refusal().await;
            need(&desk, "TX", json!({ "population": { "accepts": ["ICWA_COMPETENT"] } })).await;
        }
        let told = async |state| deserts(&desk, "category: DENTAL", state).await;
        assert_eq!(told("TX").await, json!([0, "DESERT", null, null]));
        refusal().await;
        need(&desk, "TX", json!({ "population": { "accepts": ["ICWA_COMPETENT"] } })).await;
        assert_eq!(told("TX").await, json!([0, "DESERT", 5, 5]));
        assert_eq!(told("").await, json!([0, "DESERT", 5, null]), "the refusals were no tribal program's");
        need(&desk, "TX", json!({})).await;
        assert_eq!(told("TX").await[2], 5, "in steps: the sixth cannot be told by a difference");
        let male = "category: DENTAL, population: { accepts: [ACCEPTS_MALE] }";
        assert_eq!(deserts(&desk, male, "TX").await[2], Value::Null, "not sought for them");
        for _ in 0..30 {
            need(&desk, "OK", json!({})).await;
        }
        assert_eq!(told("OK").await[2], 30);
        assert_eq!((cost().await, desk.counted("sorrel", LIST, json!({})).await.1), before);
    }

    async fn rule_085_each_number_of_services_has_exactly_its_rows(desk) {
        let dental = json!({ "category": "DENTAL", "states": ["TX"], "minimumAge": 12, "maximumAge": 17,
            "capabilities": ["ACCEPTS_MALE"], "languages": ["Spanish"] });
        verified(&desk, "Fern Dental", "HAS_CAPACITY", dental.clone()).await;
        verified(&desk, "Full Dental", "NO_CAPACITY", dental.clone()).await;
        verified(&desk, "Moss Dental", "WAITLIST", dental.clone()).await;
        desk.service("Never Checked", dental).await;
        verified(&desk, "Alder", "UNKNOWN", json!({ "category": "DENTAL" })).await;
        verified(&desk, "Tribal Dental", "HAS_CAPACITY", json!({
            "category": "DENTAL", "state": "OK", "states": ["OK"], "capabilities": ["ICWA_COMPETENT"],
        })).await;
        let rows = async |filter: Value| {
            let list = "query($f: ServiceFilter) { services(filter: $f, first: 100) { edges { node { name } } } }";
            let found = desk.read("heron", list, json!({ "f": filter })).await;
            let mut names: Vec<_> = found["services"]["edges"].as_array().unwrap().iter()
                .map(|edge| edge["node"]["name"].as_str().unwrap().to_owned()).collect();
            names.sort();
            names
        };
        let of = async |population: &str, state: &str| {
            let arguments = format!("category: DENTAL, population: {{ {population} }}");
            usize::try_from(deserts(&desk, &arguments, state).await[0].as_i64().unwrap()).unwrap()
        };
        let there = json!({ "categories": ["DENTAL"], "states": ["TX"], "accepting": true });
        let with = |more: Value| {
            let mut filter = there.clone();
            for (field, value) in more.as_object().unwrap() {
                filter[field] = value.clone();
            }
            filter
        };
        assert_eq!(rows(there.clone()).await, ["Alder", "Fern Dental"]);
        assert_eq!(of("", "TX").await, 2);
        let band = rows(with(json!({ "age": 18, "ageTo": 20 }))).await;
        assert_eq!((band.len(), of("ageBand: FROM_18_TO_20", "TX").await), (1, 1));
        let band = rows(with(json!({ "age": 16, "ageTo": 17, "capabilities": ["ACCEPTS_MALE"], "language": "Spanish" }))).await;
        assert_eq!(band, ["Fern Dental"]);
        assert_eq!(of("ageBand: FROM_16_TO_17, accepts: [ACCEPTS_MALE], languages: [SPANISH]", "TX").await, 1);
        let tribes = rows(json!({ "categories": ["DENTAL"], "accepting": true, "tribal": true })).await;
        assert_eq!((tribes.len(), of("", "").await), (1, 1));
        let answer = desk.ask("heron", "{ services(filter: { ageTo: 3 }) { edges { cursor } } }", json!({})).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_REQUEST");
    }

    async fn rule_085_where_the_directory_has_nothing_at_all_nothing_is_known(desk) {
        let listed = async |state: &str| {
            let found = desk.read("otter", "{ resourceDeserts(category: DENTAL) { state coverage listed } }", json!({})).await;
            let is = |row: &&Value| row["state"].as_str().unwrap_or_default() == state;
            let row = found["resourceDeserts"].as_array().unwrap().iter().find(is).cloned().unwrap();
            (row["coverage"].as_str().unwrap().to_owned(), row["listed"].as_bool().unwrap())
        };
        let desert = |known| ("DESERT".to_owned(), known);
        assert_eq!(listed("TX").await, desert(false));
        desk.service("Never Checked", json!({ "category": "EMERGENCY_SHELTER" })).await;
        assert_eq!(listed("TX").await, desert(true), "it is known, and has no dentist");
        assert_eq!((listed("GU").await, listed("").await), (desert(false), desert(false)));
    }

    async fn rule_084_a_filter_finds_no_place_that_is_not_told(desk) {
        let spanish = json!({ "population": { "languages": ["SPANISH"] } });
        for _ in 0..5 {
            need(&desk, "TX", spanish.clone()).await;
        }
        need(&desk, "TX", json!({})).await;
        need(&desk, "OK", json!({ "population": { "accepts": ["ICWA_COMPETENT"] } })).await;
        let count = async |filter: Value| {
            let list = "query($f: UnmetNeedFilter) { unmetNeeds(filter: $f, first: 100) { edges { node { state } } } }";
            let found = desk.read("heron", list, json!({ "f": filter })).await;
            found["unmetNeeds"]["edges"].as_array().unwrap().len()
        };
        assert_eq!(count(json!({})).await, 7);
        assert_eq!(count(json!({ "state": "TX" })).await, 5, "the sixth says something else");
        assert_eq!(count(json!({ "state": "OK" })).await, 0, "one is not told by a filter either");
        assert_eq!(count(json!({ "population": { "languages": ["SPANISH"] } })).await, 5);
        assert_eq!(count(json!({ "tribal": true })).await, 1);
        assert_eq!(count(json!({ "category": "DENTAL" })).await, 7);
        assert_eq!(count(json!({ "category": "DROP_IN" })).await, 0);
    }

    async fn rule_084_the_list_costs_the_same_at_30_and_300_rows(desk) {
        let lists = [
            LIST,
            "{ unmetNeeds(first: 100, filter: { category: DENTAL, state: TX }) { edges { node { state } } } }",
        ];
        let cost = async || {
            let mut all = Vec::new();
            for list in lists {
                let (answer, statements) = desk.counted("sorrel", list, json!({})).await;
                all.push((statements, answer["data"]["unmetNeeds"]["edges"].as_array().unwrap().len()));
            }
            all
        };
        for _ in 0..30 {
            need(&desk, "TX", json!({})).await;
        }
        let few = cost().await;
        assert_eq!(few[1].1, 30);
        for _ in 30..300 {
            need(&desk, "TX", json!({})).await;
        }
        let many = cost().await;
        assert_eq!((few[0].0, few[1].0), (many[0].0, many[1].0));
        assert_eq!((many[0].1, many[1].1), (100, 100), "a page, and no more");
    }
}
