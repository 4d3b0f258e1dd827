//! Mail that waits to be sent, and work that waits to be done.

use sea_orm_migration::prelude::*;

use crate::columns::{id, org, text, text_null, ts, ts_null, uuid, uuid_null, whole};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        outbox().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["outbox"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn outbox() -> NewTable {
    NewTable::named("outbox")
        .columns([
            id(),
            org(),
            text("kind"),
            uuid("recipient_id"),
            text("template"),
            text("link"),
            text("payload"),
            text("dedupe_key"),
            ts("created_at"),
            ts("not_before"),
            whole("attempts").default(0).take(),
            ts_null("lease_until"),
            uuid_null("leased_by"),
            text_null("last_error"),
            ts_null("done_at"),
            ts_null("parked_at"),
        ])
        .of_organization()
        .refers("recipient_id", "app_user")
        .unique(&["dedupe_key"])
        .index_where(&["not_before"], "done_at IS NULL AND parked_at IS NULL")
        .index(&["org_id", "id"])
        .index(&["recipient_id"])
}
