//! What a source tells of a service, as those who work with cases see it.

use serde_json::{Value, json};
use server::access::Role;

use super::fixtures::{attribute, id, location, service, term};
use super::{asked, take};
use crate::both;
use crate::world::{Persona, World};

const DETAILS: &str = "{ services { edges { node { name details { source sourceVersion alert applicationProcess eligibility fees \
    schedules { days opensAt closesAt text } places { name address text } areas { name text } languages { name text } \
    accessibility { name url } costs { option amount text } requiredDocuments { name url } \
    contacts { name title email phones { number } } phones { number kind text } programs { name text } \
    attributes { name taxonomy licence value } changes { at action field } } } } } }";

async fn details(world: &World, who: &Persona) -> Value {
    let found = world.ask(who, DETAILS, json!({})).await;
    found.data()["services"]["edges"][0]["node"]["details"].clone()
}

fn rich() -> Value {
    let mut rich = service(0x10, "Fern House");
    rich["application_process"] = json!("Call first");
    rich["schedules"] =
        json!([{ "id": id(0xb0), "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00" }]);
    rich["required_documents"] =
        json!([{ "id": id(0xb1), "document": "None", "uri": "javascript:alert(1)" }]);
    rich["contacts"] = json!([
        { "id": id(0xb2), "name": "Intake", "title": "Front desk", "phones": [{ "id": id(0xb3), "number": "555-0144", "extension": 7 }] },
        { "id": id(0xb4), "name": "zq3heronfeather", "confidential": true },
    ]);
    rich["program"] = json!({ "id": id(0xb5), "name": "Nights", "description": "Every night" });
    rich["metadata"] = json!([{ "id": id(0xb6), "resource_id": id(0x10), "resource_type": "service", "field_name": "alert",
        "last_action_date": "2026-02-01", "last_action_type": "update", "previous_value": "a", "replacement_value": "b", "updated_by": "zq4heronfeather" }]);
    rich
}

both! {
    async fn rule_078_a_service_shows_what_its_source_tells_typed_and_with_its_licences(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let heron = world.person("Heron", &[Role::ResourceSpecialist]).await;
        let mut licensed = asked();
        licensed.licence = Some("By subscription".to_owned());
        take(&world, &[("taxonomies.json", json!([{ "id": id(0x51), "name": "Brook", "description": "Kinds of help" }])),
            ("services.json", json!([rich()]))], &licensed).await;
        let found = details(&world, &heron).await;
        assert_eq!(found, json!({
            "source": "fern", "sourceVersion": "1", "alert": null, "applicationProcess": "Call first", "eligibility": null, "fees": null,
            "schedules": [{ "days": "MO,TU", "opensAt": "09:00", "closesAt": "17:00", "text": null }],
            "places": [{ "name": "House", "address": "Brook Lane 7, Alderton, TX, 00000", "text": null }],
            "areas": [{ "name": "Texas", "text": null }], "languages": [{ "name": "Spanish", "text": null }],
            "accessibility": [{ "name": "A ramp", "url": null }],
            "costs": [{ "option": "none", "amount": "0 USD", "text": null }],
            "requiredDocuments": [{ "name": "None", "url": null }],
            "contacts": [{ "name": "Intake", "title": "Front desk", "email": null, "phones": [{ "number": "555-0144 ext. 7" }] }],
            "phones": [{ "number": "555-0101", "kind": "voice", "text": null }],
            "programs": [{ "name": "Nights", "text": "Every night" }],
            "attributes": [{ "name": "court", "taxonomy": "Brook", "licence": "By subscription", "value": "yes" }],
            "changes": [{ "at": "2026-02-01", "action": "update", "field": "alert" }],
        }));
        assert!(!found.to_string().contains("heronfeather"));
    }

    async fn rule_045_the_details_of_a_confidential_service_say_nothing_of_its_place(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut haven = rich();
        haven["attributes"] = json!([attribute(0x80, &term(0x81, "confidential_location", 0x82))]);
        take(&world, &[("services.json", json!([haven])), ("locations.json", json!([location(0x14, "Brook Lane 7")]))], &asked()).await;
        let found = details(&world, &otter).await;
        assert_eq!((&found["places"], &found["accessibility"]), (&json!([]), &json!([])));
        for word in ["Brook Lane", "Alderton", "30.25"] {
            assert!(!found.to_string().contains(word), "{word}: {found}");
        }
    }

    async fn what_was_recorded_here_has_no_source_and_every_list_has_an_end(world) {
        let otter = world.person("Otter", &[Role::DirectoryCurator]).await;
        let own = json!({ "name": "Drop-in", "organizationName": "Willow", "category": "DROP_IN", "description": "Tea",
            "states": ["TX"], "languages": [], "capabilities": [], "capacity": "UNKNOWN", "state": "TX" });
        world.act(&otter, "serviceRecord", "service { id }", own).await.done();
        assert_eq!(details(&world, &otter).await, Value::Null);
        world.execute("UPDATE service SET closed = true").await;
        let mut long = rich();
        long["phones"] = (0..60).map(|n| json!({ "id": id(0xc00 + n), "number": n.to_string() })).collect();
        take(&world, &[("services.json", json!([long]))], &asked()).await;
        assert_eq!(details(&world, &otter).await["phones"].as_array().unwrap().len(), 50);
    }

    async fn the_details_of_a_page_cost_as_many_statements_with_300_services_as_with_30(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let heron = world.person("Heron", &[Role::ResourceSpecialist]).await;
        let asks = DETAILS.replace("services {", "services(first: 100) {");
        let mut costs = Vec::new();
        for rows in [30_u32, 300] {
            let services: Value = (0..rows).map(|n| service(0x1000 * (n + 1), "Fern House")).collect();
            take(&world, &[("services.json", services)], &asked()).await;
            let found = world.ask(&heron, &asks, json!({})).await;
            let edges = found.data()["services"]["edges"].as_array().unwrap().clone();
            assert_eq!(edges.len(), rows.min(100) as usize);
            assert!(edges.iter().all(|edge| edge["node"]["details"]["source"] == "fern"));
            costs.push(found.statements);
        }
        assert_eq!(costs[0], costs[1]);
    }
}
