//! What in the directory needs a curator.

use sea_orm_migration::prelude::*;

use crate::append_only::run;
use crate::columns::{code, org, text, ts, uuid};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        service_mark().create(manager).await?;
        let waiting = format!(
            "CREATE INDEX {WAITING} ON directory_record (org_id, id) \
             WHERE kind = 'service' AND service_id IS NULL"
        );
        run(manager, &[waiting]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &[format!("DROP INDEX {WAITING}")]).await?;
        drop_tables(manager, &["service_mark"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const WAITING: &str = "ix_directory_record_waiting";

/// Something has become known of a service that nobody has looked at yet. `fields` are the
/// names of what changed, between commas, and never what they say.
fn service_mark() -> NewTable {
    NewTable::named("service_mark")
        .columns([
            uuid("service_id"),
            code("why", &["source_changed", "answered"]),
            org(),
            text("fields"),
            ts("since"),
        ])
        .keyed_by(&["service_id", "why"])
        .of_organization()
        .refers("service_id", "service")
        .index(&["org_id", "why", "since", "service_id"])
}
