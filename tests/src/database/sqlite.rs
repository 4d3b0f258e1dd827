//! SQLite for a test: a copy of the migrated file in a folder of its own.

use std::path::Path;

use migrations::{Migrator, MigratorTrait};
use sea_orm::Database;
use tempfile::TempDir;

pub async fn database() -> (String, TempDir) {
    let template = super::template::path("trellis.sqlite", migrate).await;
    let folder = tempfile::Builder::new()
        .prefix("trellis-test-")
        .tempdir()
        .unwrap();
    let file = folder.path().join("trellis.sqlite");
    std::fs::copy(template, &file).unwrap();
    (url(&file), folder)
}

/// The file is whole once the last connection is closed: only then may it be copied.
async fn migrate(file: std::path::PathBuf) {
    let db = Database::connect(format!("{}?mode=rwc", url(&file)))
        .await
        .unwrap();
    Migrator::up(&db, None).await.unwrap();
    db.close().await.unwrap();
}

fn url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}
