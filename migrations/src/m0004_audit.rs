//! The audit trail and the chain that seals it (rules 35, 36).

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::columns::{
    big, bytes, code, id, org, sealed_null, text, text_null, ts, uuid, uuid_null,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        audit_entry().create(manager).await?;
        audit_link().create(manager).await?;
        append_only(manager, "audit_entry", &[&["id"]]).await?;
        append_only(manager, "audit_link", &[&["seq"], &["entry_id"]]).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["audit_link", "audit_entry"]).await?;
        forget(manager, "audit_link").await?;
        forget(manager, "audit_entry").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A refusal may be about no record in particular, so `target_type` may be absent.
/// No foreign keys: an entry outlives what it names, and one about nobody known
/// can be written too. `ids` and `fields` hold JSON; `reason` is sealed with the
/// key of the case.
fn audit_entry() -> NewTable {
    NewTable::named("audit_entry")
        .columns([
            id(),
            org(),
            ts("at"),
            uuid_null("actor_id"),
            uuid_null("session_id"),
            uuid_null("request_id"),
            text("act"),
            code("outcome", &["done", "seen", "refused", "failed"]),
            text_null("why"),
            text_null("target_type"),
            uuid_null("target_id"),
            uuid_null("case_id"),
            text_null("ids"),
            text_null("fields"),
            text_null("purpose"),
            sealed_null("reason"),
        ])
        .index(&["org_id", "id"])
        .index(&["case_id", "id"])
}

fn audit_link() -> NewTable {
    NewTable::named("audit_link")
        .columns([
            big("seq").primary_key().take(),
            uuid("entry_id"),
            bytes("prev_hash", 32),
            bytes("hash", 32),
        ])
        .refers("entry_id", "audit_entry")
        .unique(&["entry_id"])
}
