//! What a recovery plan holds beside its goals: papers of the case, stages for staff, the
//! right not to engage, what needs sharing; and how each thing stood from when to when.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget, run};
use crate::columns::{
    code, code_null, day, day_null, flag, id, org, sealed, sealed_null, ts, ts_null, uuid,
    uuid_null, version,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const AGREEMENT: &[&str] = &[
    "youth_agrees",
    "youth_partly",
    "youth_disagrees",
    "not_asked_yet",
    "chose_not_to_say",
];

const PART: &[&str] = &[
    "plan",
    "strength",
    "goal",
    "step",
    "support_profile",
    "safety_plan",
];

/// Columns that tables have from now on.
fn added() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("plan", day_null("right_explained_on")),
        ("plan", uuid_null("right_explained_by")),
        ("plan_version", code_null("youth_agreement", AGREEMENT)),
        ("plan_version", sealed_null("why")),
        ("step", flag("needs_sharing").default(false).take()),
        ("step", sealed_null("share_with")),
        ("step", uuid_null("service_id")),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, mut column) in added() {
            let table = Table::alter().table(table).add_column(&mut column).take();
            manager.alter_table(table).await?;
        }
        run(
            manager,
            &["CREATE INDEX ix_step_service_id ON step (service_id)".to_owned()],
        )
        .await?;
        for table in [
            plan_change(),
            support_profile(),
            safety_plan(),
            stage_entry(),
        ] {
            table.create(manager).await?;
        }
        append_only(manager, "plan_change", &[&["id"]]).await?;
        append_only(manager, "stage_entry", &[&["id"]]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "stage_entry",
            "safety_plan",
            "support_profile",
            "plan_change",
        ];
        drop_tables(manager, &tables).await?;
        forget(manager, "plan_change").await?;
        forget(manager, "stage_entry").await?;
        run(manager, &["DROP INDEX ix_step_service_id".to_owned()]).await?;
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

/// How something in a plan stood from then on; append-only.
fn plan_change() -> NewTable {
    NewTable::named("plan_change")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            code("part", PART),
            uuid("item_id"),
            sealed_null("content"),
            uuid("by_user"),
            ts("at"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .refers("by_user", "app_user")
        .index(&["plan_id", "id"])
        .index(&["case_id"])
        .index(&["by_user"])
}

/// One a case.
fn support_profile() -> NewTable {
    NewTable::named("support_profile")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            version(),
            sealed("content"),
            uuid("written_by"),
            ts("written_at"),
        ])
        .of_case()
        .refers("written_by", "app_user")
        .unique(&["case_id"])
        .index(&["written_by"])
}

/// One a case (rule 68).
fn safety_plan() -> NewTable {
    NewTable::named("safety_plan")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            version(),
            sealed("content"),
            uuid("written_by"),
            ts("written_at"),
            uuid_null("settled_by"),
            ts_null("settled_at"),
        ])
        .of_case()
        .refers("written_by", "app_user")
        .refers("settled_by", "app_user")
        .unique(&["case_id"])
        .index(&["written_by"])
        .index(&["settled_by"])
}

/// Stages of change as staff note them; append-only (rule 70).
fn stage_entry() -> NewTable {
    NewTable::named("stage_entry")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid_null("goal_id"),
            sealed_null("topic"),
            sealed("stage"),
            day("noted_on"),
            uuid("by_user"),
            ts("at"),
        ])
        .of_case()
        .refers("goal_id", "goal")
        .refers("by_user", "app_user")
        .index(&["case_id", "noted_on"])
        .index(&["goal_id"])
        .index(&["by_user"])
}
