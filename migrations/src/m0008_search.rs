//! The blind index: keyed hashes by which a sealed name, phone or alias is found again.

use sea_orm_migration::prelude::*;

use crate::columns::{bytes, code, org, uuid, uuid_null};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        search_token().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["search_token"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn search_token() -> NewTable {
    NewTable::named("search_token")
        .columns([
            org(),
            bytes("token", 16),
            code("kind", &["name", "alias_prefix", "phone", "email"]),
            uuid("case_id"),
            uuid_null("person_id"),
        ])
        .keyed_by(&["org_id", "token", "case_id", "kind"])
        .of_case()
        .refers("person_id", "case_person")
        .index(&["case_id"])
        .index(&["person_id"])
}
