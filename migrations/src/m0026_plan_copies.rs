//! Copies of plans on paper: each is numbered in its case, and keeps what stands on it.

use sea_orm_migration::prelude::*;

use crate::columns::{bytes, code, id, org, sealed, ts, ts_null, uuid, uuid_null, whole};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        plan_copy(&["youth", "team", "safety_plan"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["plan_copy"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A safety plan belongs to the case, and may be there without a plan.
pub(crate) fn plan_copy(audiences: &[&'static str]) -> NewTable {
    NewTable::named("plan_copy")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid_null("plan_id"),
            whole("number"),
            code("audience", audiences),
            code("language", &["en", "es"]),
            whole("of_version"),
            sealed("content"),
            bytes("content_hash", 32),
            uuid("made_by"),
            uuid("session_id"),
            ts("made_at"),
            ts_null("taken_at"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .refers("made_by", "app_user")
        .refers("session_id", "user_session")
        .unique(&["case_id", "number"])
        .index(&["plan_id"])
        .index(&["made_by"])
        .index(&["session_id"])
}
