//! How a case goes on: where it stood from when to when, what of its facts changed, what is
//! handed over with it, and more of what is known of a person.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget, run};
use crate::codes::CASE_STATUS;
use crate::columns::{
    code, code_null, day, flag, id, org, sealed, sealed_null, text, text_null, ts, ts_null, uuid,
    uuid_null,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const CLOSURE_REASON: &[&str] = &[
    "goals_met",
    "youth_chose_to_end",
    "transferred",
    "moved_out_of_area",
    "aged_out_with_plan",
    "no_contact_after_outreach",
    "referred_elsewhere",
    "deceased",
    "opened_in_error",
];

const AFTERCARE: &[&str] = &[
    "phone",
    "text",
    "app",
    "email",
    "in_person",
    "via_supporter",
    "youth_will_contact_us",
    "none",
];

const FACT: &[&str] = &["legal_custody", "community_type", "jurisdiction"];

const PRECISION: &[&str] = &["day", "month", "year", "about"];

/// Columns that tables have from now on.
fn added() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("assignment", sealed_null("reason")),
        ("assignment", ts_null("note_read_at")),
        ("case_person", sealed_null("tribe")),
        ("case_person", code_null("birth_precision", PRECISION)),
        ("case_person", sealed_null("languages")),
        ("case_person", flag("no_contact").default(false).take()),
        ("case_person", sealed_null("no_contact_reason")),
        (
            "case_person",
            flag("alleged_offender").default(false).take(),
        ),
        (
            "case_person",
            flag("disqualified_signer").default(false).take(),
        ),
        ("case_person", uuid_null("same_person")),
    ]
}

const SAME_PERSON: &str = "ix_case_person_same_person";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, mut column) in added() {
            let table = Table::alter().table(table).add_column(&mut column).take();
            manager.alter_table(table).await?;
        }
        // Most people are on one case alone.
        let index = format!(
            "CREATE INDEX {SAME_PERSON} ON case_person (same_person) WHERE same_person IS NOT NULL"
        );
        // What came with a part before anybody could say so counts as read.
        let read = "UPDATE assignment SET note_read_at = from_at WHERE note IS NOT NULL".to_owned();
        run(manager, &[index, read]).await?;
        case_status_change().create(manager).await?;
        case_fact_change().create(manager).await?;
        append_only(manager, "case_status_change", &[&["id"]]).await?;
        append_only(manager, "case_fact_change", &[&["id"]]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["case_fact_change", "case_status_change"]).await?;
        forget(manager, "case_fact_change").await?;
        forget(manager, "case_status_change").await?;
        run(manager, &[format!("DROP INDEX {SAME_PERSON}")]).await?;
        for (table, column) in added().into_iter().rev() {
            let name = column.get_column_name();
            let table = Table::alter().table(table).drop_column(name).take();
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Where a case stood from then on. The first is the opening: it comes from nowhere.
fn case_status_change() -> NewTable {
    NewTable::named("case_status_change")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            code_null("was", CASE_STATUS),
            code("now", CASE_STATUS),
            code_null("reason", CLOSURE_REASON),
            code_null("aftercare", AFTERCARE),
            sealed_null("note"),
            sealed_null("aftercare_note"),
            uuid("by_user"),
            ts("at"),
        ])
        .of_case()
        .refers("by_user", "app_user")
        .index(&["case_id", "id"])
        .index(&["by_user"])
}

/// That a fact of a case is another since a day.
fn case_fact_change() -> NewTable {
    NewTable::named("case_fact_change")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            code("fact", FACT),
            text_null("was"),
            text("now"),
            day("since"),
            sealed("reason"),
            uuid("by_user"),
            ts("at"),
        ])
        .of_case()
        .refers("by_user", "app_user")
        .index(&["case_id", "id"])
        .index(&["by_user"])
}
