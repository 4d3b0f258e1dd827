//! Organisations, the people who work in them, their roles and who supervises whom.

use sea_orm_migration::prelude::*;

use crate::columns::{code, id, org, text, ts, uuid, version};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        organization().create(manager).await?;
        app_user().create(manager).await?;
        role_grant().create(manager).await?;
        supervision().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["supervision", "role_grant", "app_user", "organization"],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const ROLE: &[&str] = &[
    "resource_specialist",
    "family_advocacy_specialist",
    "peer_volunteer",
    "analyst",
    "supervisor",
    "expert_consultant",
    "trainer",
    "intake",
    "privacy_officer",
    "directory_curator",
    "volunteer_coordinator",
    "admin",
];

fn organization() -> NewTable {
    NewTable::named("organization").columns([id(), text("name"), ts("created_at")])
}

/// `login_key` is the normalised e-mail address that one signs in with.
fn app_user() -> NewTable {
    NewTable::named("app_user")
        .columns([
            id(),
            org(),
            text("login_key"),
            text("email"),
            text("display_name"),
            text("password_hash"),
            code("status", &["active", "disabled"]),
            code("locale", &["en", "es"]).default("en").take(),
            ts("created_at"),
            version(),
        ])
        .of_organization()
        .unique(&["login_key"])
        .index(&["org_id", "id"])
}

fn role_grant() -> NewTable {
    NewTable::named("role_grant")
        .columns([uuid("user_id"), code("role", ROLE), ts("granted_at")])
        .keyed_by(&["user_id", "role"])
        .refers("user_id", "app_user")
}

fn supervision() -> NewTable {
    NewTable::named("supervision")
        .columns([uuid("supervisor_id"), uuid("user_id"), ts("since")])
        .keyed_by(&["supervisor_id", "user_id"])
        .refers("supervisor_id", "app_user")
        .refers("user_id", "app_user")
        .index(&["user_id"])
}
