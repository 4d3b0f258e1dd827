//! Clocks that run by law or by agreement: an organisation's own definitions, and the clocks
//! of its cases with the evidence that ends them.

use sea_orm_migration::prelude::*;

use crate::columns::{
    code, code_null, day, flag, id, org, sealed_null, text, text_null, ts, ts_null, uuid,
    uuid_null, version, whole, whole_null,
};
use crate::m0016_episodes::NOTIFIED_PARTY;
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        clock_office().create(manager).await?;
        clock_holiday().create(manager).await?;
        clock_definition().create(manager).await?;
        case_clock().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "case_clock",
                "clock_definition",
                "clock_holiday",
                "clock_office",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the clocks of an organisation go by: where it is, and whether it is an official one.
fn clock_office() -> NewTable {
    NewTable::named("clock_office")
        .columns([
            uuid("org_id").primary_key().take(),
            flag("official"),
            text_null("zone"),
            ts("loaded_at"),
        ])
        .of_organization()
}

fn clock_holiday() -> NewTable {
    NewTable::named("clock_holiday")
        .columns([org(), day("day")])
        .keyed_by(&["org_id", "day"])
        .of_organization()
}

/// The definition itself is in `body`, as it was loaded: what it can say may grow.
fn clock_definition() -> NewTable {
    NewTable::named("clock_definition")
        .columns([
            id(),
            org(),
            text("jurisdiction"),
            text("code"),
            whole("version"),
            text("body"),
            ts("loaded_at"),
        ])
        .of_organization()
        .unique(&["org_id", "jurisdiction", "code", "version"])
}

/// A clock keeps what it was made by: a definition that changes changes no clock that runs
/// (rule 46). Whether it is due is told by its instants, never by a column that ages.
/// `closed_at` and `remind_at` are in the year 9999 where there is none.
fn case_clock() -> NewTable {
    NewTable::named("case_clock")
        .columns([
            id(),
            org(),
            version(),
            uuid("case_id"),
            uuid_null("episode_id"),
            text("code"),
            text("jurisdiction"),
            whole("definition_version"),
            text("body"),
            code_null("party", NOTIFIED_PARTY),
            code(
                "responsible",
                &["resource_specialist", "family_advocate", "supervisor"],
            ),
            flag("recommended"),
            ts("started_at"),
            ts("soon_at"),
            ts("due_at"),
            whole_null("extended_by"),
            sealed_null("extended_sending"),
            sealed_null("extended_receiving"),
            code("state", &["open", "met", "waived", "not_applicable"]),
            ts_null("met_at"),
            ts("closed_at"),
            uuid_null("closed_by"),
            uuid_null("notice_id"),
            sealed_null("agency"),
            sealed_null("person"),
            sealed_null("reference"),
            sealed_null("reason"),
            ts("remind_at"),
            flag("owner_told"),
            ts("created_at"),
        ])
        .of_case()
        .refers("episode_id", "missing_episode")
        .refers("closed_by", "app_user")
        .refers("notice_id", "notice")
        .index(&["case_id", "closed_at", "due_at", "id"])
        .index(&["remind_at", "id"])
        .index(&["episode_id"])
        .index(&["closed_by"])
        .index(&["notice_id"])
}
