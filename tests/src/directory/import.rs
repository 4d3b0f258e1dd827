//! What is taken, what is refused, and what changes.

use serde_json::json;
use server::access::Role;
use server::directory::hsds::{Imported, Told, import};

use super::fixtures::{id, service, term};
use super::{asked, given, take, taken};
use crate::both;

both! {
    async fn rule_078_a_bad_row_is_refused_with_its_place_and_reason_and_the_rest_is_taken(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut asleep = service(0x30, "Asleep");
        asleep["status"] = json!("asleep");
        let rows = json!([service(0x10, "Fern House"), asleep, 7, { "id": "x" }]);
        let page = json!({ "total_items": 1, "contents": [service(0x50, "Fern Clinic")] });
        let (done, told) = take(&world, &[("services.json", rows), ("services_page.json", page)], &asked()).await;
        let refused: Vec<_> = told.iter().filter_map(|one| match one {
            Told::Refused { file, row, reason } => Some((file.as_str(), *row, reason.as_str())),
            _ => None,
        }).collect();
        assert_eq!(refused, [
            ("services.json", 2, "service.status: not a status of HSDS"),
            ("services.json", 3, "not an object"),
            ("services.json", 4, "service.id: not a UUID"),
        ]);
        assert_eq!(done.refused, 3);
        assert_eq!(world.number("SELECT count(*) FROM service").await, 2);
        assert!(told.iter().any(|one| matches!(one, Told::Progress(_))));
        assert_eq!(world.number("SELECT count(*) FROM audit_entry WHERE act = 'directory_import'").await, 1);
    }

    async fn rule_078_a_file_that_ends_early_gives_what_was_before_and_lines_are_read_as_well(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let folder = tempfile::tempdir().unwrap();
        let lines = format!("{}\n{}\n", service(0x10, "Fern House"), service(0x30, "Fern Clinic"));
        std::fs::write(folder.path().join("services.ndjson"), lines).unwrap();
        let broken = format!("[{}, {{\"id\": ", service(0x50, "Fern Court"));
        std::fs::write(folder.path().join("services_2.json"), broken).unwrap();
        let (done, told) = taken(&world, folder.path(), &asked()).await;
        assert_eq!(done.refused, 1, "{told:?}");
        assert_eq!(world.number("SELECT count(*) FROM service").await, 3);
        let nowhere = import(&world.app, &folder.path().join("none"), &asked(), &mut |_| {}).await;
        assert!(nowhere.is_err());
        let mut nobody = asked();
        nobody.organization = "Nobody".to_owned();
        assert!(import(&world.app, folder.path(), &nobody, &mut |_| {}).await.is_err());
        let mut nameless = asked();
        nameless.source = " ".to_owned();
        assert!(import(&world.app, folder.path(), &nameless, &mut |_| {}).await.is_err());
    }

    async fn rule_078_a_dry_run_tells_the_difference_and_changes_nothing(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut dry = asked();
        dry.dry_run = true;
        let first = [("services.json", json!([service(0x10, "Fern House")]))];
        let (would, told) = take(&world, &first, &dry).await;
        assert!(would.new > 0 && told.iter().any(|one| matches!(one, Told::Difference(line) if line.starts_with("+ service"))));
        assert_eq!(world.number("SELECT count(*) FROM directory_record").await, 0);
        let (done, _) = take(&world, &first, &asked()).await;
        assert_eq!(done, would);
        let mut other = service(0x10, "Fern House");
        other["maximum_age"] = json!(17);
        let second = [("services.json", json!([other]))];
        let (would, told) = take(&world, &second, &dry).await;
        assert_eq!((would.new, would.changed), (0, 1));
        let line = format!("~ service {} \u{201c}Fern House\u{201d}: maximum_age: 21 -> 17", id(0x10));
        assert!(told.contains(&Told::Difference(line)), "{told:?}");
        assert_eq!(world.number("SELECT maximum_age FROM service").await, 21);
        take(&world, &second, &asked()).await;
        assert_eq!(world.number("SELECT maximum_age FROM service").await, 17);
        assert_eq!(world.number("SELECT count(*) FROM service").await, 1, "nothing is there twice");
    }

    async fn rule_083_what_is_imported_is_found_by_those_who_work_with_cases(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let heron = world.person("Heron", &[Role::ResourceSpecialist]).await;
        take(&world, &[("services.json", json!([service(0x10, "Fern House")]))], &asked()).await;
        let asks = "{ services(filter: { words: \"moss fern\", states: [TX], age: 14, language: \"Spanish\", capacities: [HAS_CAPACITY] }) \
            { edges { node { name organizationName category verification phone city capacityOn } } } }";
        let found = world.ask(&heron, asks, json!({})).await;
        assert_eq!(found.data()["services"]["edges"], json!([{ "node": {
            "name": "Fern House", "organizationName": "Moss Legal", "category": "LEGAL_REPRESENTATION",
            "verification": "UNVERIFIED", "phone": "555-0101", "city": "Alderton", "capacityOn": "2026-02-01",
        } }]));
    }

    async fn rule_083_a_service_that_says_neither_kind_nor_place_waits_for_a_curator(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut unsaid = asked();
        unsaid.defaults = server::directory::hsds::Defaults::default();
        let files = [("services.json", json!([service(0x10, "Fern House")]))];
        let (done, _) = take(&world, &files, &unsaid).await;
        assert_eq!(done.waiting, 1);
        assert_eq!(world.number("SELECT count(*) FROM service").await, 0);
        assert_eq!(given(&world, false).await["services"][0]["name"], "Fern House", "kept all the same");
        let (done, _) = take(&world, &files, &asked()).await;
        assert_eq!(done.waiting, 0);
        assert_eq!(world.number("SELECT count(*) FROM service").await, 1);
    }

    async fn rule_078_a_licensed_taxonomy_is_never_exported(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let taxonomy = json!([{ "id": id(0x51), "name": "Brook", "description": "Kinds of help" }]);
        let files = [("taxonomies.json", taxonomy), ("taxonomy_terms.json", json!([term(0x50, "court", 0x51)])),
            ("services.json", json!([service(0x10, "Fern House")]))];
        let mut licensed = asked();
        licensed.licence = Some("By subscription".to_owned());
        take(&world, &files, &licensed).await;
        // To forget to say so frees nothing.
        let (done, _): (Imported, _) = take(&world, &files, &asked()).await;
        assert_eq!((done.new, done.changed), (0, 0));
        let out = given(&world, false).await;
        assert_eq!((&out["taxonomies"], &out["taxonomy_terms"]), (&json!([]), &json!([])));
        let text = out.to_string();
        assert!(!text.contains("Brook\"") && !text.contains(&id(0x50)), "{text}");
        assert!(text.contains("legal_representation"), "our own terms are told");
    }
}
