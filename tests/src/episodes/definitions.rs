//! The definitions by which clocks are made, to be read by who answers for them.

use serde_json::{Value, json};
use server::access::Role;
use uuid::Uuid;

use crate::both;
use crate::world::{Persona, World};

const NODE: &str = "code jurisdiction version own title trigger amount unit applies responsible party recurs required source";

async fn page(world: &World, who: &Persona, arguments: &str) -> Value {
    let document = format!(
        "{{ clockDefinitions({arguments}) {{ edges {{ node {{ {NODE} }} }} pageInfo {{ hasNextPage endCursor }} }} }}"
    );
    world.ask(who, &document, json!({})).await.data()["clockDefinitions"].clone()
}

async fn all(world: &World, who: &Persona, arguments: &str) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), String::new());
    loop {
        let found = page(world, who, &format!("first: 7 {after} {arguments}")).await;
        let edges = found["edges"].as_array().unwrap().iter();
        rows.extend(edges.map(|edge| edge["node"].clone()));
        if found["pageInfo"]["hasNextPage"] == false {
            return rows;
        }
        after = format!("after: {}", found["pageInfo"]["endCursor"]);
    }
}

async fn load(world: &World, text: &str) {
    server::clocks::load(&world.app, "Meadow", text, Uuid::from_u128(7))
        .await
        .unwrap();
}

both! {
    async fn rule_046_supervisors_and_administrators_read_which_definitions_are_in_force(world) {
        let chief = world.person("Sage Alder", &[Role::Supervisor]).await;
        let admin = world.person("Oak Elm", &[Role::Admin]).await;
        let shipped = all(&world, &chief, "").await;
        assert_eq!(shipped, all(&world, &admin, "").await);
        assert!(shipped.iter().all(|one| one["own"] == false && one["source"] != Value::Null));
        assert_eq!(shipped[0]["jurisdiction"], "US", "the country's first");
        let texas = all(&world, &chief, "jurisdiction: \"TX\"").await;
        assert!(!texas.is_empty() && texas.iter().all(|one| one["jurisdiction"] == "TX"));
        let places: std::collections::BTreeSet<_> = shipped.iter().map(|one| (one["jurisdiction"].to_string(), one["code"].to_string())).collect();
        assert_eq!(places.len(), shipped.len(), "each once");
        let specialist = world.person("Wren Cedar", &[Role::ResourceSpecialist]).await;
        let refused = world.ask(&specialist, "{ clockDefinitions { edges { cursor } } }", json!({})).await;
        assert_eq!(refused.codes(), ["FORBIDDEN"]);
    }

    async fn rule_046_an_organisations_own_is_told_apart_with_its_version_and_is_seen_by_nobody_else(world) {
        let chief = world.person("Sage Alder", &[Role::Supervisor]).await;
        let stranger = world.person_of("Heath", "Heath Alder", &[Role::Supervisor]).await;
        let own = |amount: i32| format!(
            "[[clock]]\ncode = \"own_call\"\njurisdiction = \"TX\"\ntrigger = \"recovery\"\namount = {amount}\n\
             unit = \"elapsed_hours\"\napplies = \"all\"\n[clock.title]\nen = \"Call the school\"\nes = \"Llamar a la escuela\"\n"
        );
        load(&world, &own(48)).await;
        load(&world, &own(24)).await;
        let ours = all(&world, &chief, "jurisdiction: \"TX\"").await;
        let found: Vec<_> = ours.iter().filter(|one| one["code"] == "own_call").collect();
        assert_eq!(found.len(), 1, "the newest alone");
        let told = found[0];
        assert_eq!((&told["version"], &told["own"], &told["amount"], &told["title"]), (&json!(2), &json!(true), &json!(24), &json!("Call the school")));
        assert!(all(&world, &stranger, "").await.iter().all(|one| one["code"] != "own_call"));
    }
}
