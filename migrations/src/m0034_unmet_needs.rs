//! What was sought in the directory and not found (rule 84).

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::columns::{code, day, id, org, text, us_state};
use crate::m0012_directory::CATEGORY;
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        unmet_need().create(manager).await?;
        append_only(manager, "unmet_need", &[&["id"]]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["unmet_need"]).await?;
        forget(manager, "unmet_need").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Neither a case, nor a person, nor who wrote it down; the day and no hour. `county` is its
/// three digits within the state, or empty. `population` holds codes between commas, in the
/// order of their vocabularies, so that two that say the same are the same text.
fn unmet_need() -> NewTable {
    NewTable::named("unmet_need")
        .columns([
            id(),
            org(),
            us_state("state"),
            text("county"),
            code("category", CATEGORY),
            text("population"),
            day("recorded_on"),
        ])
        .of_organization()
        .index(&["org_id", "recorded_on", "id"])
        .index(&["org_id", "category", "state", "recorded_on"])
}
