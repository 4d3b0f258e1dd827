//! The together view: which session is narrowed to which plan, and what was done there.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::columns::{code, id, org, sealed_null, text, ts, ts_null, uuid, uuid_null, whole};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const KIND: &[&str] = &[
    "right_explained",
    "voice",
    "goal_added",
    "goal_answered",
    "safe_person",
    "coping",
    "not_now",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        together_view().create(manager).await?;
        together_record().create(manager).await?;
        append_only(manager, "together_record", &[&["id"]]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["together_record", "together_view"]).await?;
        forget(manager, "together_record").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A session is in one at a time. `pin_hash` is a hash as of a password.
fn together_view() -> NewTable {
    NewTable::named("together_view")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            uuid("session_id"),
            uuid("user_id"),
            text("pin_hash"),
            whole("tries"),
            ts("started_at"),
            ts_null("left_at"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .refers("session_id", "user_session")
        .refers("user_id", "app_user")
        .unique_where(&["session_id"], "left_at IS NULL")
        .index(&["session_id"])
        .index(&["case_id"])
        .index(&["plan_id"])
        .index(&["user_id"])
}

fn together_record() -> NewTable {
    NewTable::named("together_record")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            uuid("view_id"),
            code("kind", KIND),
            uuid_null("goal_id"),
            sealed_null("words"),
            uuid("by_user"),
            ts("at"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .refers("view_id", "together_view")
        .refers("goal_id", "goal")
        .refers("by_user", "app_user")
        .index(&["plan_id"])
        .index(&["case_id"])
        .index(&["view_id"])
        .index(&["goal_id"])
        .index(&["by_user"])
}
