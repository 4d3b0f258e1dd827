//! Drafts: what is being written in a form, kept so that nothing typed is lost.

use sea_orm_migration::prelude::*;

use crate::columns::{id, org, sealed, text, ts, uuid, version};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        draft().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["draft"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn draft() -> NewTable {
    NewTable::named("draft")
        .columns([
            id(),
            org(),
            uuid("user_id"),
            text("form_key"),
            sealed("content"),
            version(),
            ts("saved_at"),
        ])
        .of_organization()
        .refers("user_id", "app_user")
        .unique(&["user_id", "form_key"])
        .index(&["org_id"])
}
