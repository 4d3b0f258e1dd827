//! Templates of goals and steps: drafts, frozen versions, their reviews, and which plans
//! took from them.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget, run};
use crate::columns::{
    bytes, code, flag, id, org, text, text_null, ts, uuid, uuid_null, version, whole,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const SITUATION: &[&str] = &[
    "just_recovered",
    "foster_placement",
    "returning_home",
    "after_being_away",
    "pregnant_or_parenting",
    "court_ahead",
    "turning_eighteen",
    "other",
];

const REVIEW: &[&str] = &[
    "submitted",
    "in_review",
    "changes_requested",
    "endorsed",
    "declined",
    "withdrawn",
];

const APPEND_ONLY: [&str; 2] = ["plan_template_version", "plan_template_review"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            plan_template(),
            plan_template_version(),
            plan_template_review(),
            plan_template_use(),
        ] {
            table.create(manager).await?;
        }
        let version_keys: [&[&str]; 2] = [&["id"], &["template_id", "number"]];
        append_only(manager, "plan_template_version", &version_keys).await?;
        append_only(manager, "plan_template_review", &[&["id"]]).await?;
        let mut column = uuid_null("template_version_id");
        let goal = Table::alter().table("goal").add_column(&mut column).take();
        manager.alter_table(goal).await?;
        let index = "CREATE INDEX ix_goal_template_version_id ON goal (template_version_id)";
        run(manager, &[index.to_owned()]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = "DROP INDEX ix_goal_template_version_id";
        run(manager, &[index.to_owned()]).await?;
        let goal = Table::alter()
            .table("goal")
            .drop_column("template_version_id")
            .take();
        manager.alter_table(goal).await?;
        let tables = [
            "plan_template_use",
            "plan_template_review",
            "plan_template_version",
            "plan_template",
        ];
        drop_tables(manager, &tables).await?;
        for table in APPEND_ONLY {
            forget(manager, table).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A template. It tells of nobody, so that nothing in it is sealed. `current_id` is the
/// version that was published last, which refers to it.
fn plan_template() -> NewTable {
    NewTable::named("plan_template")
        .columns([
            id(),
            org(),
            version(),
            text_null("code"),
            code("situation", SITUATION),
            text("title"),
            code("language", &["en", "es"]),
            text_null("draft"),
            uuid_null("current_id"),
            whole("number"),
            flag("withdrawn"),
            uuid_null("changed_by"),
            ts("changed_at"),
            ts("created_at"),
        ])
        .of_organization()
        .refers("changed_by", "app_user")
        .index(&["org_id", "situation"])
        .unique_where(&["org_id", "code"], "code IS NOT NULL")
        .index(&["changed_by"])
}

fn plan_template_version() -> NewTable {
    NewTable::named("plan_template_version")
        .columns([
            id(),
            org(),
            uuid("template_id"),
            whole("number"),
            text("body"),
            bytes("content_hash", 32),
            uuid_null("published_by"),
            ts("published_at"),
        ])
        .of_organization()
        .refers("template_id", "plan_template")
        .refers("published_by", "app_user")
        .unique(&["template_id", "number"])
        .index(&["org_id"])
        .index(&["published_by"])
}

fn plan_template_review() -> NewTable {
    NewTable::named("plan_template_review")
        .columns([
            id(),
            org(),
            uuid("template_version_id"),
            code("state", REVIEW),
            text_null("note"),
            uuid("by_user"),
            ts("at"),
        ])
        .of_organization()
        .refers("template_version_id", "plan_template_version")
        .refers("by_user", "app_user")
        .index(&["template_version_id", "id"])
        .index(&["org_id"])
        .index(&["by_user"])
}

/// That a plan took goals from a version: a row a plan, counted and never listed.
fn plan_template_use() -> NewTable {
    NewTable::named("plan_template_use")
        .columns([
            uuid("template_version_id"),
            uuid("plan_id"),
            org(),
            ts("at"),
        ])
        .keyed_by(&["template_version_id", "plan_id"])
        .of_organization()
        .refers("template_version_id", "plan_template_version")
        .refers("plan_id", "plan")
        .index(&["plan_id"])
        .index(&["org_id"])
}
