//! Keys that seal a case's or a person's data, and the keys by which a client's act is applied once.

use sea_orm_migration::prelude::*;

use crate::columns::{bytes, id, org, sealed_null, text, ts, ts_null, uuid};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        data_key().create(manager).await?;
        client_key().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["client_key", "data_key"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// The `id` is that of what the key belongs to: a case, a request, a user, an
/// organisation. `wrapped` is null once the key is destroyed, and with it what it sealed.
fn data_key() -> NewTable {
    NewTable::named("data_key")
        .columns([
            id(),
            org(),
            sealed_null("wrapped"),
            text("master_kid"),
            ts("created_at"),
            ts_null("destroyed_at"),
        ])
        .of_organization()
        .index(&["org_id"])
        .index(&["master_kid"])
}

fn client_key() -> NewTable {
    NewTable::named("client_key")
        .columns([
            uuid("user_id"),
            uuid("key"),
            text("act"),
            bytes("input_hash", 32),
            uuid("result_id"),
            ts("created_at"),
        ])
        .keyed_by(&["user_id", "key"])
        .refers("user_id", "app_user")
        .index(&["created_at"])
}
