//! Sessions, their refresh tokens (hashed), and the waits after failed sign-ins.

use sea_orm_migration::prelude::*;

use crate::columns::{bytes, code, id, text_null, ts, ts_null, uuid, uuid_null, whole};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        user_session().create(manager).await?;
        refresh_token().create(manager).await?;
        sign_in_throttle().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["sign_in_throttle", "refresh_token", "user_session"],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// `ends_at` is the absolute end; `ended_at` is when somebody or something ended it.
fn user_session() -> NewTable {
    NewTable::named("user_session")
        .columns([
            id(),
            uuid("user_id"),
            code("kind", &["browser", "api"]),
            ts("started_at"),
            ts("last_used_at"),
            ts("ends_at"),
            ts_null("ended_at"),
            text_null("end_reason"),
        ])
        .refers("user_id", "app_user")
        .index(&["user_id", "ended_at"])
}

/// `revoked_at`: went astray unused, and was replaced (see `refresh` in accounts).
/// `successor_id` has no foreign key: a family of tokens is taken away in one
/// statement, and a restricting key within the table would forbid just that.
fn refresh_token() -> NewTable {
    NewTable::named("refresh_token")
        .columns([
            id(),
            uuid("session_id"),
            bytes("hash", 32),
            ts("issued_at"),
            ts_null("used_at"),
            ts_null("revoked_at"),
            uuid_null("successor_id"),
        ])
        .refers("session_id", "user_session")
        .unique(&["hash"])
        .index(&["session_id"])
}

/// `key` is a keyed hash of a sign-in name or of an address; unknown names count too.
fn sign_in_throttle() -> NewTable {
    NewTable::named("sign_in_throttle")
        .columns([
            bytes("key", 32).primary_key().take(),
            whole("failures"),
            ts_null("blocked_until"),
            ts("updated_at"),
        ])
        .index(&["updated_at"])
}
