//! HSDS as tables: CSV files with their data package, in a folder or in an archive.

use std::path::Path;

use serde_json::{Value, json};
use server::access::Role;
use server::directory::hsds::{Form, Imported, Told, export};

use super::fixtures::{id, service};
use super::{asked, given, spec, take, taken};
use crate::both;
use crate::world::World;

async fn as_tables(world: &World, path: &Path) -> u64 {
    export(&world.app, "Meadow", false, Form::Tables, path)
        .await
        .unwrap()
}

fn refused(told: &[Told]) -> Vec<(&str, u64, &str)> {
    let refused = told.iter().filter_map(|one| match one {
        Told::Refused { file, row, reason } => Some((file.as_str(), *row, reason.as_str())),
        _ => None,
    });
    refused.collect()
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

/// What an object says, without what the rows' links add: they are there in tables alone.
fn without_links(value: &Value) -> Value {
    match value {
        Value::Array(all) => all.iter().map(without_links).collect(),
        Value::Object(all) => {
            let kept = all.iter().filter(|(field, _)| !field.ends_with("_id"));
            kept.map(|(field, value)| (field.clone(), without_links(value)))
                .collect()
        }
        other => other.clone(),
    }
}

both! {
    async fn rule_078_what_goes_out_as_tables_comes_in_as_it_was(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let services = json!([service(0x10, "Fern House"), service(0x30, "Fern \"Clinic\", second\nfloor")]);
        take(&world, &[("services.json", services)], &asked()).await;
        let before = given(&world, false).await;
        let folder = tempfile::tempdir().unwrap();
        for path in [folder.path().join("tables"), folder.path().join("tables.zip")] {
            assert!(as_tables(&world, &path).await > 0);
            let name = format!("Heath {}", path.extension().is_some());
            server::accounts::users::organization_named(&world.app, &name).await.unwrap();
            let mut other = asked();
            other.organization = name.clone();
            let (done, told) = taken(&world, &path, &other).await;
            assert_eq!((done.refused, refused(&told)), (0, vec![]));
            let out = tempfile::tempdir().unwrap();
            export(&world.app, &name, false, Form::Json, out.path()).await.unwrap();
            for (list, all) in before.as_object().unwrap() {
                let after = spec::read(&out.path().join(format!("{list}.json")));
                let (after, before) = (without_links(&after), without_links(all));
                for one in before.as_array().unwrap() {
                    assert!(after.as_array().unwrap().contains(one), "{list}: {one} of {after}");
                }
                // Our own terms, by which services are classified on the way out, are records there.
                let own = list.starts_with("taxonom");
                assert!(own || after.as_array().unwrap().len() == before.as_array().unwrap().len(), "{list}");
            }
            // Again it is nothing new.
            let (again, _) = taken(&world, &path, &other).await;
            assert_eq!((again.new, again.changed, again.refused), (0, 0, 0));
        }
        let services = std::fs::read_to_string(folder.path().join("tables/languages.csv")).unwrap();
        assert_eq!(services.lines().filter(|line| line.contains(&id(0x12))).count(), 1, "a row stands in two places");
    }

    async fn rule_078_a_bad_row_of_a_table_is_refused_with_its_place_and_the_rest_is_taken(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let folder = tempfile::tempdir().unwrap();
        let (moss, fern, asleep) = (id(2), id(0x10), id(0x30));
        write(folder.path(), &[
            ("organizations.csv", &format!("\u{feff}id,name,description\n{moss},Moss Legal,Lawyers\n")),
            ("services.csv", &format!("id,organization_id,name,status,minimum_age,colour\n{fern},{moss},Fern House,active,12,green\n\
                {asleep},{moss},Asleep,asleep,,\nx,{moss},No id,active,,\n{fern},too,few\n")),
            ("phones.csv", &format!("id,service_id,number\n{},{fern},555-0101\n{},{},555-0102\n", id(3), id(4), id(0x77))),
            ("meta_table_descriptions.csv", "id,name\n1,a\n"),
            ("beds.csv", "id\n1\n"),
        ]);
        let (done, told) = taken(&world, folder.path(), &asked()).await;
        let mut all = refused(&told);
        all.sort_unstable();
        assert_eq!(all.len(), 5, "{all:?}");
        assert_eq!(all[0], ("beds.csv", 0, "no table of HSDS"));
        assert_eq!(all[1], ("phones.csv", 2, "it names nothing to belong to that is here"));
        assert_eq!(all[2], ("services.csv", 2, "service.status: not a status of HSDS"));
        assert_eq!(all[3], ("services.csv", 3, "service.id: not a UUID"));
        assert_eq!((all[4].0, all[4].1), ("services.csv", 4));
        assert_eq!(done.refused, 5);
        let out = given(&world, false).await;
        let fern = &out["services"][0];
        assert_eq!(fern["phones"], json!([{ "id": id(3), "number": "555-0101" }]));
        assert_eq!((&fern["minimum_age"], &fern["colour"], &fern["organization"]["name"]), (&json!(12), &json!("green"), &json!("Moss Legal")));
        assert_eq!(world.number("SELECT count(*) FROM service").await, 1);
    }

    async fn rule_045_tables_have_nothing_of_a_confidential_place(world) {
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let mut hidden = service(0x10, "Fern House");
        hidden["service_at_locations"][0]["location"]["confidential"] = json!(true);
        take(&world, &[("services.json", json!([hidden]))], &asked()).await;
        let folder = tempfile::tempdir().unwrap();
        as_tables(&world, folder.path()).await;
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            assert!(!text.contains("Brook Lane") && !text.contains("Alderton") && !text.contains("30.25"), "{text}");
        }
    }

    async fn rule_078_the_official_tables_are_taken(world) {
        let Some(folder) = spec::folder() else { return };
        world.person("Otter", &[Role::DirectoryCurator]).await;
        let (done, told) = taken(&world, &folder.join("3.0/examples/csv"), &asked()).await;
        // The examples name some rows that are in none of their tables.
        let wrong = refused(&told);
        assert!(wrong.iter().all(|(_, _, why)| *why == "it names nothing to belong to that is here"), "{wrong:?}");
        assert!(done.new >= 6, "{done:?}");
        let out = given(&world, false).await;
        let service = &out["services"][0];
        spec::holds(&spec::schema(&folder, "compiled/service.json"), service, "service");
        assert_eq!(service["cost_options"][0]["amount"], json!(35));
        assert_eq!(service["service_at_locations"][0]["location"]["addresses"][0]["city"], json!("MyCity"));
        assert_eq!(service["program"]["name"], json!("Community Mental Health Support"));
        let again = taken(&world, &folder.join("3.0/examples/csv"), &asked()).await.0;
        assert_eq!(Imported { refused: 0, ..again }, Imported { same: done.new + done.same, ..Imported::default() });
    }
}
