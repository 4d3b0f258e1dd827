//! The directory in HSDS: taken in, given out, and open to everybody where it is set up.

mod curation;
mod details;
mod endpoints;
mod fixtures;
mod hidden;
mod import;
mod lists;
mod near;
mod round_trip;
mod spec;
mod tabular;

use std::path::Path;

use serde_json::{Value, json};
use server::cases::model::State;
use server::directory::hsds::{Asked, Defaults, Form, Imported, Told, export, import};
use server::directory::model::ServiceCategory;

use crate::world::World;

/// Runs one test on each database, with the directory of Meadow open to everybody.
macro_rules! in_public {
    ($($(#[$meta:meta])* async fn $name:ident($world:ident) $body:block)+) => {$(
        mod $name {
            use super::*;
            async fn run($world: World) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                run(World::public(crate::database::Kind::Sqlite, "Meadow").await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                run(World::public(crate::database::Kind::Postgres, "Meadow").await).await;
            }
        }
    )+};
}
pub(crate) use in_public;

/// An import into Meadow of the source "fern", of legal help in Texas.
fn asked() -> Asked {
    Asked {
        organization: "Meadow".to_owned(),
        source: "fern".to_owned(),
        version: Some("1".to_owned()),
        licence: None,
        defaults: Defaults {
            category: Some(ServiceCategory::LegalRepresentation),
            state: Some(State::TX),
        },
        dry_run: false,
    }
}

/// What an import did, and what it told.
async fn taken(world: &World, path: &Path, asked: &Asked) -> (Imported, Vec<Told>) {
    let mut told = Vec::new();
    let done = import(&world.app, path, asked, &mut |one| told.push(one)).await;
    (done.unwrap(), told)
}

/// Imports `files` (names and what is in them).
async fn take(world: &World, files: &[(&str, Value)], asked: &Asked) -> (Imported, Vec<Told>) {
    let folder = tempfile::tempdir().unwrap();
    for (name, value) in files {
        std::fs::write(folder.path().join(name), value.to_string()).unwrap();
    }
    taken(world, folder.path(), asked).await
}

/// The directory of Meadow as it is exported: the lists by their files' names.
async fn given(world: &World, public: bool) -> Value {
    let folder = tempfile::tempdir().unwrap();
    export(&world.app, "Meadow", public, Form::Json, folder.path())
        .await
        .unwrap();
    let mut all = json!({});
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        all[name.trim_end_matches(".json")] = serde_json::from_str(&text).unwrap();
    }
    all
}
